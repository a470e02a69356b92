# Passing arguments on: wrappers, partials, defaults that depend on others, keyword-only flags.
def show(*args, **kwargs):
    return args, tuple(sorted(kwargs.items()))


def forward(*args, **kwargs):
    return show(*args, **kwargs)


def insert(f, *fixed, **defaults):
    def inner(*args, **kwargs):
        return f(*fixed, *args, **{**defaults, **kwargs})
    return inner


print(forward(), forward(1, 2, a=3), insert(show, 0, k=1)(5, k=2, m=3), insert(insert(show, "a"), "b")("c"), show(*[], **{}), show(*(), *[1], *"ab", **{"x": 1}, **{"y": 2}))
args, kwargs = [1, 2], {"k": 1}


def mutate(*args, **kwargs):
    kwargs["new"] = 1
    return args, kwargs


print(mutate(*args, **kwargs), args, kwargs, mutate(**kwargs)[1] is kwargs)


def default_from_other(a, b=None, *, strict=False, log=[]):
    b = a if b is None else b
    log.append((a, b))
    return a + b, strict, len(log)


print(default_from_other(1), default_from_other(1, 2, strict=True), default_from_other(b=3, a=4), default_from_other(5, log=[]))


class Mapping:
    def keys(self):
        return ["p", "q"]

    def __getitem__(self, k):
        return k * 2


class Bad:
    def keys(self):
        return ["a"]

    def __getitem__(self, k):
        raise ValueError("no item")


class NotStrings:
    def keys(self):
        return [1]

    def __getitem__(self, k):
        return 1


print(show(**Mapping()), {**Mapping()}, dict(Mapping()), show(*Mapping().keys()))
for f in (lambda: show(**Bad()), lambda: show(**NotStrings()), lambda: show(**{"a": 1}, a=2), lambda: show(*5), lambda: show(**5), lambda: show(*[1], **None), lambda: {**5}, lambda: show(1, *(1 / 0 for _ in [1]))):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)


def many(a0, a1, a2, a3, a4, a5, a6, a7, a8, a9, b0=10, b1=11, b2=12, *c, d0, d1=1, **e):
    return a0 + a9, b0, b2, c, d0, d1, e


print(many(*range(10), d0=0), many(*range(15), d0=5, z=1), many(*range(5), **{f"a{i}": i for i in range(5, 10)}, d0=1), many(a0=0, a1=1, a2=2, a3=3, a4=4, a5=5, a6=6, a7=7, a8=8, a9=9, d0=2))
big = {f"k{i}": i for i in range(300)}
print(len(show(*range(1000))[0]), len(show(**big)[1]), sum(v for _, v in show(**big)[1]), (lambda *a: len(a))(*range(70000)))
exec("def wide(" + ", ".join(f"p{i}={i}" for i in range(300)) + "): return p0, p299, sum(locals().values())")
print(wide(), wide(5, p299=1), wide(*range(300)))
try:
    wide(*range(301))
except TypeError as e:
    print(e)
