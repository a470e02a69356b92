def f(x, /, y, *, z, **x): pass
