# Deep nesting of comprehensions with conditions, functions and generators of all kinds in them.
print([[[i + j + k for k in range(2)] for j in range(2)] for i in range(2)])
print([(a, b, c) for a in range(1, 20) for b in range(a, 20) for c in range(b, 20) if a * a + b * b == c * c])
print({a: {b: a * b for b in range(3) if b} for a in range(3)}, {tuple(sorted({x, y})) for x in range(3) for y in range(3) if x != y} == {(0, 1), (0, 2), (1, 2)})
print(sorted({len(w): [v for v in "a bb cc ddd".split() if len(v) == len(w)] for w in "a bb cc ddd".split()}.items()))
print([f(x) for f in (lambda x: x + 1, lambda x: x * x, str) for x in (2, 3)], [(lambda y: [y + z for z in range(2)])(x) for x in range(2)], [g for g in ((i for i in range(n)) for n in range(3)) for g in g])
primes = [n for n in range(2, 60) if all(n % d for d in range(2, int(n**0.5) + 1))]
print(primes, [p for p in primes if p + 2 in primes], sum(1 for a in primes for b in primes if a < b and a + b in set(primes)))
matrix = [[1, 2, 3], [4, 5, 6]]
print([[row[i] for row in matrix] for i in range(3)], [sum(x * y for x, y in zip(r, c)) for r in matrix for c in zip(*matrix[::-1])] if False else [sum(r) for r in zip(*matrix)], [x for r in matrix[::-1] for x in r[::-1]])
words = ["apple", "Bob", "cat"]
print({w[0].lower(): w for w in words}, [w.upper() if len(w) > 3 else w.lower() for w in words], [c for w in words for c in w if c in "aeiou"], ["".join(reversed(w)) for w in words], [(i, c) for i, w in enumerate(words) for c in w[:i]])


def outer(n):
    k = 10

    def inner(m):
        return [k + n + m + i for i in range(2)]

    return [inner(j) for j in range(2)], {k: n for k in range(2)}, k, [n for n in range(3)], n


print(outer(5))
table = [[x * y for x in range(1, 6)] for y in range(1, 4)]
print("\n".join(" ".join(f"{v:3}" for v in row) for row in table))
print([*(x for x in range(3)), *[y for y in "ab"], *{z: z for z in (7,)}], max(x for x in (1, 5, 2)), dict((k, v) for k, v in [("a", 1)]), tuple(x for x in ()), [None for _ in range(2)], [[] for _ in range(2)], [() for () in [(), ()]])
fizz = ["FizzBuzz"[i * i % 3 * 4:8 - (-i**4 % 5)] or i for i in range(1, 16)]
print(fizz, [a if a else b for a, b in [(0, 1), (2, 3)]], [x for x in [1, 2, 3] if x > 1 if x < 3], [x for x in range(10) if x % 2 == 0 and x % 3 == 0 or x == 7], [i for i in range(5) if not i & 1])
it = iter(range(10))
print([(a, b) for a, b in zip(it, it)], [next(it, -1) for _ in range(2)], [x for x in iter([3, 2, 1, 0, 5].pop, 0)], [(x, y) for x, y in zip("abc", range(1, 9)) if y != 2])
