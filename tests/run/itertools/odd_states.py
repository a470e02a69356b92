# States from broken pickles are cut to what fits; what is exhausted stays so.
from itertools import *
from collections import deque

for make, state in (
    (lambda: permutations("ab", 3), ((0, 1), (1, 1, 1))),
    (lambda: permutations("abc", 2), ((5, -1, 1), (9, -4))),
    (lambda: combinations("ab", 3), (0, 0, 0)),
    (lambda: combinations("abcd", 2), (9, 9)),
    (lambda: combinations("abcd", 2), (-5, 1)),
    (lambda: combinations_with_replacement("abc", 2), (1, 7)),
    (lambda: product("", "a"), (0, 0)),
    (lambda: product("ab", "cd"), (1, -3)),
    (lambda: islice("abcdef", 1, 5), 3),
    (lambda: iter(range(5)), -7),
    (lambda: iter(range(5)), 99),
    (lambda: iter([1, 2, 3]), 99),
    (lambda: reversed([1, 2, 3]), 99),
    (lambda: iter((1, 2, 3)), -1),
    (lambda: takewhile(bool, [1, 0, 1]), 1),
    (lambda: dropwhile(bool, [1, 0, 1]), 1),
    (lambda: zip_longest("ab", "c"), "-"),
):
    iterator = make()
    try:
        iterator.__setstate__(state)
        print(type(iterator).__name__, state, list(iterator))
    except Exception as error:
        print(type(iterator).__name__, state, type(error).__name__, error)

for make in (lambda: permutations("abc", 2), lambda: combinations("abc", 2), lambda: product("ab", "c"), lambda: count(3, 2), lambda: cycle("ab"), lambda: repeat(1, 2), lambda: accumulate([1, 2]), lambda: chain([1], [2]), lambda: islice("abc", 2), lambda: groupby("aab"), lambda: starmap(pow, [(1, 2)])):
    iterator = make()
    fresh = iterator.__reduce__()
    next(iterator)
    started = iterator.__reduce__()
    again = started[0](*started[1])
    if len(started) > 2:
        again.__setstate__(started[2])
    print(type(iterator).__name__, fresh[1] if "iterator" not in repr(fresh) else len(fresh), len(started), list(islice(map(str, again), 3)) if "groupby" not in repr(iterator) else "")

for d, n in ((deque("abc", 5), 3), (deque("abc", 3), 4), (deque("ab"), 3), (deque("ab", 3), 2**60), (deque("a", 1), 2**62), (deque("ab", 3), -1), (deque(maxlen=2), 2**62), (deque("a", 1), 7)):
    print(d * n, end=" ")
    d *= n
    print(d)
