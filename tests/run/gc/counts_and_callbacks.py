import gc, weakref, sys
class A:
    def __init__(s,n): s.n=n
    def __del__(s): print('del',s.n)
    def __repr__(s): return 'A(%s)'%s.n
def cb(r): print('cb', r())
a=A(1); r1=weakref.ref(a,cb); r2=weakref.ref(a,lambda r: print('cb2')); r3=weakref.ref(a); print(r1 is r3, weakref.ref(a) is r3, weakref.getweakrefcount(a), len(weakref.getweakrefs(a)))
p=weakref.proxy(a); print(p.n, p); del a
try: p.n
except ReferenceError as e: print(e)
print(r1(), r1==r2, r3)
a=A(2); b=A(3); a.o=b; b.o=a; wa=weakref.ref(a,cb); wb=weakref.ref(b,cb); del a,b; print('collect', gc.collect()); print(wa())
d=weakref.WeakValueDictionary(); k=A(4); d['k']=k; print(list(d.items()), len(d)); del k; print(list(d), len(d))
d=weakref.WeakKeyDictionary(); k=A(5); d[k]=1; print(d[k]); del k; print(len(d))
s=weakref.WeakSet(); k=A(6); s.add(k); print(len(s), k in s); del k; print(len(s))
f=weakref.finalize(x:=A(7), print, 'final', 1, sep='-'); print(f.alive, f.peek()[1:]==(print,('final',1),{'sep':'-'})); del x; print(f.alive)
f=weakref.finalize(x:=A(8), print, 'call'); f(); f(); del x
m=weakref.WeakMethod(A(9).__repr__); print(m())
y=A(10); m=weakref.WeakMethod(y.__repr__); print(m()()); del y; print(m())
for o in (5,'a',None,(),[],{},object(),len,int,print,lambda:1,A,type,{1},frozenset(),iter([]),range(3),1.5,b'',(i for i in ()),Exception(),memoryview(b''),sys,Ellipsis,slice(1),property(),super(A,A(11)) if 0 else 0):
    try: weakref.ref(o); print(type(o).__name__,'ok')
    except TypeError as e: print(e)
print(gc.isenabled(), gc.get_threshold(), gc.is_tracked([]), gc.is_tracked(1), gc.is_tracked({}), gc.is_tracked({'a':1}), gc.is_tracked({'a':[]}), gc.is_tracked((1,2)), gc.is_tracked(A))
gc.disable(); print(gc.isenabled()); gc.enable(); gc.set_threshold(500,5,5); print(gc.get_threshold(), gc.garbage, len(gc.get_stats()), gc.get_debug())
l=[]; l.append(l); print([x is l for x in gc.get_referents(l)], any(x is l for x in gc.get_referrers(l)))
class R:
    def __del__(s):
        global res; res=s; print('resurrect')
r=R(); del r; print(res); del res
class Cyc:
    def __init__(s): s.me=s
    def __del__(s): print('cyc del')
w=weakref.ref(Cyc()); print(w() is not None); gc.collect(); print(w())
gc.callbacks.append(lambda ph, info: print(ph, sorted(info))); gc.collect(); gc.callbacks.clear()
class S: __slots__=('a','__weakref__')
s=S(); w=weakref.ref(s); print(w() is s); del s; print(w())
print(weakref.ref(A).__class__, repr(weakref.ref(A))[:10], hash(weakref.ref(A))==hash(A))
p=weakref.proxy(z:=A(12)); print(p.n+1, p.__class__, type(p), bool(p), str(p)); p.n=5; print(z.n); 
try: hash(p)
except TypeError as e: print(e)
c=weakref.proxy(len if 0 else (fn:=lambda x:x)); print(c(4), type(c))
print(gc.freeze(), gc.get_freeze_count()>=0, gc.unfreeze(), gc.is_finalized(z))
del z; print('end')
x=A('exit')
x2=A('cycle'); x2.me=x2
