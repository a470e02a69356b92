# Defaults, keyword defaults and annotations are evaluated in this order, names are given with the values.
def f(a: int, b: str = 1, /, c=2, *args: list, d, e: float = 3, **kw: dict) -> None:
    pass


g = lambda a, b=1, *, c=2: a
