# staticmethod and classmethod objects, their wrapping, and calls through classes and instances.
class C:
    tag = "C"

    @classmethod
    def c(cls, x=0):
        """class doc"""
        return cls.tag, x

    @staticmethod
    def s(x=0):
        """static doc"""
        return "s", x

    @classmethod
    def make(cls, *a):
        return cls(*a)

    def __init__(self, v=None):
        self.v = v

    @classmethod
    @property
    def cp(cls):
        return f"class property of {cls.tag}"

    plain = s


class D(C):
    tag = "D"

    @classmethod
    def c(cls, x=0):
        return ("D", *super().c(x))


print(C.c(1), C().c(2), D.c(3), D().c(), C.s(1), C().s(2), D.s(), C.make(5).v, type(D.make()).__name__, C.cp, D.cp, C.plain(7), C().plain(8))
print(C.c.__self__, C.c.__func__.__name__, C.c.__doc__, C.s.__doc__, C.c == C.c, C.c is C.c, C().c == C.c, D.c == C.c, type(C.__dict__["c"]).__name__, type(C.__dict__["s"]).__name__, C.__dict__["c"].__func__.__name__, C.__dict__["s"].__func__.__name__, C.__dict__["s"].__wrapped__.__name__, C.__dict__["c"].__name__)
print(C.__dict__["s"](9), callable(C.__dict__["s"]), callable(C.__dict__["c"]), repr(C.__dict__["s"]).split(" at")[0], repr(C.__dict__["c"]).split(" at")[0], repr(C.c).split(" at")[0])
for source in ("C.__dict__['c']()", "classmethod()", "staticmethod()", "classmethod(1, 2)", "staticmethod(5)()", "classmethod(5).__get__(None, C)()", "C.c(1, 2)", "C.s(1, 2)", "C().s.x"):
    try:
        print(source, eval(source))
    except Exception as e:
        print(source, type(e).__name__, e)
sm = staticmethod(lambda: "direct")
sm.note = 1
print(sm(), sm.__get__(None, int)(), sm.note, staticmethod(len)("abc"), classmethod(lambda cls: cls).__get__(5)(), classmethod(lambda cls: cls).__get__(5, C)())


class E:
    from_builtin = staticmethod(max)
    bound = "abc".upper
    unbound = str.upper
    function = len
    lam = lambda self: "method"
    cls_str = classmethod(str)
    fromkeys = dict.fromkeys


e = E()
print(e.from_builtin(1, 2), e.bound(), e.function("abcd"), e.lam(), E.cls_str(), e.fromkeys("a"))
C.c = 5
print(C.c, C().c, D.c(1) if False else "shadowed")
D.dynamic = classmethod(lambda cls, n: (cls.__name__, n))
print(D.dynamic(1), D().dynamic(2))
