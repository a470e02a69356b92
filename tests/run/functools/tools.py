# partial, reduce, lru_cache, cache, cmp_to_key, total_ordering, wraps, cached_property, singledispatch.
import functools
from functools import *

p = partial(int, base=2)
q = partial(print, "a", sep="-")
print(p("101"), p.func, p.args, p.keywords, partial(p, "11")(), partial(pow, 2)(5))
q("b", end="!\n")
q("c", sep="+")
print(partial(partial(max, 1), 5).args, repr(partial(len)), partial(len) == partial(len), p.__doc__.splitlines()[0] if p.__doc__ else None)
p.attribute = 1
print(p.__dict__, type(p).__name__)


class Cell:
    def __init__(self):
        self.state = None

    def set(self, value, extra=0):
        self.state = (value, extra)

    on = partialmethod(set, True)
    off = partialmethod(set, False, extra=5)


c = Cell()
c.on()
print(c.state, c.off(), c.state)
print(reduce(lambda a, b: a + b, [1, 2, 3]), reduce(lambda a, b: a * b, [], 7), reduce(max, "hello"), reduce(lambda a, b: f"({a}{b})", "abc", "_"))
for source in ("reduce(max, [])", "reduce(max, 5)", "reduce(max)", "reduce(5, [1, 2])", "partial()", "partial(5)", "partial(len)(1, 2)", "cmp_to_key()", "lru_cache(5.5)", "lru_cache('a')"):
    try:
        print(source, eval(source))
    except Exception as error:
        print(source, type(error).__name__, error)
calls = []


@lru_cache(maxsize=2)
def square(n, scale=1):
    calls.append(n)
    return n * n * scale


print([square(n) for n in (1, 2, 1, 3, 2)], calls, square.cache_info(), square.cache_parameters(), square(3, scale=2), square(3, 2), square.__wrapped__(9), square.__name__)
square.cache_clear()
print(square.cache_info())


@lru_cache(typed=True)
def typed(x):
    return type(x).__name__


@cache
def unlimited(*args, **kw):
    return args, kw


@lru_cache(0)
def none(x):
    return x


print(typed(1), typed(1.0), typed(True), typed.cache_info(), unlimited(1, a=2), unlimited(1, a=2), unlimited.cache_info(), none(1), none(1), none.cache_info())
try:
    unlimited([])
except TypeError as error:
    print(error)


@cache
def fails(n):
    raise ValueError(n)


for _ in range(2):
    try:
        fails(1)
    except ValueError:
        pass
print(fails.cache_info())


class WithCache:
    @lru_cache
    def method(self, x):
        return x * 2

    @cached_property
    def slow(self):
        print("computing")
        return 42


w = WithCache()
print(w.method(4), w.method(4), WithCache.method.cache_info().hits, w.slow, w.slow, vars(w))
print(sorted([3, 1, 2], key=cmp_to_key(lambda a, b: b - a)), cmp_to_key(lambda a, b: a - b)(1) < cmp_to_key(lambda a, b: a - b)(2) if False else True)
k = cmp_to_key(lambda a, b: (a > b) - (a < b))
print(k(1) < k(2), k(1) == k(1), k(2) >= k(1), k(5).obj, min(["b", "a"], key=k))
try:
    k(1) < 5
except TypeError as error:
    print(error)


@total_ordering
class Version:
    def __init__(self, n):
        self.n = n

    def __eq__(self, o):
        return self.n == o.n

    def __lt__(self, o):
        return self.n < o.n if isinstance(o, Version) else NotImplemented


print(Version(1) <= Version(1), Version(2) > Version(1), Version(1) >= Version(2), Version(3) != Version(3))
for source in ("Version(1) >= 5", "total_ordering(type('X', (), {}))"):
    try:
        print(eval(source))
    except (TypeError, ValueError) as error:
        print(type(error).__name__, error)


def decorator(f):
    @wraps(f)
    def inner(*a):
        "inner doc"
        return f(*a)
    return inner


@decorator
def documented(x: int) -> str:
    """The doc."""
    return str(x)


print(documented.__name__, documented.__doc__, documented.__annotations__, documented.__wrapped__(5), documented.__qualname__, functools.WRAPPER_ASSIGNMENTS, functools.WRAPPER_UPDATES)


@singledispatch
def describe(x):
    return f"object {x}"


@describe.register
def _(x: int):
    return f"int {x}"


@describe.register(list)
@describe.register(tuple)
def _(x):
    return f"sequence of {len(x)}"


print(describe("a"), describe(5), describe(True), describe([1]), describe((1, 2)), describe.dispatch(bool)(1), describe.registry.keys() >= {int, list})
