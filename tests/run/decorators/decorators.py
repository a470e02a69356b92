# Decorators of functions, methods and classes; with arguments; stacked; any expression.
import functools


def shout(f):
    @functools.wraps(f)
    def wrapper(*args, **kwargs):
        return f(*args, **kwargs).upper()
    return wrapper


def repeat(n, sep=" "):
    def decorate(f):
        def wrapper(*a):
            return sep.join([f(*a)] * n)
        wrapper.original = f
        return wrapper
    return decorate


@shout
@repeat(2, sep="-")
@shout
def greet(name):
    """Greets."""
    return f"hi {name}"


print(greet("ada"), greet.__name__, greet.__doc__, greet.__wrapped__.original.__wrapped__("x"))


class CountCalls:
    def __init__(self, f):
        self.f, self.n = f, 0
        functools.update_wrapper(self, f)

    def __call__(self, *args):
        self.n += 1
        return self.f(*args)

    def __get__(self, obj, cls=None):
        return functools.partial(self, obj) if obj is not None else self


class Thing:
    @CountCalls
    def method(self, x):
        return x * 2

    @property
    @shout
    def prop(self):
        return "value"

    @classmethod
    @shout
    def cm(cls):
        return cls.__name__

    @staticmethod
    @shout
    def sm(x):
        return x


t = Thing()
print(t.method(2), t.method(3), Thing.method.n, t.prop, t.cm(), Thing.cm(), t.sm("s"), Thing.method.__name__)
registry = []


def register(cls=None, *, name=None):
    if cls is None:
        return lambda c: register(c, name=name)
    registry.append((name or cls.__name__, cls))
    cls.registered = True
    return cls


@register
class A:
    pass


@register(name="bee")
class B:
    pass


print([(n, c.__name__) for n, c in registry], A.registered)
buttons = [lambda f: ("first", f()), lambda f: ("second", f())]


@buttons[1]
def indexed():
    return "x"


@(lambda f: f() + 1)
def number():
    return 41


@(yes := repeat(3))
def walrus():
    return "w"


@str
def text():
    pass


@buttons[0] if False else repeat(1)
def conditional():
    return "c"


print(indexed, number, walrus(), text.split(" at")[0], conditional(), yes.__qualname__)


def skip(f):
    return None


@skip
def gone():
    pass


print(gone)
for source in ("@5\ndef f(): pass", "@undefined\ndef f(): pass", "@len\ndef f(): pass", "@repeat\nclass C: pass\nC()", "@\ndef f(): pass", "@print 1\ndef f(): pass", "@x\nx = 1"):
    try:
        exec(source)
        print(repr(source), "worked")
    except Exception as error:
        print(repr(source), type(error).__name__, error.msg if isinstance(error, SyntaxError) else error)
