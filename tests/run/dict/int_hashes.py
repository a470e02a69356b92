"""Ints as keys around the modulus of their hash, equal keys of other types, and `in` for every kind of container."""
m = 2**61 - 1
edges = [0, 1, -1, -2, 2, m - 1, m, m + 1, -m, -m - 1, -m + 1, 2 * m, 2**61, -(2**61), 2**62, 2**64, -(2**70), m * m]
print([hash(n) for n in edges])
table = {}
for n in edges:
    table[n] = table.get(n, 0) + 1
print(len(table), [n in table for n in edges], [float(n) in table for n in edges[:6]], True in table, 1.0 in table, -1.0 in table)
print({1: "int"}[1.0], {1.0: "float"}[1], {True: "bool"}[1], {-1: "a", -2: "b"}, hash(-1) == hash(-2) == -2, {-1, -2})
s = set(edges)
print(len(s), m in s, -m in s, 0 in s, 2**63 in s, sorted(s)[:3])


class Same:
    def __init__(self, n):
        self.n = n

    def __hash__(self):
        return hash(self.n)

    def __eq__(self, other):
        print("eq", self.n, other, end="; ")
        return other == self.n


print(Same(5) in {5: 1}, 5 in {Same(5): 1}, Same(-1) in {-2: 0, -1: 0}, Same(7) in {5})


class Missing(dict):
    def __contains__(self, key):
        return "always"


class Raises:
    def __hash__(self):
        raise LookupError("hash")


print(1 in Missing(), dict.__contains__(Missing(), 1), 1 in {}, None in {None: 1}, (1, 2) in {(1, 2): 3})
for wrong in (lambda: [] in {}, lambda: {} in {1: 2}, lambda: [] in set(), lambda: Raises() in {}, lambda: 1 in 5, lambda: 1 in "a", lambda: (1, []) in {}):
    try:
        print(wrong())
    except (TypeError, LookupError) as error:
        print(type(error).__name__, error)
if [1] not in [[1]] or 3 in (1, 2) or "b" in {"a": 1} or b"a" in {"a": 1}:
    print("never")
