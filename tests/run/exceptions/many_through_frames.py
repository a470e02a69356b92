# Thousands of exceptions through finally, with, generators, properties and natives: nothing is used up.
import functools


def finally_(i):
    try:
        if i % 3 == 0:
            raise ValueError(i)
        return i
    finally:
        finally_.left += 1


finally_.left = 0


def deep(i, depth):
    try:
        return finally_(i) if depth == 0 else deep(i, depth - 1)
    finally:
        pass


class Manager:
    def __enter__(self):
        return self

    def __exit__(self, *exc):
        return False


def with_(i):
    with Manager():
        return finally_(i)


def except_else(i):
    try:
        finally_(i)
    except KeyError:
        pass
    else:
        return i


def reraise(i):
    try:
        return finally_(i)
    except ValueError:
        raise


def generator(i):
    yield finally_(i)


class P:
    def __init__(self, i):
        self.i = i

    @property
    def value(self):
        return finally_(self.i)

    def __getattr__(self, name):
        return finally_(self.i)

    def __eq__(self, other):
        return finally_(self.i)

    def __len__(self):
        return finally_(self.i)

    def __iter__(self):
        return iter([finally_(self.i)])


for name, f in dict(finally_=finally_, deep=lambda i: deep(i, 5), with_=with_, except_else=except_else, reraise=reraise, generator=lambda i: next(generator(i)), property=lambda i: P(i).value, getattr=lambda i: P(i).other, eq=lambda i: P(i) == 1, len=lambda i: len(P(i)), iter=lambda i: list(P(i)), map=lambda i: list(map(finally_, [i])), sort=lambda i: sorted([i], key=finally_), reduce=lambda i: functools.reduce(lambda a, b: finally_(b), [0, i]), comprehension=lambda i: [finally_(j) for j in [i]], lambda_=lambda i: (lambda: finally_(i))(), init=lambda i: type("T", (), {"__init__": lambda self: finally_(i) and None})(), exec=lambda i: exec("finally_(i)", {"finally_": finally_, "i": i}) if i < 50 else finally_(i)).items():
    caught = 0
    for i in range(3000):
        try:
            f(i)
        except (ValueError, AttributeError):
            caught += 1
    print(name, caught)
print(finally_.left)


def depth(n):
    try:
        return depth(n + 1)
    except RecursionError:
        return n


first = depth(0)
print(first > 900, all(depth(0) > 900 for _ in range(20)))
