# The order in which functions, arguments, keywords, defaults and decorators are evaluated.
def note(label, value=None):
    print(label, end=" ")
    return value if value is not None else label


def target(*args, **kwargs):
    print("| called", args, kwargs)


note("f", target)(note("a"), note("b"), k=note("c"), *[note("d")], **{note("e"): note("g")})
note("obj", type("O", (), {"m": staticmethod(target)})).m(note(1), note(2))
note("f", target)(*note("star", (1,)), note("after"), *note("star2", (2,)), x=note("x"), **note("dict", {"y": 3}), z=note("z"))
d = {}
d[note("key")] = note("value")
note("target", d)[note("sub")] = note("rhs")
a, d[note("t1")] = note("pair", (1, 2))
print(d)
x = note("l", 1) + note("m", 2) * note("n", 3)
print(x, note("p", 1) < note("q", 2) < note("r", 0) < note("s", 9), note("t", 0) and note("u"), note("v", 1) or note("w"))
print([note("i", 1), note("j", 2)], {note("k1"): note("v1"), note("k2"): note("v2")}, (note("y"), *note("zz", [3])), note("then") if note("cond", 1) else note("else"))


@note("outer", lambda f: note("apply outer", f))
@note("inner", lambda f: note("apply inner", f))
def decorated(p=note("default"), *, q: note("annotation") = note("kwdefault")) -> note("return"):
    pass


print()


@note("class decorator", lambda c: note("apply", c))
class K(note("base", object), metaclass=note("meta", type)):
    note("body")


print()
print(f"{note('f1')}{note('f2'):{note('f3', '5')}}", note("slice", "abcdef")[note("lo", 1):note("hi", 5):note("st", 2)])
del note("d", d)[note("sub")], d[note("key")]
assert note("true", 1), note("message")
for note("loop", d)["v"] in note("iter", [1]):
    pass
with note("ctx", type("C", (), {"__enter__": lambda s: 5, "__exit__": lambda *a: None})()) as d[note("as")]:
    print("in with")
print(d["as"], d["v"])
i = 0
i, (j, k) = note("rhs", (1, (2, 3)))
print(i, j, k, (lambda a=note("ld", 7): a)())
for source in ("note('fn', 5)(note('arg'))", "target(note('a1'), *5, **note('kw', {}))", "note('o', 1).nope(note('never'))", "note('lst', [])[note('ix', 3)](note('never'))", "note('n', None)[note('sub')] "):
    try:
        exec(source)
    except Exception as error:
        print("|", type(error).__name__, error)
