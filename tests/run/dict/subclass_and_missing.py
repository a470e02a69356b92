# Subclasses of dict: __missing__, overridden methods, and what ignores them.
class Default(dict):
    def __missing__(self, key):
        self[key] = value = f"made {key}"
        return value


d = Default(a=1)
print(d["a"], d["b"], d, d.get("c"), "c" in d, len(d), d.setdefault("e", 2), d.pop("zz", None), {**d}, dict(d), Default.fromkeys("xy"), type(d.copy()).__name__, type(d | {}).__name__)


class Upper(dict):
    def __setitem__(self, key, value):
        super().__setitem__(key.upper(), value)

    def __getitem__(self, key):
        return super().__getitem__(key.upper())

    def __contains__(self, key):
        return super().__contains__(key.upper())

    def keys(self):
        return ["K"]

    def __iter__(self):
        return iter(["from iter"])

    def __len__(self):
        return 99


u = Upper(low=1)
u["new"] = 2
u.update(upd=3)
print(dict.__repr__(u), u["NEW"], u["new"], "new" in u, u.get("NEW"), u.get("new"), list(u), len(u), list(u.items()), u.keys(), repr(u), str(u), f"{u}")
print([k for k in u], sorted(u.values()), bool(Upper()), u == {"low": 1, "NEW": 2, "upd": 3}, type(u).__name__, isinstance(u, dict))


def show(**kw):
    return kw


print(show(**Default(q=1)), {**Default(q=2)}, dict(Default(q=3)), "%(missing)s" % Default(), "{x}".format_map(Default()), eval("a + b", {"a": 1}, {"b": 2}))


class Plain(dict):
    pass


p = Plain(x=1)
p.attribute = "yes"
print(p, p.attribute, vars(p), p["x"], p == {"x": 1}, Plain([(1, 2)]), Plain() == {}, hash(Plain) != 0)
try:
    p["nope"]
except KeyError as error:
    print(repr(error), error.args)


class Broken(dict):
    def __missing__(self, key):
        raise LookupError(f"really no {key}")


try:
    Broken()["x"]
except LookupError as error:
    print(type(error).__name__, error)
exec("y = name", {}, d)
print(d["y"], d["name"])
print(eval("anything", {}, Default()), type(eval("1", {"__builtins__": {}})).__name__)


class Namespace(dict):
    def __missing__(self, key):
        if key.startswith("auto_"):
            return key[5:]
        raise KeyError(key)


print(eval("auto_there * 2", {}, Namespace()))
