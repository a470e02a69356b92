# The clean-up of an except clause belongs to no line of its own.
def f():
    try:
        a()
    except A as e:
        b()
    except (B, C):
        c()
    else:
        d()
    finally:
        e()
