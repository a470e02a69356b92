# How arguments find their parameters, and every complaint when they do not.
def plain(a, b, c=3):
    return a, b, c


def star(a, *rest, k, d=4, **others):
    return a, rest, k, d, others


def only(a, b=2, /, c=3, *, d, e=5):
    return a, b, c, d, e


def nothing():
    return "nothing"


def rest(*args, **kwargs):
    return args, kwargs


def kwonly(*, a, b):
    return a, b


def pos(a, /, **kw):
    return a, kw


print(plain(1, 2), plain(1, c=5, b=4), plain(*[1, 2]), plain(*"abc"), plain(**{"a": 1, "b": 2}), plain(1, *[2], **{"c": 9}), plain(b=1, a=2))
print(star(1, 2, 3, k=4), star(1, k=2, z=3), star(a=1, k=0), star(1, *[5, 6], k=7, **{"d": 8, "q": 9}), only(1, d=2), only(1, 9, 8, d=7, e=6), only(1, c=2, d=3))
print(rest(), rest(1, *[2], 3, *(4,), x=1, **{"y": 2}, **{"z": 3}), pos(1, a=2), kwonly(b=1, a=2), rest(*range(3), *"ab"), rest(**{"odd name": 1}))
CALLS = """
plain()
plain(1)
plain(1, 2, 3, 4)
plain(1, 2, 3, 4, 5, d=1)
plain(1, 2, a=3)
plain(1, 2, d=4)
plain(c=1)
plain(*5)
plain(**5)
plain(**[1])
plain(1, *None)
plain(**{1: 2})
plain(1, **{'a': 2})
plain(a=1, **{'a': 2})
rest(**{'a': 1}, **{'a': 2})
rest(a=1, **{'a': 2})
star()
star(1)
star(1, 2, k=1, a=5)
only(1)
only(d=1)
only(1, 2, 3, 4, d=5)
only(1, b=2, d=3)
only(a=1, b=2, d=3)
nothing(1)
nothing(x=1)
nothing(1, 2, x=3)
kwonly()
kwonly(1, 2)
kwonly(1, a=2, b=3)
kwonly(a=1)
pos()
pos(a=1)
(lambda x: x)()
(lambda: 0)(1)
(lambda x, y, z, w: 0)()
(lambda x, y: 0)(1, 2, 3)
(lambda *, x, y, z: 0)()
(lambda x, *, y: 0)(1, 2)
(lambda x, *, y=1: 0)(1, 2, 3)
(lambda x=1, *, y=1: 0)(1, 2, 3)
(lambda x=1, y=2: 0)(1, 2, 3)
len()
len(1, 2)
len(x=1)
print(nope=1)
int(nope=1)
[].append(1, 2)
[].append(x=1)
''.join()
'a'.upper(1)
abs(1, 2)
divmod(1)
isinstance(1)
range(x=1)
max()
type('A')()
"""
for source in CALLS.strip().splitlines():
    try:
        print(source, "->", eval(source))
    except Exception as error:
        print(source, "->", type(error).__name__, error)


class K:
    def method(self, x):
        return x

    @classmethod
    def cm(cls, x):
        return x

    @staticmethod
    def sm(x):
        return x

    def __init__(self, q):
        self.q = q

    def __call__(self, z):
        return z


k = K(1)
for source in ("k.method()", "k.method(1, 2)", "K.method()", "K.method(1)", "k.cm()", "K.cm(1, 2)", "k.sm()", "K.sm(1, 2)", "K()", "K(1, 2)", "k()", "k(1, 2)", "k.method(y=1)", "object(1)", "K.nope()"):
    try:
        print(source, "->", eval(source))
    except Exception as error:
        print(source, "->", type(error).__name__, error)
