# Keys that equal text without being text, in dicts that hold nothing but text.
class K:
    def __init__(self, v):
        self.v = v

    def __hash__(self):
        return hash(self.v)

    def __eq__(self, o):
        return self.v == (o.v if isinstance(o, K) else o)


class S(str):
    def __hash__(self):
        return hash("fixed")

    def __eq__(self, o):
        return True


d = {"x": 1, "y": 2}
print(d.get(K("x")), K("x") in d, d[K("y")], K("z") in d, d.get(K("z"), "none"), d.setdefault(K("x"), 5), d.pop(K("y")), d)
d[K("x")] = "replaced through K"
print(d, list(d), len(d))
del d[K("x")]
print(d)
e = {"fixed": 1, "other": 2}
print(e[S("anything")], S("q") in e, e.get(S("")), {S("a"): 1}["fixed"], "fixed" in {S("z")}, {"a", "b"} & {K("a")} != set(), K("a") in {"a"}, {"a"} == {K("a")}, {"a": 1} == {K("a"): 1})


class Raises:
    def __hash__(self):
        return hash("k")

    def __eq__(self, o):
        raise ValueError("no equality")


for f in (lambda: {"k": 1}[Raises()], lambda: Raises() in {"k"}, lambda: {"k": 1}.get(Raises()), lambda: {"k": 1}.pop(Raises(), None), lambda: {"k", Raises()}, lambda: {"j": 1}.get(Raises(), "different hash")):
    try:
        print(f())
    except ValueError as error:
        print(error)
print({"1": "text", 1: "int"}[1], {"a": 1}.get(97), {"": 0}.get(0, "no"), {"a": 1}.get(b"a", "no"), {"a": 1}.get(("a",), "no"), "a" in {"ab": 1}, {"x": 1}.get(None))
for bad in ([], {}, set()):
    for f in (lambda: {"a": 1}[bad], lambda: bad in {"a": 1}, lambda: {"a": 1}.get(bad), lambda: bad in {"a"}, lambda: {}.get(bad), lambda: bad in {}):
        try:
            print(f())
        except TypeError as error:
            print(error, end="; ")
print()
