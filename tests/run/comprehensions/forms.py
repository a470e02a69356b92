# List, set, dict and generator comprehensions: nesting, filters, evaluation order.
print([x * x for x in range(6)], {x % 3 for x in range(9)}, {x: x * x for x in range(4)}, list(x + 1 for x in range(3)), sum(x for x in range(5)))
print([x for x in range(20) if x % 2 if x % 3], [(x, y) for x in range(3) for y in range(x)], [[y for y in range(x)] for x in range(3)], [x for row in [[1, 2], [3]] for x in row])
print([a + b for a, b in [(1, 2), (3, 4)]], [a for a, *b in [(1, 2, 3)]], {k: v for k, v in zip("ab", [1, 2])}, [x if x > 1 else -x for x in range(4)], [i for i, in [(1,), (2,)]])
print([lambda: i for i in range(3)][0](), [f() for f in [lambda i=i: i for i in range(3)]], [(lambda x: x * y)(2) for y in range(3)])
print([y for x in range(3) if (y := x * 10) > 5], y, [x := 5 for _ in range(1)], x, any((last := n) > 2 for n in range(6)), last)


def trace(label, value):
    print(label, end=" ")
    return value


print({trace("key", i): trace("value", -i) for i in trace("source", range(2)) if trace("test", True)})
print([trace("inner", (a, b)) for a in trace("first", [1, 2]) for b in trace("second", [3])])


def function():
    base = 10
    rows = [[base + i * j for j in range(3)] for i in range(2)]
    nested = {i: {j: base for j in range(i)} for i in range(3)}
    return rows, nested, [base for base in range(2)], base


print(function())


class Body:
    n = 3
    squares = [i * i for i in range(n)]
    first = list(i for i in range(n))
    try:
        table = [n for _ in range(2)]
    except NameError as error:
        table = str(error)


print(Body.squares, Body.first, Body.table, hasattr(Body, "i"))
i = "outside"
[i for i in range(3)]
print(i, [[i for i in range(i)] for i in range(3)], i)
g = (print("started") or n for n in range(2))
print("not yet", next(g), list(g), type(g).__name__)
for source in ("[x for x in 5]", "[1 / x for x in (1, 0)]", "{[]: 1 for x in [1]}", "{[] for x in [1]}", "[x for x, y in [(1,)]]", "list(undefined for _ in [1])", "(x for x in undefined)", "[x for x in (1 / 0,)]", "(y for y in 5)"):
    try:
        print(eval(source))
    except Exception as error:
        print(source, type(error).__name__, error)
for source in ("[x := 1 for x in [1]]", "[i for i in (j := [1])]", "[(yield) for x in y]", "[x for x in 1, 2]", "{**a for a in b}", "[*a for a in b]", "(x for x in y, 1)", "f(x for x in y, 1)", "[a, b for a in c]", "{a: b, c for a in d}", "[x async for x in y]"):
    try:
        compile(source, "s", "eval")
        print(source, "compiles")
    except SyntaxError as error:
        print(source, "|", error.msg)
