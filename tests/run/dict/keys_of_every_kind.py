# Keys: numbers that are equal, text, tuples, functions, classes, frozen sets, objects with odd equality.
def f():
    pass


class K:
    def __init__(self, v):
        self.v = v

    def __hash__(self):
        return hash(self.v)

    def __eq__(self, o):
        return self.v == (o.v if isinstance(o, K) else o)

    def __repr__(self):
        return f"K{self.v}"


d = {1: "a", "1": "b", (1,): "c", f: "d", K: "e", None: "f", True: "g", 1.5: "h", frozenset([1]): "i", b"1": "j", ...: "k", int: "l", range(3): "m", 2 + 0j: "n", -1: "o", -2: "p", "": "q", (): "r", len: "s"}
print(len(d), d[1.0], d[True], d["1"], d[1,], d[f], d[K], d[None], d[frozenset({1})], d[b"1"], d[int], d[range(0, 3)], d[2], d[2.0], d[-1], d[-2], d[()], d[len])
e = {K(1): "K one", "x": 0}
print(e[1], e[K(1)], e[True], 1 in e, e.get(K("x")), e[K("x")])
e[1] = "replaced"
print(e, list(e)[0], {1: "a", K(1): "b"}, {K(1): "b", 1: "a"}, {True: 1, 1: 2, 1.0: 3})
methods = {"abc".upper: 1}
print(methods["abc".upper] if "abc".upper in methods else "bound methods of equal selves differ", [].append in {[].append: 1})
o = K([])
try:
    {o: 1}
except TypeError as error:
    print(error)
counts = {}
for c in "the quick brown the lazy the".split():
    counts[c] = counts.get(c, 0) + 1
print(counts, max(counts, key=counts.get), sorted(counts, key=lambda k: (-counts[k], k)), {v: k for k, v in counts.items()}, [k for k in counts if counts[k] > 1])
grid = {(x, y): x * y for x in range(3) for y in range(3)}
print(grid[2, 2], sum(grid.values()), sorted(k for k, v in grid.items() if v == 2), max(grid), grid.get((9, 9), "outside"))
inverted = {}
for k, v in {"a": 1, "b": 2, "c": 1}.items():
    inverted.setdefault(v, []).append(k)
print(inverted, {**{"x": 1}, **{"y": 2}}, dict(**{"x": 1}, y=3), {k: d[k] for k in list(d)[:3]}, dict(zip(*["ab", [1, 2]])), [*{**{}, "z": 1}])
nan = float("nan")
n = {nan: "same object"}
print(n[nan], n.get(float("nan")), {0.0: "z"}[-0.0], {float("inf"): 1}[float("inf")], {10**20: 1}[1e20], {2**61 - 1: "big", 0: "zero"}[0])
a, b = {}, {}
for i in range(100):
    a[i] = i
for i in reversed(range(100)):
    b[i] = i
print(a == b, list(a) == list(b), list(a) == list(b)[::-1], str(a) == str(b), a.items() == b.items(), a.keys() == b.keys(), list(a.values()) == list(b.values()))
