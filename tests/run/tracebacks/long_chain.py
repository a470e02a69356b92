# A chain of several causes and contexts.
def step(n):
    try:
        if n == 0:
            raise ValueError("the root")
        step(n - 1)
    except ValueError as error:
        raise ValueError(f"step {n}") from (error if n % 2 else None)
    except Exception:
        raise


step(3)
