# BUILD_TUPLE of constants becomes a constant even where the tree did not show it.
def f(a: 1, b: 2 = 3) -> 4:
    pass


def g(*, a=1, b=2):
    pass
