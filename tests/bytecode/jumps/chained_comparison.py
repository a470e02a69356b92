# The middle operands are evaluated once; what is left on the stack is cleaned up.
def f(a, b, c, d):
    x = a < b < c
    if a < b <= c != d:
        return 1
    while not (a < b < c):
        pass
    assert a < b < c
