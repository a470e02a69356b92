# A chain of 100,000 lazy iterators is advanced: CPython's C stack overflows here.
import itertools

for name, wrap in dict(map=lambda it: map(abs, it), zip=zip, enumerate=enumerate, chain=itertools.chain, islice=lambda it: itertools.islice(it, 5), filter=lambda it: filter(None, it)).items():
    it = iter([1, 2])
    for _ in range(100_000):
        it = wrap(it)
    try:
        next(it)
    except (RecursionError, MemoryError):
        pass
    print(name, "survived")
