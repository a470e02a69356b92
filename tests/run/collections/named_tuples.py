# namedtuple: construction, methods, defaults, errors.
from collections import namedtuple

P = namedtuple("P", "x y")
p = P(1, y=2)
print(p, p.x, p[1], p == (1, 2), P._fields, p._asdict(), p._replace(x=9), P._make([3, 4]), len(p), hash(p) == hash((1, 2)), p < P(1, 3), isinstance(p, tuple), [*p], P.__name__, P.__doc__, P.x.__doc__, p + (3,), p * 2, p.index(2), P.__slots__, type(p[:]).__name__)
x, y = p
D = namedtuple("D", ["a", "b", "c"], defaults=[1, None])
print(x, y, D(0), D._field_defaults, D(0, c=5), repr(D("q")), namedtuple("R", "a b a class _x", rename=True)._fields, namedtuple("C", "a,b c")._fields, namedtuple("E", ())(), P.__new__.__defaults__, D.__new__.__defaults__, P.__match_args__)
match p:
    case P(x=1, y=v):
        print("matched", v)
match D(7):
    case D(a, b, c):
        print(a, b, c)


class Point(namedtuple("Base", "x y")):
    __slots__ = ()

    @property
    def norm(self):
        return (self.x**2 + self.y**2) ** 0.5

    def __add__(self, o):
        return Point(self.x + o.x, self.y + o.y)


print(Point(3, 4).norm, Point(1, 2) + Point(3, 4), Point(1, 2)._replace(y=7), type(Point(1, 2)._replace(y=7)).__name__)
for source in ("P()", "P(1)", "P(1, 2, 3)", "P(1, z=2)", "p.z", "p.x", "namedtuple('X', 'a a')", "namedtuple('X', '_a')", "namedtuple('X', 'class')", "namedtuple('X', '1a')", "namedtuple('class', 'a')", "namedtuple('X', 'a', defaults=[1, 2])", "p._replace(z=1)", "P._make([1])", "namedtuple('X', 5)", "p[5]", "{p: 1}[(1, 2)]", "sorted([P(2, 1), P(1, 2)])", "namedtuple(5, 'a')", "p._asdict()['x']", "P(*range(2))", "P(**{'x': 1, 'y': 2})"):
    try:
        print(source, eval(source))
    except Exception as error:
        print(source, type(error).__name__, error)
try:
    p.x = 5
except AttributeError as error:
    print(error)
