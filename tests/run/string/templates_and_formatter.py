import string
from string import *
def t(f,*a,**k):
    try: print(f(*a,**k))
    except BaseException as e: print(type(e).__name__, e)
for n in string.__all__: print(n, repr(getattr(string,n)) if isinstance(getattr(string,n),str) else '')
print(capwords('hello  world foo'), capwords('a-b-c','-'))
T=Template('$who likes ${what} $$5 ${who}s $')
t(T.substitute, who='tim', what='kung pao'); t(T.safe_substitute, who='tim'); t(T.substitute, {'who':1})
T=Template('$who likes ${what}\n$$5'); t(T.substitute, who='tim', what='x'); t(T.substitute, {'who':1}); t(T.substitute,{'who':1}, what=2); t(T.safe_substitute); t(Template('a\nb $1').substitute); t(Template('${x').substitute, x=1); t(Template('$é').substitute); t(Template('$Abc_1-').substitute, Abc_1=3); print(T.template)
class At(Template): delimiter='@'
t(At('@a @@ @{b} $c').substitute, a=1,b=2)
f=Formatter()
t(f.format,'{0} {1!r} {x:>5} {y.real} {z[0]}', 1,'a',x=2,y=3j,z=[9]); t(f.format,'{} {}',1,2); t(f.format,'{} {0}',1); t(f.format,'{0} {}',1); t(f.format,'{:{}}','a',5); t(f.format,'{!x}',1); t(f.format,'{a}'); t(f.format, '{5}', 1); t(list,f.parse('a{b!r:c}d{{')); t(f.vformat,'{0}{a}',(1,),{'a':2})
class F2(Formatter):
    def get_value(self,k,a,kw): return kw.get(k,'missing') if isinstance(k,str) else a[k]
t(F2().format,'{foo} {0}',1)
