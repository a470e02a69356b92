# Insertion order, and the views of keys, values and items.
d = {}
for key in "zebra":
    d[key] = d.get(key, 0) + 1
print(d)
d["z"] = 100
del d["e"]
d["e"] = 5
print(d, list(d.values()), list(d.items()))
for i in range(20):
    d[i] = i
for i in range(0, 20, 2):
    del d[i]
d["last"] = None
print(list(d), d.popitem(), list(reversed(d))[:4])
a, b = {1: "x", 2: "y", 3: "z"}, {2: "y", 3: "q", 4: "w"}
k, v, i = a.keys(), a.values(), a.items()
print(k & b.keys(), k | b, k - b.keys(), k ^ b.keys(), sorted(i & b.items()), k == {1, 2, 3}, k <= {1, 2, 3, 4}, k > {1}, k.isdisjoint([7]), k.isdisjoint([1]))
print(i == set(a.items()), (2, "y") in i, (2, "n") in i, 5 in i, "x" in v, 1 in k, len(v), {5} | a.keys(), [1, 2] & k if False else k & [1, 2], sorted(i | {(9, 9)}))
a[5] = "new"
del a[1]
print(k, v, i, list(reversed(k)), list(reversed(v)), list(reversed(i)), len(k), len(i), a.keys().mapping[5], type(k.mapping).__name__)
print(v == a.values(), v == v, k == b, i == i, {1: [2]}.items() == {1: [2]}.items(), {}.keys() == set(), {}.keys(), {}.values(), {}.items(), set() < k, k >= k)
try:
    k.mapping[1] = 2
except TypeError as error:
    print(error)
for source in ("k[0]", "k + k", "k & 5", "k < 5", "hash(k)", "{1: []}.items() & {1}", "next(k)", "k.add(1)", "{1: []}.items() | set()", "len(5 | k)"):
    try:
        print(source, eval(source))
    except Exception as error:
        print(source, type(error).__name__, error)
print(dict(enumerate("ab")), dict(map(reversed, {"a": 1}.items())), {v: k for k, v in b.items()}, *a, sep="|")
print([*a.items()], sum({1: 2, 3: 4}), min({3: 0, 2: 9}), sorted({"b": 1, "a": 2}.items(), key=lambda p: p[1]), dict(sorted({"b": 1, "a": 2}.items())))
