# The lazy builtins, with their arguments, order of evaluation and errors.
def noisy(name, items):
    for i in items:
        print(f"{name}:{i}", end=" ")
        yield i


print(list(map(lambda a, b: a + b, noisy("x", [1, 2, 3]), noisy("y", [10, 20]))))
print(list(zip(noisy("p", "abc"), noisy("q", [1, 2]))), list(zip(noisy("r", [1]), noisy("s", []))))
print(list(filter(lambda n: n % 2, noisy("f", range(5)))), list(filter(None, [0, 1, "", "a", None, []])), list(enumerate(noisy("e", "ab"), 5)))
m = map(str, noisy("lazy", [1, 2]))
print("made", next(m))
print(list(zip()), list(zip("ab")), list(zip("ab", [1, 2], (True, False))), list(zip([1, 2], [3, 4], strict=True)), dict(zip("ab", range(9))), list(zip(*[(1, 2), (3, 4)])), list(zip(*[iter(range(7))] * 3)))
print(list(enumerate([], 3)), list(enumerate("ab", start=-1)), list(enumerate("a", 2**70)), next(enumerate(["x"]))[0], list(map(max, [1, 5], [3, 2])), list(map(None.__class__, [])), list(map(int, "123", [10] * 3)))
print(list(filter(str.isalpha, "a1b2")), list(filter(lambda x: x, filter(None, [0, 3]))), list(map(lambda *a: a, "ab", "cd")), list(reversed(list(enumerate("ab")))), [*map(abs, (-1, 2))])
for source in ("list(zip([1], [1, 2], strict=True))", "list(zip([1, 2], [1], strict=True))", "list(zip([1], [1], [], strict=True))", "list(zip([], [], [1], strict=True))", "zip(5)", "zip([], 5)", "map(5)", "map(str)", "list(map(5, [1]))", "map(str, 5)", "filter(None)", "filter(None, 5)", "list(filter(5, [1]))", "enumerate()", "enumerate(5)", "enumerate([], 'a')", "enumerate([], 1, 2)", "list(map(len, [1]))", "list(map(lambda a: a, [1], [2]))", "zip([1], nope=1)", "map(str, [], key=1)", "filter(None, [], x=1)", "reversed(5)", "reversed({1, 2})", "reversed(x for x in [])", "reversed()", "next(zip())", "zip(1, strict=True)", "enumerate(iterable='ab')", "list(enumerate(iterable='ab', start=1))"):
    try:
        print(source, "->", str(eval(source)).split(" at")[0])
    except Exception as error:
        print(source, "->", type(error).__name__, error)


class Sub(map):
    pass


print(list(Sub(abs, [-5])), type(Sub(abs, [])).__name__, type(zip().__iter__()).__name__)
state = []
z = zip(map(state.append, range(5)), "ab")
print(list(z), state)
f = filter(state.remove, [0, 1])
print(list(f), state)
g = map(lambda x: 1 // x, [1, 0, 2])
print(next(g))
try:
    next(g)
except ZeroDivisionError as error:
    print(error)
print(list(g))
