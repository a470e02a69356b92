# getattr, setattr, hasattr, delattr, vars, dir, type, isinstance, callable and super on odd arguments.
class C:
    x = 1

    def __init__(self):
        self.y = 2

    @property
    def p(self):
        raise AttributeError("in property")

    @property
    def q(self):
        raise ValueError("other error")


c = C()
CASES = """
getattr(c, 'x'), getattr(c, 'y'), getattr(c, 'z', 3), getattr(C, 'x'), getattr(c, 'p', 'default'), hasattr(c, 'p'), hasattr(c, 'x'), hasattr(c, 'z'), getattr(5, 'real'), getattr([], 'append').__name__
setattr(c, 'new', 5), c.new, delattr(c, 'new'), hasattr(c, 'new'), setattr(C, 'cls', 1), c.cls, delattr(C, 'cls'), vars(c), sorted(n for n in vars(C) if n[0] != '_'), [n for n in dir(c) if n[0] != '_']
getattr(c, 'q', 1)
hasattr(c, 'q')
getattr(c, 'z')
getattr(c, 5)
getattr(c)
getattr(c, 'x', 1, 2)
hasattr(c, None)
hasattr(c)
setattr(c, 'x')
setattr(c, 1, 2)
setattr(5, 'x', 1)
setattr(c, 'p', 1)
delattr(c, 'nope')
delattr(c, 'x')
delattr(C, 'nope')
delattr(c, 5)
vars(5)
vars([])
vars(1, 2)
dir(1, 2)
type()
type(1, 2)
type('X', (int,), {'a': 1})().a, type(c) is C, type(C) is type, type(None)(), type(...)(), type(NotImplemented)() is NotImplemented
type(None)(1)
type(...)(1)
callable(c), callable(C), callable(c.__init__)
getattr(c, '\\ud800', 'no surrogate'), getattr(c, 'x' * 100, 'long')
getattr(c, 'café', 1), setattr(c, 'naïve', 2), c.naïve
object().__class__.__name__, object.__name__, type.__name__, type.mro(C)[1], C.mro()[0] is C
len(dir(object)) > 20, '__class__' in dir(5), dir(type('E', (), {'__dir__': lambda s: ['b', 'a']})())
sorted(set(dir(c)) - set(dir(object)))
"""

for source in CASES.strip().splitlines():
    try:
        print(source, "->", repr(eval(source)))
    except Exception as error:
        print(source, "->", type(error).__name__, error)
print([n for n in dir(object())], [n for n in dir(type) if n not in dir(object)], sep="\n")
for t in (int, str, list, dict, tuple, set, float, bytes, bool, type(None), type(len), type(lambda: 0), type(c.__init__), range, slice, property, type((x for x in ()))):
    print(t.__name__, [n for n in dir(t) if n not in dir(object)])
