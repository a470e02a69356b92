# Subclasses of OSError with an __init__ or a __new__ of their own; characters_written; what a second __init__ forgets.
class WithInit(OSError):
    def __init__(self, path, detail, *, code=5):
        super().__init__(detail)
        self.path, self.code = path, code


class WithNew(OSError):
    def __new__(cls, path, *, code):
        self = super().__new__(cls, code, "from new")
        self.path = path
        return self

    def __init__(self, *args, **kwargs):
        self.seen = args, kwargs


class WithBoth(OSError):
    def __new__(cls, *args):
        return super().__new__(cls, *args)

    def __init__(self, *args):
        super().__init__(*args)


class Plain(OSError):
    pass


for error in (WithInit("a.txt", "gone"), WithInit("a.txt", "gone", code=9), WithNew("b.txt", code=2), WithBoth(2, "two"), Plain(2, "two", "f.txt"), Plain(17, "exists"), OSError(17, "exists"), FileNotFoundError(17, "x")):
    print(type(error).__name__, error, error.args, error.errno, error.strerror, error.filename, vars(error))
for source in ("OSError(x=1)", "Plain(x=1)", "WithInit(1)", "WithNew(1, 2)"):
    try:
        eval(source)
    except TypeError as error:
        print(source, error)
blocking = BlockingIOError(11, "m", 3)
print(blocking.characters_written, blocking.filename)
blocking.characters_written = 7
print(blocking.characters_written)
del blocking.characters_written
for action in ("blocking.characters_written", "del blocking.characters_written", "BlockingIOError(1, 'a').characters_written"):
    try:
        exec(action)
    except AttributeError as error:
        print(action, type(error).__name__, error)
e = ImportError("text", name="n", path="p")
e.__init__("other")
print(e.msg, e.name, e.path, e.args)
e = NameError("text", name="n")
e.__init__("other")
print(e.name)
e = AttributeError("text", name="n", obj=5)
e.__init__("other")
print(e.name, e.obj)
