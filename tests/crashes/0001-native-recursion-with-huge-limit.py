# With 10**9 as recursion limit CPython dies here; every case has to end in an exception instead.
import functools
import sys

sys.setrecursionlimit(10**9)


class Deep:
    def __repr__(self):
        return repr(self)

    def __eq__(self, other):
        return self == other

    def __getattr__(self, name):
        return getattr(self, name)

    def __hash__(self):
        return hash(self)

    def __call__(self):
        return list(map(lambda _: self(), [1]))

    def __iter__(self):
        return iter(self)

    def __len__(self):
        return len(self)

    def __contains__(self, item):
        return item in self


def sort_forever(x=0):
    return sorted([1], key=sort_forever)


def reduce_forever(*args):
    return functools.reduce(reduce_forever, [1, 2])


def evaluate_forever():
    return eval("evaluate_forever()")


deep = Deep()
for name, f in dict(repr=lambda: repr(deep), eq=lambda: deep == 1, getattr=lambda: deep.x, hash=lambda: hash(deep), call=deep, iter=lambda: iter(deep), len=lambda: len(deep), contains=lambda: 1 in deep, sort=sort_forever, reduce=reduce_forever, eval=evaluate_forever).items():
    try:
        f()
    except (RecursionError, MemoryError) as error:
        print(name, "ended")
    else:
        print(name, "returned")
print("alive")
