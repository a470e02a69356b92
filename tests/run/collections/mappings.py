# OrderedDict, defaultdict, Counter, ChainMap.
from collections import ChainMap, Counter, OrderedDict, defaultdict

o = OrderedDict(a=1, b=2, c=3)
o.move_to_end("a")
o.move_to_end("c", last=False)
print(o, list(o), o.popitem(), o.popitem(last=False), o, OrderedDict([("x", 1)]) == {"x": 1}, OrderedDict(a=1, b=2) == OrderedDict(b=2, a=1), dict(a=1, b=2) == OrderedDict(b=2, a=1))
o["z"] = 5
o["b"] = 9
print(list(reversed(o)), o.keys(), o.values(), o.items(), o | {"q": 1}, o.copy(), o.pop("z"), o.setdefault("new", 0), OrderedDict.fromkeys("ab", 0), type(o.copy()).__name__, repr(OrderedDict()))
for source in ("OrderedDict().popitem()", "o.move_to_end('nope')", "o['nope']", "OrderedDict(5)", "o.pop('nope')", "hash(o)"):
    try:
        print(eval(source))
    except Exception as error:
        print(source, type(error).__name__, error)
d = defaultdict(list)
d["a"].append(1)
d["b"] += [2]
print(d, d["c"], len(d), d.default_factory, d.get("zz"), "zz" in d, defaultdict(int, x=1)["y"], defaultdict(None, a=1), d.copy(), defaultdict(lambda: 5)["q"], type(d | {}).__name__, defaultdict(list, {"k": [1]}) == {"k": [1]})
for source in ("defaultdict(None)['x']", "defaultdict(5)", "defaultdict()['k']", "defaultdict(list, 5)", "defaultdict(lambda x: x)['k']"):
    try:
        print(eval(source))
    except Exception as error:
        print(source, type(error).__name__, error)
nested = defaultdict(lambda: defaultdict(int))
nested["x"]["y"] += 1
print(nested["x"], {k: dict(v) for k, v in nested.items()})
c = Counter("mississippi")
print(c, c["s"], c["zz"], c.most_common(2), sorted(c.elements()), c.total(), Counter(a=3, b=1) + Counter(a=1, c=2), Counter(a=3, b=1) - Counter(a=1, b=5), Counter(a=3, b=1) & Counter(a=1, b=5), Counter(a=3) | Counter(a=1, b=5), +Counter(a=-1, b=2), -Counter(a=-1, b=2))
c.update("miss")
c.subtract({"s": 10})
print(c, c.most_common(), c["s"], Counter([1, 1, 2]) == Counter({1: 2, 2: 1}), Counter(a=0) == Counter(), Counter(a=1) <= Counter(a=2), Counter(), dict(Counter("ab")), Counter({"x": 2}).copy(), type(Counter() + Counter()).__name__, list(Counter("aab")))
c += Counter("zzz")
del c["nothing"]
print(c["z"], Counter(x for x in "gen"), Counter(None), sum(Counter("aab").values()))
m = ChainMap({"a": 1}, {"a": 2, "b": 3})
m["c"] = 4
print(m, m["a"], m["b"], sorted(m), len(m), m.maps, m.new_child({"a": 0})["a"], m.parents, "b" in m, dict(m) == {"a": 1, "b": 3, "c": 4}, m.get("zz", "d"))
for source in ("m['nope']", "m.pop('b')", "del m['b']"):
    try:
        exec(source)
    except KeyError as error:
        print(source, error)
