# WeakValueDictionary, WeakKeyDictionary, WeakSet, WeakMethod and finalize.
import weakref


class Key:
    def __init__(self, n):
        self.n = n

    def __repr__(self):
        return f"K{self.n}"

    def method(self):
        return self.n * 2


a, b = Key(1), Key(2)
values = weakref.WeakValueDictionary({"a": a, "b": b})
values["temporary"] = Key(3)
print(sorted(values), len(values), values["a"], values.get("temporary"), "b" in values, list(values.values()), dict(values.items()))
del b
print(sorted(values), len(values), values.pop("a"), len(values), values.setdefault("d", a))
keys = weakref.WeakKeyDictionary()
keys[a] = "value of a"
keys[Key(9)] = "gone"
print(len(keys), list(keys.items()), keys[a], keys.get(Key(5), "none"))
s = weakref.WeakSet([a])
c = Key(4)
s.add(c)
s.add(Key(5))
print(len(s), a in s, sorted(k.n for k in s))
del c
print(len(s))
m = weakref.WeakMethod(a.method)
print(m()(), m() == a.method)
f = weakref.finalize(a, print, "finalized", end="!\n")
print(f.alive, f.peek()[1:] == (print, ("finalized",), {"end": "!\n"}))
del a
print(f.alive, m(), len(keys), len(values), len(s), f())
d = Key(7)
g = weakref.finalize(d, lambda: "result")
print(g(), g(), g.alive)
for source in ("keys['text']", "values['nope']", "s.remove(d)", "weakref.WeakKeyDictionary({1: 2})"):
    try:
        exec(source)
    except Exception as error:
        print(source, type(error).__name__, str(error).split(" at")[0])
