"""Generators drained by built-in functions: list, sum, any, all, unpacking, with errors and finalizers on the way."""

import sys


# Plain and delegating generators.
def count_to(n):
    for i in range(n):
        r = yield i
        assert r is None


def delegating(n):
    yield "a"
    yield from count_to(n)
    yield "b"


print(list(count_to(5)), tuple(delegating(3)), sorted(delegating(0)), sum(count_to(10)))
print(sum(x * 0.5 for x in range(7)), sum((x if x % 3 else x * 1.0) for x in range(9)))
print(sum((1 << 60 for _ in range(5))), sum(((1 << 61) - 1 for _ in range(3)), 5))
print(sum(([i] for i in range(3)), []), sum((True for _ in range(3))))
print(any(x > 3 for x in range(9)), all(x < 3 for x in range(9)))
print(any(None for _ in range(3)), all(() or 1 for _ in range(2)))
print(any([] for _ in range(3)), all([1] for x in range(2)))
it = count_to(10)
print(any(x > 3 for x in it), next(it), list(it))


# An error on the way, and the line it comes from.
def failing():
    yield 1
    yield 2
    raise ValueError("x")


for drain in (list, tuple, sum, sorted, any, lambda q: "".join(map(str, q))):
    try:
        print(drain(failing()))
    except ValueError as e:
        print(drain.__name__, e)
        print(e.__traceback__.tb_next.tb_lineno)


# The frame that drains is the one behind.
def frames():
    frame = sys._getframe()
    yield frame.f_lineno
    yield frame.f_lineno
    yield frame.f_back.f_code.co_name


def caller():
    return list(frames())


print(caller())


# Generators that drain others, and try within.
def nested():
    for i in range(3):
        yield sum(j for j in range(i)) + len([k for k in count_to(i)])


print(list(nested()), sum(nested()))


def with_try():
    for i in range(4):
        try:
            yield i
            if i == 2:
                raise KeyError(i)
        except KeyError as e:
            yield str(e)
        finally:
            yield "f"


print(list(with_try()))

# A generator that runs itself.
itself = None


def runs_itself():
    yield 1
    yield list(itself)


itself = runs_itself()
try:
    list(itself)
except ValueError as e:
    print(e)


# Locals that die between the items.
class Noisy:
    def __del__(self):
        print("del", end=" ")


def noisy_locals():
    for i in range(3):
        d = Noisy()
        yield i
        del d


print(list(noisy_locals()))
print(sum(noisy_locals()))

# The list that grows while it is read; values of return; recursion.
items = [1]
items.extend(len(items) for _ in range(4))
print(items)


def returning():
    yield 1
    return 5


print(list(returning()), sum(returning()), "".join(c for c in "abc"), [*returning()], (*returning(), 2))


def recursive(n):
    return sum(recursive(n - 1) for _ in range(1)) + 1 if n else 0


print(recursive(100))
try:
    recursive(100000)
except RecursionError:
    print("RecursionError")
a, *b = (x for x in range(4))
print(a, b)


# The error that is being handled.
def handled():
    try:
        raise ValueError(1)
    except ValueError:
        yield sys.exc_info()[0]
        yield sys.exc_info()[0]


print(list(handled()), sys.exc_info())
try:
    raise TypeError
except TypeError:
    print(list(handled()), list(sys.exc_info()[0] for _ in range(2)))

# After the end, and generators that have none.
drained = count_to(3)
print(list(drained), list(drained), drained.gi_frame, drained.gi_running)


def endless():
    i = 0
    while True:
        yield i
        i += 1


print(any(x == 100000 for x in endless()), sum(min(x, 1) for x in (y for y in range(1000))))

# Sums of mixed numbers.
print(sum([1, 2, 3]), sum([1, 2.5, 3]), sum([0.5, 1, 2.5]), sum([1 << 60] * 5))
print(sum([True, 2]), sum([1e308, 1e308, -1e308]), sum([-0.0]), sum([], 1.5))
print(sum([(1 << 53) + 1, 0.5]), sum([1, 2, 3], 2.5), sum([1e-300, 1e-300]), sum([0.1] * 10))
print(sum([[1], [2]], []), sum((1, 2)), sum([2**61 - 1, 1]))
print(sum([float("inf"), -float("inf")]))
