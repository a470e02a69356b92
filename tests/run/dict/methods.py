# All the methods of dict.
d = {"a": 1, "b": 2}
print(d["a"], d.get("a"), d.get("x"), d.get("x", 5), d.setdefault("c", 3), d.setdefault("a", 9), d.setdefault("n"), d)
print(d.pop("n"), d.pop("x", "default"), d.popitem(), d, len(d), "a" in d, 1 in d, "x" not in d, list(d), d.copy() == d, d.copy() is d)
d.update({"b": 20, "z": 26}); d.update([("p", 1), ["q", 2]]); d.update(k=5, a=0); d.update({}, m=1); d.update()
print(d, d.keys(), d.values(), d.items(), sorted(d), max(d), list(reversed(d)), dict(reversed(d.items())))
print(dict.fromkeys("abc"), dict.fromkeys([1, 2], []), dict.fromkeys({}, 1), dict(), dict(a=1), dict([("a", 1)], b=2), dict({"x": 1}, x=2), dict(zip("ab", (1, 2))), dict(["ab", "cd"]))
print({**d, "a": "new"}["a"], {"a": 1, "a": 2}, {1: "int", 1.0: "float", True: "bool"}, {} == {}, {1: 2} == {1: 2.0}, {1: 1, 2: 2} == {2: 2, 1: 1}, {1: 1} != {1: 2})
print({"a": 1} | {"b": 2}, {"a": 1} | {"a": 2}, dict(a=1).__or__({}), {}.__ror__({1: 2}))
e = {"a": 1}
f = e
e |= {"b": 2}
e |= [("c", 3)]
print(e, f is e, e.clear(), e, f, bool(e))
CASES = """
{}['x']
{}[1, 2]
{}.pop('x')
{}.popitem()
{}[[]]
{[]: 1}
{{}: 1}
{}.get([])
[] in {}
{}.setdefault([], 1)
{}.get()
{}.pop()
dict(5)
dict([1])
dict(['abc'])
dict([(1, 2, 3)])
dict([()])
dict('ab')
dict(1, 2)
dict({1: 2}, **{3: 4})
{}.update(5)
{}.update([1])
{}.update(1, 2)
dict.fromkeys()
dict.fromkeys(5)
{} < {}
{} | [(1, 2)]
{} + {}
{1: 2}.__getitem__(1), {}.__contains__(1), {1: 2}.__len__(), {}.__eq__({}), {}.__eq__(5), {}.__hash__, {}.__doc__.splitlines()[0]
hash({})
{}.has_key(1)
{**5}
{**[1]}
dict(**{1: 2})
dict(**5)
{'k': 1}['K']
{(): 0}[()]
"""

for source in CASES.strip().splitlines():
    try:
        print(source, "->", repr(eval(source)))
    except Exception as error:
        print(source, "->", type(error).__name__, error)
