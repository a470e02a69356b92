from enum import *
import enum
class Color(Enum):
    RED = 1
    GREEN = 2
    BLUE = 3
    CRIMSON = 1
    def describe(self): return self.name.lower()
    @classmethod
    def first(cls): return cls.RED
    @property
    def prop(self): return self.value*10
def t(f,*a,**k):
    try: print(f(*a,**k))
    except BaseException as e: print(type(e).__name__, e)
print(Color.RED, repr(Color.RED), Color(1), Color['GREEN'], Color.CRIMSON, list(Color), len(Color), Color.__members__, Color, Color.RED.name, Color.RED.value)
t(Color, 9); t(lambda: Color['X']); t(lambda: Color.X); t(setattr, Color, 'RED', 5); t(delattr, Color, 'RED'); t(lambda: Color.RED in Color)
print(Color.RED.describe(), Color.first(), Color.BLUE.prop, hash(Color.RED)==hash('RED'), Color.RED is Color.CRIMSON, Color.RED == 1, Color.RED != Color.BLUE, isinstance(Color.RED, Color))
t(lambda: Color.RED < Color.BLUE); print(f'{Color.RED}', f'{Color.RED:>12}', '%s' % Color.RED, str(Color.RED), format(Color.RED))
t(setattr, Color.RED, 'value', 3); t(setattr, Color.RED, 'name', 3)
def mk():
    class More(Color): X=1
t(mk)
def mk():
    class E(Enum): A=1; A=2
t(mk)
def mk():
    class E(Enum):
        A=1
        def A(self): pass
t(mk)
def mk():
    class E(Enum): _x_ = 1
t(mk)
def mk():
    @unique
    class E(Enum): A=1; B=1
t(mk)
class Auto(Enum):
    A = auto(); B = auto(); C = 10; D = auto()
print(list(Auto))
class Str(str, Enum):
    X='x'; Y='y'
print(Str.X, repr(Str.X), Str.X=='x', Str.X.upper(), f'{Str.X}', f'{Str.X:>3}', Str('y'), '%s'%Str.X, 'a'+Str.X)
class Num(IntEnum):
    ONE=1; TWO=2
print(Num.ONE, repr(Num.ONE), Num.ONE+1, Num.ONE<Num.TWO, Num(2), sorted([Num.TWO,Num.ONE]), f'{Num.ONE}', '%d'%Num.ONE, int(Num.TWO), [10,20,30][Num.ONE], Num.ONE==1, range(Num.TWO))
class Perm(Flag):
    R=4; W=2; X=1
    RWX=7
p = Perm.R|Perm.W
print(p, repr(p), p & Perm.R, Perm.R in p, ~p, p^Perm.X, bool(p & Perm.X), Perm(0), repr(Perm(0)), Perm.RWX, Perm(3), list(Perm)); t(Perm, 8); t(lambda: p|1); t(lambda: 1 in p)
class IP(IntFlag):
    R=4; W=2; X=1
q=IP.R|IP.W
print(q, repr(q), q+1, IP(16), repr(IP(16|4)), ~q, repr(~IP.R), q|8, q==6, IP.R in q, IP(0), f'{q}')
class AF(Flag):
    A=auto(); B=auto(); C=auto()
print(list(AF), AF.A|AF.C, ~AF.A)
class Planet(Enum):
    EARTH=(5.9,6.3); MARS=(6.4,3.3)
    def __init__(self, mass, radius): self.mass=mass; self.radius=radius
    @property
    def g(self): return self.mass/self.radius
print(Planet.EARTH, Planet.EARTH.mass, Planet.MARS.g, Planet((6.4,3.3)), Planet.EARTH.value)
class New(Enum):
    A='a'; B='b'
    def __new__(cls, v):
        o=object.__new__(cls); o._value_=v*2; o.extra=len(v); return o
print(list(New), New('aa'), New.A.extra)
class Miss(Enum):
    A=1
    @classmethod
    def _missing_(cls, v):
        if v=='one': return cls.A
        if v=='bad': return 5
        if v=='exc': raise KeyError('zz')
print(Miss('one')); t(Miss,'two'); t(Miss,'bad'); t(Miss,'exc')
class GN(Enum):
    def _generate_next_value_(name, start, count, last): return name.lower()
    A=auto(); B=auto()
print(list(GN))
F = Enum('F','a b c'); print(list(F), F.__module__, F.__name__)
F = Enum('F',['x','y'], start=5); print(list(F)); F=Enum('F',{'p':1,'q':2}); print(list(F)); F = IntEnum('F', [('k',3)]); print(list(F), F.k+1)
class Ig(Enum):
    _ignore_ = 'tmp i'
    tmp = 5
    A=1
print(list(Ig), hasattr(Ig,'tmp'))
class Ord(Enum):
    _order_='A B'
    A=1; B=2
def mk():
    class Ord(Enum):
        _order_='B A'
        A=1; B=2
t(mk)
class Un(Enum):
    L=[1,2]; D={}
print(Un.L, Un([1,2]), repr(Un.D))
class NS(Enum):
    A=1
    def __str__(self): return 'custom'
    def __repr__(self): return 'R'
print(NS.A, repr(NS.A), f'{NS.A}', [NS.A])
class NameVal(Enum):
    name='n'; value='v'
print(NameVal.name, NameVal.value, NameVal.name.name)
print(dir(Color), dir(Color.RED))
class FE(float, Enum):
    PI=3.14
print(FE.PI, FE.PI*2, repr(FE.PI), f'{FE.PI:.1f}')
print({Color.RED: 1}[Color(1)], Color.RED.__class__, type(Color), Color.__doc__)
match Color(2):
    case Color.RED: print('r')
    case Color.GREEN: print('g')
class TE(tuple, Enum):
    A=(1,2)
print(TE.A, TE.A[0], repr(TE.A), TE((1,2)))
class Mix:
    def hi(self): return 'hi '+self.name
class ME(Mix, Enum): A=1
print(ME.A.hi())
class IE2(int, Enum):
    A=1
print(IE2.A, f'{IE2.A}', repr(IE2.A))
import copy; print(copy.copy(Color.RED) is Color.RED, copy.deepcopy(Color.RED) is Color.RED)
print(reversed(Color).__class__, list(reversed(Color)), bool(Color), Color.RED.RED if hasattr(Color.RED,'RED') else '')
t(lambda: Color.RED()) ; t(lambda: Enum('a',1))
