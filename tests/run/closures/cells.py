# Closures: cells are shared, late, and visible.
def counter(start=0):
    count = start

    def increase(by=1):
        nonlocal count
        count += by
        return count

    def read():
        return count

    return increase, read


increase, read = counter(5)
other, _ = counter()
print(increase(), increase(10), read(), other(), read())
print(increase.__closure__[0].cell_contents, increase.__code__.co_freevars, counter.__code__.co_cellvars, read.__closure__ == increase.__closure__, read.__closure__[0] is increase.__closure__[0])
functions = []
for i in range(3):
    def show(x, i=i):
        return x, i, [j for j in range(i)]
    functions.append((show, lambda: i))
print([(f(1), g()) for f, g in functions])


def late():
    fs = [lambda: n for n in range(3)]
    gs = []
    for n in range(3):
        gs.append(lambda: n)
    return [f() for f in fs], [g() for g in gs], n


print(late())


def deep(a):
    def middle(b):
        def inner(c):
            nonlocal a
            a += 1
            return a, b, c, inner.__closure__[0].cell_contents if False else len(inner.__closure__)
        return inner
    return middle


f = deep(1)(2)
print(f(3), f(4), f.__qualname__, f.__code__.co_freevars)


def unset():
    def use():
        return value
    try:
        use()
    except NameError as error:
        print(type(error).__name__, error)
    try:
        print(use.__closure__[0].cell_contents)
    except ValueError as error:
        print("ValueError", error)
    print(repr(use.__closure__[0]).split(" at")[0])
    value = 1
    print(use(), repr(use.__closure__[0]).split(" at")[0], repr(use.__closure__[0]).endswith("empty>"))
    del value
    try:
        use()
    except NameError as error:
        print(type(error).__name__, error)
    value = 2
    return use


print(unset()())


def arguments(x, *args, y=1, **kwargs):
    def see():
        return x, args, y, kwargs
    x += 1
    kwargs["new"] = 0
    return see


print(arguments(1, 2, 3, y=4, z=5)())


def make_class(tag):
    class Local:
        name = tag

        def method(self):
            return tag, __class__.__name__, self.name

    tag += "!"
    return Local


L = make_class("t")
print(L.name, L().method(), L.method.__closure__ is not None, L.method.__code__.co_freevars, L.__qualname__)


def set_cell():
    x = 1
    f = lambda: x
    f.__closure__[0].cell_contents = 99
    return x, f()


print(set_cell(), type(f.__closure__[0]).__name__, (lambda: 0).__closure__)


def recursive():
    def fact(n):
        return 1 if n < 2 else n * fact(n - 1)
    return fact


print(recursive()(10), (lambda f: f(f, 5))(lambda f, n: n and n + f(f, n - 1)))
