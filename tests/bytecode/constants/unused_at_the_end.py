# Constants that only dead code loads are dropped, if they come last; the first always stays.
def f():
    return x
    return 12345


def g():
    if 0:
        return "dropped"
    return "kept"


def h():
    """docstring"""
