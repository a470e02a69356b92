# Equal numbers have equal hashes, whatever their type; hash values are CPython's.
for n in (0, 1, -1, -2, 2**30, 2**31, 2**61 - 2, 2**61 - 1, 2**61, 2**61 + 1, 2**62, 2**64, -(2**61), 10**30, -(10**30)):
    print(n, hash(n))
for x in (0.0, -0.0, 0.5, 1.5, -1.5, 1e10, 1e100, 1e-10, 3.14, 2.0**61, 2.0**70, float("inf"), float("-inf")):
    print(x, hash(x))
for c in (0j, 1j, 1 + 1j, -1j, 1.5 - 2.5j, 1e10j):
    print(c, hash(c))
print(hash(True), hash(False), hash(None) == hash(None), hash(2**100) == hash(float(2**100)))
print(hash(()), hash((1,)), hash((1, 2)), hash((1, (2, 3))), hash((1.0, 2)) == hash((1, 2.0)), hash((0,) * 10))
print(hash(frozenset()), hash(frozenset([1])), hash(frozenset([1, 2, 3])), hash(frozenset(range(100))))
print(hash(range(5)) == hash(range(0, 5)), hash(range(0, 3, 2)) == hash(range(0, 4, 2)))
table = {1: "int", 1.5: "float", 2j: "complex", (1, 2): "tuple"}
print(table[1.0], table[True], table[1 + 0j], table[1.5 + 0j], table[(1.0, 2.0)], 2 in table, 2j in table)
print({1, 1.0, True, 1 + 0j}, {0, False, 0.0, -0.0, 0j}, len({float("nan"), float("nan")}))
nan = float("nan")
print(nan in [nan], [nan] == [nan], nan == nan, {nan: 1}[nan], [nan].index(nan), (nan,) == (nan,))
