# Lambdas, mutual recursion, functions in data structures, and higher-order functions.
import functools

compose = lambda *fs: functools.reduce(lambda f, g: lambda *a: f(g(*a)), fs)
print(compose(str, lambda x: x + 1, int)("41"), (lambda: (yield))().__class__.__name__, (lambda a, b=2, *c, d, e=5, **f: (a, b, c, d, e, f))(1, d=4, z=6))
ops = {"+": lambda a, b: a + b, "-": lambda a, b: a - b, "neg": lambda a: -a}
print(ops["+"](2, 3), ops["neg"](5), [f(3) for f in (lambda x: x, lambda x: x * 2, lambda x: [x])], sorted("bca", key=lambda c: -ord(c)))
is_even = lambda n: n == 0 or is_odd(n - 1)
is_odd = lambda n: n != 0 and is_even(n - 1)
print(is_even(100), is_odd(7), (lambda x: (lambda y: x + y))(3)(4), (lambda: None)(), (lambda x: x if x else "none")(0))


def ackermann(m, n):
    return n + 1 if m == 0 else ackermann(m - 1, 1) if n == 0 else ackermann(m - 1, ackermann(m, n - 1))


def hanoi(n, a="A", b="B", c="C"):
    return hanoi(n - 1, a, c, b) + [a + c] + hanoi(n - 1, b, a, c) if n else []


def flatten(x):
    return [z for y in x for z in flatten(y)] if isinstance(x, list) else [x]


def permutations(s):
    return [s] if len(s) < 2 else [c + p for i, c in enumerate(s) for p in permutations(s[:i] + s[i + 1:])]


print(ackermann(2, 3), hanoi(3), flatten([1, [2, [3, [4]], 5], []]), permutations("abc"))
fib = functools.lru_cache(None)(lambda n: n if n < 2 else fib(n - 1) + fib(n - 2))
print(fib(90), functools.partial(pow, 2)(10), list(map(lambda p: p[0] * p[1], zip((1, 2), (3, 4)))), list(filter(lambda s: s.isupper(), "aBcD")))


def trampoline(f, *args):
    while callable(f):
        f, *args = f(*args)
    return f


def count_down(n, acc=0):
    return (count_down, n - 1, acc + n) if n else (str(acc),)


print(trampoline(count_down, 10000))


def f(n):
    def g(m):
        return f(m - 1) if m else "bottom"
    return g(n)


print(f(100), (lambda x: x(x))(lambda y: "self applied"), [g() for g in [(lambda i: lambda: i)(i) for i in range(3)]])
