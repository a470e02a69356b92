# Simple annotated names are recorded; other targets are only evaluated.
a: int
b: int = 1
(c): int = 2
d.e: int
f[g:h, i]: int
j.k: int = 3


def f():
    x: undefined
    y: undefined = 1
