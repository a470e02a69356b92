import copy
class A:
    def __init__(s): s.x=[1,{2:[3]}]; s.me=s
a=A(); b=copy.copy(a); c=copy.deepcopy(a)
print(b.x is a.x, c.x is a.x, c.x, c.me is c, b.me is a)
class S:
    __slots__=('p','q')
s=S(); s.p=[1]; t=copy.deepcopy(s); print(t.p, t.p is s.p, hasattr(t,'q')); print(copy.copy(s).p is s.p)
class L(list): pass
l=L([1,[2]]); l.attr=5; m=copy.deepcopy(l); print(type(m), m, m.attr, m[1] is l[1])
class D(dict): pass
d=D(a=[1]); e=copy.copy(d); print(e, type(e), e['a'] is d['a'])
class N(tuple): pass
print(copy.deepcopy(N(([1],2))), type(copy.deepcopy(N((1,)))))
import collections
P=collections.namedtuple('P','x y'); p=P([1],2); q=copy.deepcopy(p); print(q, q.x is p.x)
for o in ({1,2}, frozenset([1]), bytearray(b'x'), collections.deque([[1]]), collections.OrderedDict(a=[1]), collections.Counter('aab'), collections.defaultdict(list, a=[1]), range(3), 1, 'a', None, len, A, (1,[2]), collections.ChainMap({1:2}), ValueError('x', [1]), complex(1,2), slice(1), object):
    x, y = copy.copy(o), copy.deepcopy(o)
    print(x, y, x is o, y is o, type(y).__name__)
class R:
    def __copy__(s): return 'copied'
    def __deepcopy__(s, memo): return 'deep'
print(copy.copy(R()), copy.deepcopy([R()]))
class G:
    def __init__(s): s.v=1
    def __getstate__(s): return {'v': 99}
    def __setstate__(s, st): s.w = st
print(copy.copy(G()).__dict__)
class E(Exception):
    def __init__(s, a, b): super().__init__(a, b)
print(repr(copy.copy(E(1,2))))
x=[]; x.append(x); y=copy.deepcopy(x); print(y[0] is y, y is not x)
t=([],); t[0].append(t); u=copy.deepcopy(t); print(u[0][0] is u)
def gen(): yield
for o in (gen(), iter([1]), open('/dev/null')):
    try: print(copy.copy(o).__class__)
    except TypeError as e: print(e)
try: copy.deepcopy(gen())
except TypeError as e: print(e)
