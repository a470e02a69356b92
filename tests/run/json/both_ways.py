import json, io, collections
def t(f,*a,**k):
    try: print(f(*a,**k))
    except BaseException as e: print(type(e).__name__, e)
for o in (1,-5,1.5,1e100,1e-7,10**30,True,None,'a"b\\c\n\t\x00\x7fé€𝒳/','',[],{}, [1,[2,[]],{}],{'a':1,'b':[1,2],'c':{'d':None}},(1,2),{1:2,None:3,True:4,1.5:6},float('nan'),float('inf'),-float('inf')):
    t(json.dumps,o); t(json.dumps,o,indent=2); t(json.dumps,o,indent='\t',sort_keys=False); t(json.dumps,o,separators=(',',':')); t(json.dumps,o,ensure_ascii=False)
t(json.dumps,{'b':1,'a':[3,{'z':1,'y':2}]},sort_keys=True,indent=4); t(json.dumps,{(1,2):3}); t(json.dumps,{(1,2):3,'a':1},skipkeys=True); t(json.dumps,{(1,2):3},skipkeys=True); t(json.dumps,object); t(json.dumps,{1,2}); t(json.dumps,1j); t(json.dumps,float('nan'),allow_nan=False); t(json.dumps,b'x')
l=[]; l.append(l); t(json.dumps,l); d={}; d['a']=d; t(json.dumps,d)
class C:
    def __init__(s): s.x=1
t(json.dumps,[C()],default=lambda o: o.__dict__); t(json.dumps,C(),default=str if 0 else lambda o: 5)
class E(json.JSONEncoder):
    def default(self,o):
        if isinstance(o,set): return sorted(o)
        return super().default(o)
t(json.dumps,{'s':{3,1}},cls=E); t(json.dumps,[C],cls=E); print(E().encode({'a':{1}}), list(json.JSONEncoder().iterencode([1,{'a':2}])) == list(json.JSONEncoder().iterencode([1,{'a':2}])))
import enum
class I(enum.IntEnum): A=1
class S(str): pass
t(json.dumps,[I.A,S('x'),{I.A:1}]); t(json.dumps, collections.OrderedDict(b=1,a=2)); t(json.dumps, collections.namedtuple('P','x y')(1,2))
for s in ('1','-0','1.5','1e5','-1.5E-3','"a"','"\\u00e9\\n\\ud835\\udcb3\\ud800"','[]','[1, 2 ,3]','{"a": {"b": [null,true,false]}}','NaN','-Infinity','Infinity',' \n[1]\t ','"\\/"','1E400','123456789012345678901234567890','{"a":1,"a":2}','""','[[[]]]',
 '','[','{','[1,]','{"a"}','{"a":}','{"a":1,}','{a:1}','[1 2]','"abc','"\x01"','"\\x"','"\\u12"','"\\u123x"','01','-','1.','.5','1e','nul','tru','[1}','{"a":1]','1 2','\ufeff1','{1:2}',"'a'",'[1,\n2,\n x]','"a\nb"','--1','+1','"\\','{"a":1 "b":2}','[,1]','{,}'):
    t(lambda: repr(json.loads(s)))
t(json.loads,b'{"a": "\xc3\xa9"}'); t(json.loads,'[1]'.encode('utf-16')); t(json.loads,'[1]'.encode('utf-32-le')); t(json.loads,b'\xef\xbb\xbf1'); t(json.loads,5); t(json.loads,None); t(json.loads,bytearray(b'[]')); t(json.loads, b'\xff')
t(json.loads,'{"a":1}',object_hook=lambda d: list(d.items())); t(json.loads,'{"a":1,"b":{"c":2}}',object_pairs_hook=lambda p:p); t(json.loads,'[1.5,2]',parse_float=str,parse_int=lambda x:x+'!'); t(json.loads,'[NaN]',parse_constant=str); t(json.loads,'"a\nb"',strict=False)
try: json.loads('{"a":\n 1,\n "b" 2}')
except json.JSONDecodeError as e: print(e.msg,e.pos,e.lineno,e.colno,e.doc==('{"a":\n 1,\n "b" 2}'), isinstance(e,ValueError))
f=io.StringIO(); json.dump({'a':[1,2]},f,indent=1); print(f.getvalue()); f.seek(0); print(json.load(f))
print(json.JSONDecoder().raw_decode('[1] xx'), json.loads(json.dumps({'k':[1.1,'é',None]})))
print(json.dumps([1,2,[3,[]],{}],indent=0)); print(json.dumps({'a':'ü'},ensure_ascii=False))
