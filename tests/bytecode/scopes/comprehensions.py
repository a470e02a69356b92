# A comprehension is a function of its first iterable; := in it binds outside.
def f(a):
    b = [x for x in a if x]
    c = {x: y for x in a for y in x}
    d = [z := x for x in a]
    e = (x for x in a if (w := x))
    return b, c, d, e, z, w
