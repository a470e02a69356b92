# Every way of calling and of reaching attributes, many times in one frame: no native stack may be left behind.
class A:
    count = 0
    other = None
    shared = "x"

    def __init__(self, x=0, y=0):
        self.x = x

    @property
    def p(self):
        return self.x

    @p.setter
    def p(self, value):
        self.x = value

    @staticmethod
    def static(a):
        return a

    @classmethod
    def cls(cls, a):
        return a

    def m(self, a=1, *, k=2):
        return a

    def __add__(self, other):
        return self

    def __sub__(self, other):
        return NotImplemented

    def __getitem__(self, key):
        return key

    def __call__(self, key):
        return key


class B(A):
    def __init__(self, x):
        super().__init__(x)

    def m(self, a=1, *, k=2):
        return super().m(a)


class R:
    def __rsub__(self, other):
        return 1


def f(*a, **k):
    return a


def fd(a, b=1):
    return a


def attributes(n):
    a, b, value = A(), B(1), [1]
    f.calls = 0
    for i in range(n):
        A.count += 1
        A.other = value
        a.p = i
        a.p + b.p
        A.shared, a.shared, b.shared
        f.calls += 1
        x = b.x
        bound = a.m
    return A.count, f.calls


def calls(n):
    a, b, r, text, items, many = A(), B(1), R(), "abc", [], [1] * 9
    for i in range(n):
        a.static(i), a.cls(i), A.static(i), A.cls(i), a.m(i, k=1), b.m(i)
        a + b, a - r, a[i], a(i)
        f(i, k=1), f(*items, **{}), fd(i), fd(b=1, a=i), fd(a=i, b=2)
        A(i), B(i), A(x=i)
        len(many), isinstance(a, A), isinstance(b, A), text.upper(), type(a)
        many.append(many.pop())
    return len(many)


print(attributes(120_000))
print(calls(120_000))
