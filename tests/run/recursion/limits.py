# Recursion through every kind of call ends in RecursionError and the program goes on.
import functools
import sys

sys.setrecursionlimit(400)


class Loop:
    def __getattr__(self, name):
        return getattr(self, name + "x")

    def __repr__(self):
        return repr(self)

    def __str__(self):
        return str(self)

    def __eq__(self, o):
        return self == o

    def __hash__(self):
        return hash(self)

    def __len__(self):
        return len(self)

    def __bool__(self):
        return bool(self)

    def __iter__(self):
        return iter(self)

    def __call__(self):
        return self()

    def __add__(self, o):
        return self + o

    def __lt__(self, o):
        return self < o

    def __getitem__(self, i):
        return self[i]

    def __contains__(self, x):
        return x in self

    def __format__(self, s):
        return format(self, s)

    def __index__(self):
        return [1][self]

    def __enter__(self):
        with self:
            pass

    def __exit__(self, *a):
        pass

    @property
    def prop(self):
        return self.prop


class New:
    def __new__(cls):
        return cls()


class Init:
    def __init__(self):
        Init()


class Setattr:
    def __setattr__(self, n, v):
        self.n = v


class Meta(type):
    def __call__(cls):
        return cls()


class WithMeta(metaclass=Meta):
    pass


def plain():
    return plain()


def generator():
    yield from generator()


def mapped(n=0):
    return list(map(mapped, [n]))


def sort_key(x):
    return sorted([1, 2], key=sort_key)


def comprehension():
    return [comprehension() for _ in range(1)]


def lambda_(f=None):
    return (lambda: lambda_())()


def evaluated():
    return eval("evaluated()")


def executed():
    exec("executed()")


def reduced(*a):
    return functools.reduce(reduced, [1, 2])


def partial_(*a):
    return functools.partial(partial_)()


@functools.lru_cache(None)
def cached(n):
    return cached(n + 1)


def kw(**k):
    return kw(**k, a=1) if not k else kw(**k)


def star(*a):
    return star(*a)


def in_finally():
    try:
        in_finally()
    finally:
        in_finally()


def handler():
    try:
        return handler()
    except KeyError:
        pass


async def coroutine():
    await coroutine()


o = Loop()
cases = dict(plain=plain, method=lambda: o.prop, getattr=lambda: o.x, repr=lambda: repr(o), str=lambda: str(o), eq=lambda: o == 1, hash=lambda: hash(o), len=lambda: len(o), bool=lambda: bool(o), iter=lambda: iter(o), call=lambda: o(), add=lambda: o + 1, lt=lambda: o < 1, getitem=lambda: o[0], contains=lambda: 1 in o, format=lambda: f"{o}", index=lambda: [1][o], enter=lambda: o.__enter__(), new=New, init=Init, setattr=lambda: setattr(Setattr(), "a", 1), metaclass=WithMeta, generator=lambda: next(generator()), mapped=mapped, sort_key=lambda: sort_key(1), comprehension=comprehension, lambda_=lambda_, evaluated=evaluated, executed=executed, reduced=reduced, partial=partial_, cached=lambda: cached(0), kw=kw, star=star, handler=handler, coroutine=lambda: coroutine().send(None), container=lambda: [o] == [1], dict_key=lambda: {o: 1}, percent=lambda: "%s" % o, join=lambda: print(o), maximum=lambda: max([o, o]), isinstance_=lambda: isinstance(o, o))
for name, f in cases.items():
    try:
        f()
        print(name, "returned")
    except RecursionError as error:
        print(name, "RecursionError", str(error)[:32])
    except Exception as error:
        print(name, type(error).__name__, error)
print("still alive", (lambda n: n)(5))
