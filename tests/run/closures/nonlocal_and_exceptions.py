# nonlocal through several levels, in comprehensions, classes and handlers.
def outer():
    x = "outer x"

    def middle():
        def inner():
            nonlocal x
            x = "set by inner"

        inner()
        return x

    print(middle(), x)

    class C:
        nonlocal x
        x = "set by class body"
        y = x

    print(x, C.y, hasattr(C, "x"))

    def handler():
        nonlocal x
        try:
            1 / 0
        except ZeroDivisionError as x:
            kind = type(x).__name__
        try:
            return x
        except NameError as error:
            return kind, str(error)

    print(handler())
    x = 1

    def loop():
        nonlocal x
        for x in range(3):
            pass
        with Manager() as x:
            pass
        import math as x
        return x.__name__

    class Manager:
        def __enter__(self):
            return "entered"

        def __exit__(self, *e):
            return False

    print(loop(), x.__name__)

    def walrus():
        nonlocal x
        [x := i for i in range(4)]
        return x

    print(walrus(), x)

    def remove():
        nonlocal x
        del x

    remove()
    try:
        print(x)
    except NameError as error:
        print(type(error).__name__, error)
    try:
        remove()
    except NameError as error:
        print(type(error).__name__, error)


outer()
for source in ("nonlocal x", "def f():\n nonlocal x", "def f(x):\n nonlocal x", "def f():\n x = 1\n def g():\n  x = 2\n  nonlocal x", "def f():\n global x\n nonlocal x", "def f():\n x = 1\n def g():\n  print(x)\n  nonlocal x",
               "def f(x):\n global x", "def f():\n print(x)\n global x", "def f():\n x = 1\n global x", "def f():\n for x in y: pass\n global x", "class C:\n nonlocal z", "def f():\n import x\n global x", "def f(a, a): pass", "def f():\n x: int\n global x",
               "def f():\n global x\n x: int = 1", "def f():\n class x: pass\n nonlocal x"):
    try:
        compile(source, "s", "exec")
        print(repr(source), "compiles")
    except SyntaxError as error:
        print(repr(source), error.msg, error.lineno, error.offset)
