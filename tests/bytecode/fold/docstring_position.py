# Text that folding makes where a docstring would stand is not one: it is loaded and dropped.
def f():
    "a" + "b"


def g():
    "a" "b"


class C:
    "ab"[0]
