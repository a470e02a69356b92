# Class bodies: their own scope, which functions inside do not see; order, conditionals, loops.
x = "global"


class A:
    x = "class"
    y = [x for _ in range(2)]
    z = [i for i in (x, x)]
    f = lambda self: x
    for i in range(3):
        exec(f"v{i} = i * 10")
    if i == 2:
        def method(self, default=x):
            return x, default
    else:
        method = None
    try:
        w = undefined
    except NameError as e:
        w = str(e)
    del i
    nested_value = (lambda: x)()

    class B:
        q = x

        def g(self):
            return x, __class__.__qualname__


print(A.y, A.z, A().f(), A.v2, A().method(), A.w, hasattr(A, "i"), hasattr(A, "e"), A.nested_value, A.B.q, A.B().g())


def outer():
    x = "outer"

    class C:
        print(x)
        y = x

        def m(self):
            return x

    class D:
        x = x if False else "own"
        y = x

        def m(self):
            return x

    class E:
        global x
        y = x
        x = "changed by class body"

    return C.y, C().m(), D.y, D().m(), E.y


print(outer(), x)


def late():
    class F:
        def m(self):
            return value
    value = "set later"
    return F().m()


def class_reads_unset():
    class G:
        try:
            v = value
        except NameError as e:
            v = str(e)
    value = 1
    return G.v


print(late(), class_reads_unset())


class H:
    a = 1
    b = a + 1
    c = {k: v for k, v in zip("ab", (a, b))}
    d = [a for a in range(3)]
    e = a
    locals_seen = sorted(k for k in locals() if not k.startswith("_"))


print(H.c, H.d, H.e, H.locals_seen)


class I:
    __name__ = "not the name"
    __module__ = "changed"
    __qualname__ = "Q.I"
    __doc__ = "doc set"
    x: int
    x = 5
    (y): str = "a"


print(I.__name__, I().__name__, I.__module__, I.__qualname__, I.__doc__, I.__annotations__, repr(I))
for source in ("class C:\n return 1", "class C:\n yield 1", "class C:\n nonlocal x", "class C:\n break", "class C(x for x in y): pass", "class C(a=1, b): pass", "class 5: pass", "class C(*a, **k): pass", "class C():\n x = 1\n\tdef f(self): pass", "class C: x = 1; y = 2", "class C\n pass", "class C:\npass", "class None: pass"):
    try:
        compile(source, "s", "exec")
        print(repr(source), "compiles")
    except SyntaxError as e:
        print(repr(source), "|", e.msg)
