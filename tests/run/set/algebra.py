# The laws of sets, checked on many sets; sets of sets; sieves and closures made with sets.
import itertools

universe = range(5)
subsets = [frozenset(c) for n in range(6) for c in itertools.combinations(universe, n)]
U = frozenset(universe)
print(len(subsets), len(set(subsets)), sum(len(s) for s in subsets))
laws = {
    "commutative": lambda a, b: a | b == b | a and a & b == b & a and a ^ b == b ^ a,
    "de morgan": lambda a, b: U - (a | b) == (U - a) & (U - b) and U - (a & b) == (U - a) | (U - b),
    "difference": lambda a, b: a - b == a & (U - b) and (a - b) | (a & b) == a,
    "symmetric": lambda a, b: a ^ b == (a | b) - (a & b) == (a - b) | (b - a),
    "subset": lambda a, b: (a <= b) == (a & b == a) == (a | b == b) == (not a - b),
    "strict": lambda a, b: (a < b) == (a <= b and a != b),
    "disjoint": lambda a, b: a.isdisjoint(b) == (not a & b),
    "size": lambda a, b: len(a | b) + len(a & b) == len(a) + len(b),
    "hash": lambda a, b: (a == b) == (hash(a) == hash(b)) or a != b,
    "methods": lambda a, b: a.union(b) == a | b and a.intersection(b) == a & b and a.difference(b) == a - b and a.symmetric_difference(b) == a ^ b,
    "mutable": lambda a, b: set(a) | b == a | set(b) and set(a) == a,
}
for name, law in laws.items():
    print(name, all(law(a, b) for a in subsets for b in subsets))
print(all((a | b) & c == (a & c) | (b & c) for a in subsets[::3] for b in subsets[::3] for c in subsets[::3]))
for operation in ("update", "intersection_update", "difference_update", "symmetric_difference_update"):
    ok = True
    for a in subsets:
        for b in subsets:
            s = set(a)
            getattr(s, operation)(b)
            ok &= s == {"u": a | b, "i": a & b, "d": a - b, "s": a ^ b}[operation[0]]
    print(operation, ok)
power = {frozenset()}
for x in "abc":
    power |= {s | {x} for s in power}
print(len(power), sorted("".join(sorted(s)) for s in power), frozenset("ab") in power, {frozenset("ab"), frozenset("ba")} == {frozenset("ab")})
composite = {m for n in range(2, 10) for m in range(n * n, 100, n)}
print(sorted(set(range(2, 100)) - composite))
edges = {(1, 2), (2, 3), (3, 4), (5, 1)}
closure = set(edges)
while True:
    new = {(a, d) for a, b in closure for c, d in closure if b == c} - closure
    if not new:
        break
    closure |= new
print(sorted(closure), len({frozenset(e) for e in closure}), {a for a, _ in closure} & {b for _, b in closure})
reach = {1}
reach |= {b for a, b in closure if a in reach}
print(sorted(reach), {1, 2} < reach, reach > {3}, sorted(reach ^ {1, 99}), set() <= reach, {*reach, *"z"} - reach)
