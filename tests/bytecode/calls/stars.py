# Stars go through a list and a dict.
f(*a)
f(a, *b, c)
f(**a)
f(x=1, **a, y=2, z=3)
f(*a, *b, x=1)
f(0, 1, 2, *a)
