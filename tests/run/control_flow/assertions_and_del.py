# assert, del, pass, ellipsis, conditional expressions, chained assignment and annotations.
for source in ("assert 1", "assert 0", "assert 0, 'message'", "assert [], [1, 2]", "assert (), None", "assert 1 == 2, f'{1 + 1}'", "assert not 0, 1 / 0", "assert 0, 1 / 0"):
    try:
        exec(source)
        print(source, "passed")
    except Exception as error:
        print(source, type(error).__name__, error, error.args)
a = b = c = [1, 2, 3, 4]
del a[0], b[0:1]
del (c)
d = {"x": 1, "y": 2}
del d["x"], a
print(b, d)
e, f, g = 1, 2, 3
del (e, [f]), g
for name in "aefg":
    print(name, name in globals(), end="; ")
print()


class C:
    x = 1

    def __delattr__(self, name):
        print("delattr", name)

    def __delitem__(self, key):
        print("delitem", key)


o = C()
del o.x, o.anything, o[1], o[1:2], o["a", 2]
del C.x
for source in ("del undefined", "del d['nope']", "del b[99]", "del (1).real", "del C.x", "del o", "del o", "del 'abc'[0]", "del d.x", "del b['x']"):
    try:
        exec(source)
        print(source, "worked")
    except Exception as error:
        print(source, type(error).__name__, error)
for source in ("del 1", "del f()", "del a + b", "del a, 1", "del (a, b()),", "del *a", "del", "del None", "del a if b else c", "del [x for x in y]", "del ()", "del []", "del (a), [b]", "del a := 1", "del 'x'", "del a.b, c[d]"):
    try:
        compile(source, "s", "exec")
        print(source, "compiles")
    except SyntaxError as error:
        print(source, "|", error.msg)
x: int = 5
y: "not evaluated" if False else str
(z): int = 6
b[0]: print("subscript annotation evaluated") = 7
o = type("O", (), {})()
o.attr: int = 8
print(x, z, b, o.attr, __annotations__)
try:
    y
except NameError as error:
    print(error)
...
pass; pass
"expression statement"
if True: pass
print(Ellipsis is ..., type(...).__name__, repr(...), ... == ..., bool(...))
