# A jump over more than 255 instructions takes an EXTENDED_ARG, which makes other jumps longer in turn.
def f(a):
    while a:
        if a:
            a = 1
        a = a.b(a, a, a, a) + a.c[a, a, a]
        a = a.b(a, a, a, a) + a.c[a, a, a]
        a = a.b(a, a, a, a) + a.c[a, a, a]
        a = a.b(a, a, a, a) + a.c[a, a, a]
        a = a.b(a, a, a, a) + a.c[a, a, a]
        a = a.b(a, a, a, a) + a.c[a, a, a]
        a = a.b(a, a, a, a) + a.c[a, a, a]
        a = a.b(a, a, a, a) + a.c[a, a, a]
        a = a.b(a, a, a, a) + a.c[a, a, a]
        a = a.b(a, a, a, a) + a.c[a, a, a]
        a = a.b(a, a, a, a) + a.c[a, a, a]
        a = a.b(a, a, a, a) + a.c[a, a, a]
        a = a.b(a, a, a, a) + a.c[a, a, a]
        a = a.b(a, a, a, a) + a.c[a, a, a]
        a = a.b(a, a, a, a) + a.c[a, a, a]
        a = a.b(a, a, a, a) + a.c[a, a, a]
        a = a.b(a, a, a, a) + a.c[a, a, a]
        a = a.b(a, a, a, a) + a.c[a, a, a]
        a = a.b(a, a, a, a) + a.c[a, a, a]
        a = a.b(a, a, a, a) + a.c[a, a, a]
        if a: break
