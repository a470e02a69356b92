# Chains of a hundred thousand lazy iterators.
import itertools
import sys

DEPTH = 100_000


def attempt(label, make, use):
    it = make()
    try:
        print(label, use(it))
    except RecursionError as error:
        print(label, "RecursionError")
    except MemoryError as error:
        print(label, "MemoryError")
    del it


def build(wrap):
    def make():
        it = iter([1, 2])
        for _ in range(DEPTH):
            it = wrap(it)
        return it
    return make


for label, wrap in (("map", lambda it: map(None, it)), ("zip", zip), ("enumerate", enumerate), ("chain", itertools.chain), ("islice", lambda it: itertools.islice(it, 5)), ("filter", lambda it: filter(None, it)), ("tee", lambda it: itertools.tee(it, 1)[0]), ("cycle", itertools.cycle)):
    made = build(wrap)()
    print(label, "made")
    del made
    print(label, "dropped")
