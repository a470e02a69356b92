# Unpacking on the left of assignments, with all its errors.
a, b = 1, 2
a, b = b, a
(c, d), [e, f] = (1, 2), [3, 4]
g, *h = "abc"
*i, j = range(4)
k, *l, m = (1, 2)
[n, (o, *p), q] = 1, (2, 3, 4), 5
print(a, b, c, d, e, f, g, h, i, j, k, l, m, n, o, p, q)
*r, = ()
s, = [9]
[t] = {7: 1}
() = []
[] = ()
u = v = w = []
w.append(1)
x = y, z = (1, 2)
print(r, s, t, u is v, u, x, y, z)
data = {}
data["k"], data["l"], *data["m"] = 1, 2, 3, 4
obj = type("O", (), {})()
obj.a, (obj.b, data["n"]) = "A", ("B", "N")
lst = [0, 0, 0, 0]
lst[1:3], lst[0] = "xyz", "first"
print(data, obj.a, obj.b, lst)
for first, *others in [(1, 2, 3), "ab", [5]]:
    print(first, others, end="; ")
for (i1, (i2, i3)), i4 in [((1, (2, 3)), 4)]:
    print(i1, i2, i3, i4)
print([x + y for x, y in {1: 2, 3: 4}.items()], {**{"a": 1}, "b": 2, **{"a": 3}}, [*"ab", *[1], *{2: 0}], (*range(3),), {*"aa"}, (*[], *()))
CASES = ("a, b = 1", "a, b = 1,", "a, b = 1, 2, 3", "a, b, c = 'ab'", "a, *b, c = [1]", "a, b = {}", "(a, b), c = 1, 2", "a, b = None", "*a, b = []", "a, b = iter([1])", "a, b = (x for x in range(3))", "[a] = 5", "() = [1]", "a, (b, c) = 1, 'xyz'",
         "a, b = range(10**9)", "a, *b = 5", "a, b = object()", "a, b = {1: 2}", "for a, b in [1]: pass", "[*5]", "{**5}", "{**[]}", "[*None]", "(*1,)", "{*1}")
for source in CASES:
    try:
        exec(source)
        print(source, "worked")
    except Exception as error:
        print(source, type(error).__name__, error)
for source in ("*a = [1]", "*a, *b = [1]", "a, b += 1, 2", "(a, b): int = 1", "1, a = 2, 3", "f() = 1", "a + b = 1", "[a, 1] = 2", "*a", "del *a", "del (a, *b)", "x = *a", "print(*)", "f(**)", "(a) = 5", "(*a) = 1", "{a, b} = 1", "None = 1", "a = yield", "'x' = 1", "f'{x}' = 1", "a = 1 = b", "a if b else c = 1", "(a := 1) = 2", "a.b := 1", "{**a} = 1", "...= 1", "[x for x in y] = 1", "__debug__ = 1"):
    try:
        compile(source, "s", "exec")
        print(source, "compiles")
    except SyntaxError as error:
        print(source, "|", error.msg, error.offset)


class Unpackable:
    def __iter__(self):
        print("iterating")
        return iter((1, 2))


class Sequence:
    def __getitem__(self, i):
        if i > 2:
            raise IndexError
        return i * 10


a, b = Unpackable()
a, b, c = Sequence()
*a, b = Sequence()
print(a, b, c, [*Sequence()], max(*Unpackable()))


class Raises:
    def __iter__(self):
        yield 1
        raise RuntimeError("half way")


try:
    a, b = Raises()
except RuntimeError as error:
    print(error, a)
