# count, cycle, repeat, islice, takewhile, dropwhile, chain, compress, starmap.
from itertools import *

CASES = """
[*islice(count(), 3)], [*islice(count(5, -2), 3)], [*islice(count(0.5, 0.25), 3)], [*islice(count(2**62), 2)], next(count(2**63)), count(3), count(1, 2), count(1.5), next(count(start=1, step=5)), [*islice(count(1j, 1), 2)]
[*islice(cycle('ab'), 5)], [*cycle([])], [*repeat(1, 3)], [*repeat('x', 0)], [*repeat('x', -1)], repeat(5), repeat(5, 2), [*islice(repeat(7), 2)], repeat(1, 5).__length_hint__(), [*map(pow, [2, 3], repeat(2))]
[*islice('abcdef', 2)], [*islice('abcdef', 2, 4)], [*islice('abcdef', 1, None, 2)], [*islice('abc', None)], [*islice('abc', 0)], [*islice([], 5)], [*islice('abc', 5, 9)], [*islice(range(10), 2, 8, 3)], [*islice('abc', None, None)]
[*takewhile(lambda x: x < 3, [1, 2, 3, 1])], [*dropwhile(lambda x: x < 3, [1, 2, 3, 1])], [*filterfalse(None, [0, 1, '', 'a'])], [*filterfalse(lambda x: x % 2, range(5))], [*takewhile(None.__class__, [])]
[*chain('ab', [1], ())], [*chain()], [*chain.from_iterable(['ab', 'c'])], [*chain.from_iterable(x for x in ([1], [2]))], [*compress('abcdef', [1, 0, 1, 0, 1])], [*compress([], [1])], [*starmap(pow, [(2, 3), (3, 2)])], [*starmap(max, [[1, 2], 'ab'])]
[*accumulate([1, 2, 3])], [*accumulate([])], [*accumulate('abc')], [*accumulate([3, 1, 2], max)], [*accumulate([1, 2], initial=10)], [*accumulate([], initial=5)], [*accumulate([1, 2, 3], lambda a, b: a * b, initial=2)], [*accumulate([1, 2], func=None)]
[*pairwise('abcd')], [*pairwise('a')], [*pairwise([])], [*zip_longest('ab', [1])], [*zip_longest('a', 'bcd', fillvalue='-')], [*zip_longest()], [*zip_longest([], [1, 2], [3])]
[''.join(t) for t in zip(*tee('abc', 3))], [*map(list, tee([1, 2]))], tee([], 0), len(tee('a', 5))
count('a')
count(1, 'b')
count(1, 2, 3)
cycle(5)
repeat()
repeat(1, 'a')
repeat(1, 2, 3)
islice('abc')
islice('abc', -1)
islice('abc', 1, 2, 0)
islice('abc', 'x')
islice('abc', 0, -1)
islice(5, 1)
islice('abc', 1, 2, 3, 4)
islice('abc', 1.5)
takewhile()
[*takewhile(5, [1])]
chain(5)
[*chain(5)]
[*chain.from_iterable([1])]
chain.from_iterable(5)
compress('a')
compress(5, 6)
[*starmap(pow, [1])]
[*starmap(pow, [(1,)])]
starmap(5)
accumulate()
[*accumulate([1, 'a'])]
accumulate(5)
pairwise(5)
pairwise()
zip_longest(5)
zip_longest('a', nope=1)
tee('a', -1)
tee(5)
tee('a', 'b')
filterfalse(None)
len(count())
chain('a') + chain('b')
"""

for source in CASES.strip().splitlines():
    try:
        print(source, "->", repr(eval(source)))
    except Exception as error:
        print(source, "->", type(error).__name__, error)
a, b = tee(iter("xyz"))
print(next(a), next(a), next(b), list(a), list(b), type(a).__name__)
it = iter(range(10))
print(list(islice(it, 3)), list(islice(it, 2, 4)), list(it))
c = count(10)
print(next(c), c, next(c), c)
r = repeat("r", 3)
next(r)
print(r, list(r), r)
g = chain(iter("ab"), (x for x in [1]))
print(next(g), list(g), next(g, "end"))
