# Arguments of calls and classes, decorators, every kind of parameter.
f(), f(a), f(a, b), f(a, b,), f(a=1), f(a, b=2, *c, d=3, **e), f(*a, b, *c), f(**a, b=1), f(*a, **b)
f(a := 1), f((a := 1), b=(c := 2)), f(a)(b)(c), f(*a or b, **c if d else e)
f(lambda: 0, lambda *a: a, lambda a, /, b, *, c=1, **d: 0)
f(match, case=_)
class A: pass
class B(): pass
class C(A, B, metaclass=D, *E, **F): x = 1
@a
@b.c(1)
@(lambda f: f)
@d[0] or e
def f(a, b: int, c=1, d: int = 2, *e: x, f, g=3, h: int = 4, **i: y) -> z: return
@a
async def g(): await x
@a
class D: pass
def f(): pass
def f(a, /): pass
def f(a, /, b): pass
def f(a=1, /, b=2): pass
def f(*, a): pass
def f(*, a, **b): pass
def f(*a): pass
def f(**a): pass
def f(a, b=1, /, c=2, *, d, e=3, **f,): pass
def f(a,): pass
def f(
    a,
    b
) -> (
    c
): pass
lambda *, a: a
lambda a, b=1, /, c=2, *d, e, f=3, **g: a
lambda a,: a
lambda **a: a
