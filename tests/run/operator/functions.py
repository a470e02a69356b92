# The operator module.
import operator as op

for name, args in (("add", (1, 2)), ("sub", (1, 2)), ("mul", ("a", 3)), ("truediv", (1, 2)), ("floordiv", (7, 2)), ("mod", (7, 4)), ("pow", (2, 5)), ("lshift", (1, 4)), ("rshift", (16, 2)), ("and_", (6, 3)), ("or_", (6, 3)), ("xor", (6, 3)), ("neg", (5,)), ("pos", (-5,)), ("inv", (5,)), ("invert", (5,)), ("not_", ([],)), ("abs", (-3,)), ("truth", ("a",)), ("index", (True,)),
                   ("lt", (1, 2)), ("le", (2, 2)), ("eq", (1, 1.0)), ("ne", (1, 2)), ("ge", (1, 2)), ("gt", (3, 2)), ("is_", (None, None)), ("is_not", (1, None)), ("concat", ([1], [2])), ("contains", ([1], 1)), ("countOf", ([1, 2, 1], 1)), ("indexOf", ("abc", "c")), ("getitem", ([5, 6], 1)), ("length_hint", ([1, 2],)), ("iadd", ([1], [2])), ("iconcat", ([1], [2])), ("imul", (3, 4)), ("isub", (5, 2)), ("ior", ({1}, {2})), ("matmul", (1, 2)), ("call", (len, "ab")), ("__add__", (1, 1)), ("div", (1, 2)), ("attrgetter", ()), ("itemgetter", ()), ("methodcaller", ()), ("add", (1, "a")), ("add", (1,)), ("getitem", ([], 0)), ("indexOf", ([], 1)), ("contains", (5, 1)), ("index", (1.5,)), ("concat", (1, 2)), ("length_hint", (5, "x")), ("lt", (1, "a")), ("truediv", (1, 0)), ("ipow", (2, 3)), ("ifloordiv", (7, 2))):
    try:
        print(name, args, getattr(op, name)(*args))
    except Exception as error:
        print(name, args, type(error).__name__, error)
d = {}
op.setitem(d, "k", [1, 2, 3])
op.delitem(d["k"], slice(0, 2))
print(d, op.itemgetter("k")(d), op.itemgetter(0, 2)("abc"), op.itemgetter(slice(1))("abc"), op.itemgetter(1), op.itemgetter(1, "a"))


class C:
    class n:
        v = 5

    def m(self, *a, **k):
        return a, k


print(op.attrgetter("n.v")(C), op.attrgetter("n.v", "__name__")(C), op.attrgetter("x.y"), op.methodcaller("m", 1, k=2)(C()), op.methodcaller("upper")("a"), op.methodcaller("m", 1, k="v"))
print(sorted([(2, "b"), (1, "c")], key=op.itemgetter(1)), sorted("bca", key=op.methodcaller("__str__")), list(map(op.mul, [1, 2], [3, 4])), max([{"a": 1}, {"a": 5}], key=op.itemgetter("a")))
for source in ("op.itemgetter(1)([])", "op.attrgetter('nope')(C)", "op.attrgetter(5)", "op.methodcaller(5)", "op.methodcaller('nope')(5)", "op.itemgetter(0)()", "op.attrgetter('a')(1, 2)", "op.methodcaller('m')()", "op.itemgetter('a')(5)", "op.attrgetter('n.nope.x')(C)"):
    try:
        print(source, eval(source))
    except Exception as error:
        print(source, type(error).__name__, error)
print(op.add.__name__, op.add.__doc__, op.itemgetter.__name__, sorted(op.__all__)[:5], len(op.__all__))
