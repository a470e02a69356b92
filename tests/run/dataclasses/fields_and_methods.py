from dataclasses import *
from dataclasses import dataclass, field, InitVar, KW_ONLY
import dataclasses
def t(f,*a,**k):
    try: print(f(*a,**k))
    except BaseException as e: print(type(e).__name__, e)
@dataclass
class P:
    x: int
    y: int = 0
    z: list = field(default_factory=list)
    def norm(self): return self.x+self.y
print(P(1), P(1,2), P(1)==P(1), P(1)!=P(2), P(x=3,y=4,z=[1]), P.__doc__, P.__match_args__, P(1).z is P(1).z)
t(P); t(P,1,2,3,4); t(hash, P(1)); t(lambda: P(1)<P(2)); print(P.__init__.__annotations__, P.__init__.__qualname__, P.__eq__.__qualname__, P.__repr__.__qualname__)
@dataclass(order=True, frozen=True)
class V:
    a: int
    b: str = field(compare=False, default='q', repr=False)
v=V(1); print(v, v<V(2), hash(v)==hash(V(1,'z')), sorted([V(3),V(1)])); t(setattr,v,'a',2); t(delattr,v,'a'); t(setattr,v,'zz',2); t(lambda: v<5)
try: v.a=1
except FrozenInstanceError as e: print(repr(e))
print(asdict(P(1,2,[V(1)])), astuple(P(1,2,[{1:V(2)}])), replace(P(1),x=9), fields(P)[0].name, [f.type for f in fields(P)], is_dataclass(P), is_dataclass(P(1)), is_dataclass(int))
print(repr(fields(P)[1])); t(replace, P(1), q=1); t(asdict, 5); t(fields, int)
@dataclass
class Base:
    i: int = 1
@dataclass
class D(Base):
    j: int = 2
    i: int = 5
print(D(), D.__mro__[1].__name__, D(7,8))
def mk():
    @dataclass
    class B:
        a: int = 1
        b: int
t(mk)
def mk():
    @dataclass
    class B: a: list = []
t(mk)
def mk():
    @dataclass
    class B: a = field()
t(mk)
def mk():
    @dataclass(frozen=True)
    class B(Base): pass
t(mk)
def mk():
    @dataclass(order=True, eq=False)
    class B: a: int
t(mk)
def mk():
    @dataclass(order=True)
    class B:
        a: int
        def __lt__(s,o): pass
t(mk)
@dataclass
class I:
    a: int
    b: InitVar[int]
    c: int = field(init=False)
    d: InitVar[str] = 'x'
    def __post_init__(self, b, d): self.c = self.a*b; self.dd=d
print(I(2,3), I(2,3).dd); t(replace, I(2,3), a=5)
@dataclass
class K:
    a: int
    _: KW_ONLY
    b: int = 5
    c: int = field(kw_only=True, default=1)
print(K(1,b=2), K.__match_args__, K.__doc__); t(K,1,2)
@dataclass(kw_only=True)
class KK: a: int; b: int = 2
print(KK(a=1)); t(KK,1)
@dataclass(slots=True)
class S:
    a: int
    b: int = 3
s=S(1); print(s, S.__slots__, hasattr(s,'__dict__')); t(setattr,s,'q',1)
@dataclass(eq=False)
class NE: a: int
print(NE(1)==NE(1), hash(NE(1)) is not None)
@dataclass(unsafe_hash=True)
class UH: a: int
print(hash(UH(1))==hash(UH(1)))
@dataclass(repr=False, init=False)
class NR: a: int = 1
print(object.__repr__(NR())[:20], NR().a, NR.__doc__)
M = make_dataclass('M', ['x', ('y', int), ('z', int, field(default=5))], namespace={'f': lambda self: self.x})
print(M(1,2), M(1,2).f(), M.__annotations__ if 0 else ''); t(make_dataclass,'M',['x','x']); t(make_dataclass,'M',['class']); t(make_dataclass,'M',['1'])
@dataclass
class Rec:
    r: object = None
r=Rec(); r.r=r; print(r)
match P(1,2):
    case P(x,y): print('matched',x,y)
@dataclass
class G:
    name: str
    meta: int = field(default=1, metadata={'k':'v'})
print(fields(G)[1].metadata['k'], G.__dataclass_params__, G.__dataclass_fields__.keys())
t(field, default=1, default_factory=list)
@dataclass
class Inh(P):
    w: int = 4
print(Inh(1), Inh(1)==P(1), Inh.__doc__)
import copy; print(copy.deepcopy(P(1,2,[3])), MISSING.__class__.__name__, InitVar[int])
class Meta(type): pass
@dataclass
class WithMeta(metaclass=Meta):
    a: 'int'
    b: "str" = 'x'
print(WithMeta(1), WithMeta.__doc__)
print(asdict(P(1,2), dict_factory=lambda kv: sorted(kv, key=str)))
@dataclass
class Empty: pass
print(Empty(), Empty()==Empty(), Empty.__doc__)
@dataclass
class Prop:
    x: int
    @property
    def double(self): return self.x*2
    @classmethod
    def make(cls, v): return cls(v)
    def __str__(self): return f'Prop<{self.x}>'
print(Prop.make(4), Prop.make(4).double, repr(Prop(1)))
