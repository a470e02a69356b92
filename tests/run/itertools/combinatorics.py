# product, permutations, combinations and groupby.
from itertools import *

CASES = """
[*product('ab', [1, 2])], [*product()], [*product('ab', repeat=2)], [*product([], 'ab')], [*product([0, 1], repeat=0)], [*product('a', 'b', repeat=2)], len([*product(range(4), repeat=3)])
[*permutations('abc')], [*permutations('abc', 2)], [*permutations([], 0)], [*permutations('ab', 3)], [*permutations(range(3), 1)], len([*permutations(range(6))]), [*permutations('aab', 2)], [*permutations('ab', None)]
[*combinations('abcd', 2)], [*combinations('ab', 3)], [*combinations('ab', 0)], len([*combinations(range(10), 4)]), [*combinations_with_replacement('abc', 2)], [*combinations_with_replacement('a', 3)], [*combinations_with_replacement([], 1)], [*combinations_with_replacement('ab', 0)]
[(k, list(g)) for k, g in groupby('aabbbca')], [(k, list(g)) for k, g in groupby([1, 3, 2, 4, 5], lambda x: x % 2)], [k for k, g in groupby('aab')], [(k, len(list(g))) for k, g in groupby(sorted('mississippi'))], [*groupby([])], [(k, [*g]) for k, g in groupby(['A', 'a', 'b'], key=str.lower)]
[list(g) for k, g in list(groupby('aab'))], next(groupby('a'))[0], [k for k, _ in groupby([1, 1.0, True, 2])]
product(5)
product('a', repeat=-1)
product('a', repeat='x')
product('a', nope=1)
permutations(5)
permutations('a', -1)
permutations('a', 'b')
permutations()
combinations('a')
combinations('a', -1)
combinations(5, 1)
combinations_with_replacement('a', -1)
groupby()
groupby(5)
[*groupby([1], 5)]
groupby([1], key=1, nope=2)
"""

for source in CASES.strip().splitlines():
    try:
        print(source, "->", repr(eval(source)))
    except Exception as error:
        print(source, "->", type(error).__name__, error)
g = groupby("aabb")
k1, g1 = next(g)
print(k1, next(g1))
k2, g2 = next(g)
print(k2, list(g1), list(g2), next(g, "end"))
print(sum(a * b for a, b in combinations(range(20), 2)), max(sum(p) for p in permutations([1, 5, 3], 2)), ["".join(p) for p in product("01", repeat=3)], {frozenset(c) for c in combinations("ab", 1)} == {frozenset("a"), frozenset("b")})


class Key:
    def __init__(self, n):
        self.n = n

    def __eq__(self, o):
        print("eq", self.n, o.n, end="; ")
        return self.n // 10 == o.n // 10


print([(k.n, len(list(g))) for k, g in groupby(map(Key, [1, 5, 12, 13, 2]))])
big = product(range(100), repeat=5)
print(next(big), next(big), next(islice(big, 10000, None)))
