# super() in its two forms, in class methods, properties, nested functions; and its errors.
class P:
    x = "P.x"

    def f(self):
        return "P.f"

    @classmethod
    def c(cls):
        return "P.c", cls.__name__

    @staticmethod
    def s():
        return "P.s"

    @property
    def p(self):
        return "P.p"

    def __getitem__(self, i):
        return i

    def __getattr__(self, name):
        return f"getattr {name}"


class Q(P):
    x = "Q.x"

    def f(self):
        return "Q.f", super().f(), super(Q, self).f(), (lambda: super(Q, self).f())()

    @classmethod
    def c(cls):
        return super().c(), super(Q, cls).c()

    @staticmethod
    def s():
        return super(Q, Q).s()

    @property
    def p(self):
        return "Q.p", super().p

    def attributes(self):
        return super().x, super().__getitem__(3), super().__class__.__name__, super().__thisclass__.__name__, super().__self__ is self, super().__self_class__.__name__

    def in_comprehension(self):
        try:
            return [super().f() for _ in range(1)]
        except (TypeError, RuntimeError) as error:
            return str(error)

    def nested(self):
        def inner(me):
            return super().f()
        return inner(self)

    def rebound(self):
        self = Q()
        return super().f()

    def missing(self):
        try:
            return super().nothing
        except AttributeError as error:
            return str(error)

    def as_variable(self):
        s = super()
        return s.f(), repr(s).replace("__main__.", ""), s.f.__self__ is self

    def setting(self):
        try:
            super().x = 5
        except AttributeError as error:
            return str(error)

    cell = lambda self: __class__.__name__


class R(Q):
    def f(self):
        return super().f()[0]


q = R()
print(q.f(), Q().f(), q.c(), Q.c(), q.s(), q.p, q.attributes(), q.in_comprehension(), q.nested(), q.rebound(), q.missing(), q.as_variable(), q.setting(), q.cell())
print(super(Q, q).f(), super(P, q).__init__(), super(Q, R).c(), super(Q).__self__, repr(super(Q)).replace("__main__.", ""), super(Q).__get__(q).f(), super(Q, q).x, super(R, q).x, type(super(Q, q)).__name__)


def outside(self):
    return super().f()


def no_arguments():
    return super()


def deleted(self):
    del self
    return super()


def starred(*args):
    return super()


Q.patched = outside
for f in (lambda: outside(q), lambda: q.patched(), lambda: no_arguments(), lambda: deleted(1), lambda: starred(1), lambda: super(), lambda: super(5), lambda: super(Q, 5), lambda: super(Q, P()), lambda: super(R, Q), lambda: super(Q, q, 1), lambda: super(Q, q).nothing, lambda: super(Q, q)[0], lambda: super(x=1)):
    try:
        print(f())
    except Exception as error:
        print(type(error).__name__, error)


class Wrong:
    def f(self):
        return super().f()

    def g(x, /):
        return super().__repr__()[:8]

    def h(self):
        __class__ = 5
        return __class__


print(Wrong().g(), Wrong().h())
for f in (Wrong().f, lambda: Wrong.f(5)):
    try:
        f()
    except Exception as error:
        print(type(error).__name__, error)
