# Default values, annotations and the attributes of function objects.
def f(a, b=[], *, c={}, d: "text" = 1, **e: int) -> str:
    """The docstring."""
    b.append(a)
    c[a] = len(b)
    return b, c


print(f(1), f(2), f(3, b=[]), f(4, c={}), f.__defaults__, f.__kwdefaults__)
print(f.__name__, f.__qualname__, f.__doc__, f.__module__, f.__annotations__, f.__dict__, f.__code__.co_name, f.__globals__ is globals(), f.__closure__, f.__builtins__["len"] is len)
f.extra = 1
f.__name__, f.__qualname__, f.__doc__ = "renamed", "X.renamed", None
print(f.__dict__, repr(f).split(" at")[0], f.__doc__, vars(f))
f.__defaults__ = ("new default",)
f.__kwdefaults__ = {"c": {"k": 0}, "d": 2}
try:
    f(9)
except AttributeError as error:
    print(error)
f.__defaults__ = None
for source in ("f(1)", "f.__defaults__ = 5", "f.__kwdefaults__ = 5", "f.__name__ = 5", "f.__dict__ = 5", "f.__code__ = 5", "f.__annotations__ = 5", "del f.__name__", "del f.__defaults__", "f.__globals__ = {}", "f.nope", "del f.extra; f.extra", "f.__closure__ = ()", "len.x = 1", "len.__name__ = 'x'", "del f.nothing"):
    try:
        exec(source)
        print(source, "worked")
    except Exception as error:
        print(source, type(error).__name__, error)


def g(x=print("evaluated when defined") or 5):
    return x


print(g(), g(6))


def h(n, memo={0: 0, 1: 1}):
    if n not in memo:
        memo[n] = h(n - 1) + h(n - 2)
    return memo[n]


print(h(80), len(h.__defaults__[0]))


def swap_code():
    return "other code"


g.__code__ = swap_code.__code__
print(g(), g.__name__)
square = lambda x: x * x
print(square(4), square.__name__, square.__qualname__, (lambda: 0).__doc__, (lambda *a, **k: (a, k))(1, b=2))


def annotated(x: 1 + 1, *args: "star", y: print("annotation evaluated") = None) -> (lambda: 0)():
    local: undefined_name = 5
    other: undefined_name
    return local


print(annotated(1), {k: v for k, v in annotated.__annotations__.items()})
print(len.__name__, len.__qualname__, len.__module__, len.__self__, [].append.__name__, [].append.__qualname__, [].append.__self__, str.upper.__name__, str.upper.__objclass__, type(len).__name__, type(str.upper).__name__, type([].append).__name__)
print(type(f).__name__, type(f) is type(square), callable(f), f == f, f != square, hash(f) == hash(f), len.__doc__, f.__get__(5).__self__, type(f.__get__(5)).__name__)
FunctionType = type(f)
made = FunctionType(square.__code__, {}, "made", (7,))
print(made(3), made(), made.__name__, made.__defaults__, FunctionType(h.__code__, {"h": lambda n: n})(5, {}) if False else "ok")
for args in ((), (5, {}), (square.__code__, 5), (square.__code__, {}, 5), (square.__code__, {}, "n", 5), (h.__code__, {}, "n", None, 5), (counter := (lambda: f.__closure__ and square).__code__, {}, None, None, (1,))):
    try:
        FunctionType(*args)
        print("made")
    except (TypeError, ValueError) as error:
        print(type(error).__name__, error)
