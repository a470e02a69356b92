# globals(), locals(), vars(), dir() in modules, functions and class bodies.
a = 1
print(globals() is globals(), locals() is globals(), globals()["a"], "a" in vars(), __name__, sorted(k for k in globals() if not k.startswith("__")))
globals()["b"] = 2
print(b)
del globals()["b"]
try:
    b
except NameError as error:
    print(error)


def f(x, y=2, *args, z=3, **kw):
    w = x
    print(locals(), sorted(vars()), dir())
    locals()["w"] = "no effect"
    print(w, list(locals()))
    del w
    print(sorted(locals()))

    def inner():
        return x, locals()

    return inner()


print(f(1, 2, 5, k=6))


class C:
    p = 1
    print(sorted(k for k in locals()), locals()["p"])
    locals()["q"] = "added"
    names = sorted(vars())


print(C.q, C.names, [locals().get("a") for _ in range(1)], [sorted(locals()) for i in range(1)])
print((lambda p, q=1: locals())(5), sorted((lambda: globals())())[:1] != [], eval("sorted(locals())", {}, {"k": 1}), eval("a + 1"), eval("locals()", {"u": 1})["u"])


def g():
    exec("made = 5")
    try:
        return made
    except NameError as error:
        return str(error), sorted(locals())


print(g())


def h():
    v = 1
    exec("v = 2; print(v, sorted(locals()))")
    return v, eval("v + 10"), eval("w", {"w": 7})


print(h())
namespace = {}
exec("x = 1\ndef f(): return x\nclass D: y = x", namespace)
namespace["x"] = 9
print(namespace["f"](), namespace["D"].y, sorted(k for k in namespace if k != "__builtins__"), type(namespace["__builtins__"]).__name__)
local = {}
exec("x = 1\ny = x + 1\n[x for _ in range(2)] if 'x' in globals() else None", {"range": range}, local)
print(local)
for source in ("vars(5)", "vars(1, 2)", "dir(1, 2)", "globals(1)", "locals(1)", "vars(object())"):
    try:
        print(eval(source))
    except TypeError as error:
        print(source, error)


class V:
    def __init__(self):
        self.z, self.a = 1, 2

    def __dir__(self):
        return ["z", "b", "a"]


print(vars(V()), dir(V()), vars(V)["__init__"].__name__, "__dict__" in dir(V), dir(type("E", (), {"only": 1}))[-1], [n for n in dir(5) if n.startswith("bit")])
