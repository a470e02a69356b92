import re
def t(f,*a,**k):
    try: r=f(*a,**k)
    except BaseException as e: print(type(e).__name__, e, getattr(e,'pos','')); return
    if hasattr(r,'__next__'): r=list(r)
    print(r)
def m(p,s,fl=0):
    for fn in ('match','search','fullmatch'):
        try: r=getattr(re,fn)(p,s,fl)
        except BaseException as e: print(p, type(e).__name__, e, getattr(e,'pos','')); return
        print(repr(p),repr(s),fn, r and (r.span(), r.groups(), r.lastindex, r.lastgroup, r.groupdict()))
    print(re.findall(p,s,fl), re.split(p,s,flags=fl), re.sub(p,'-',s,flags=fl), [x.span() for x in re.finditer(p,s,fl)])
for p,s in [('a','abc'),('b','abc'),('',''),('','abc'),('a*','baaac'),('a*?','aaa'),('a+?b','aaab'),('(a)(b)?','ab'),('(a)(b)?','ac'),('(a|ab)(c|bcd)(d*)','abcd'),('^a','ba\na'),('a$','ba\n'),(r'\bfoo\b','a foo b'),(r'\Bo','foo'),(r'\d+','a12b345'),(r'[a-c]+','xabcx'),(r'[^a-c]+','xabcx'),(r'[]a]','a]'),(r'[a-]','-a'),('(?:ab)+','ababx'),('(ab)+','ababx'),('(?P<x>a)(?P<y>b)?','a'),(r'(?P<x>a)(?P=x)','aa'),(r'(a)\1','aa'),('a{2}','aaaa'),('a{2,}','aaaa'),('a{,2}','aaaa'),('a{1,2}?','aaaa'),('a{','a{'),('a{x}','a{x}'),('x*','axb'),('(x)*','axb'),('(a*)*','aab'),('(a*)+','aab'),('(a|b)*','abab'),('(?=a)ab','ab'),('(?!a)b','ab'),('(?<=a)b','ab'),('(?<!a)b','ab'),('(?i)ABC','xabc'),('(?i:a)B','aB'),('(?s).','\n'),('.','\n'),('(?m)^.$','a\nb'),('(?x) a b # c','ab'),('(a)?(?(1)b|c)','ab'),('(a)?(?(1)b|c)','c'),('(?P<q>a)?(?(q)b|c)','bc'),(r'\w+','héllo wörld_1'),(r'(?a)\w+','héllo'),(r'\s','a b\t'),(r'\S+','a b'),(r'\D','1a'),(r'\W','a!'),(r'\x41\u0042\n','AB\n'),(r'\0','\0'),(r'[\d\-x]+','1-x'),('a|b|','c'),('(?:)','a'),('((a)(b)c)(d)','abcd'),('(.*)(\\d+)','abc123'),('(.*?)(\\d+)','abc123'),('(a+)+$','aaaaaaaaaa!'),('(a(b)?)+','aba'),('(?:(a)|b)*','ab'),('(?:(a)|(b))+','aba'),(r'(?<=(a))b','ab'),(r'(?=(a+))a*b\1','aaab'),(r'[\]]',']'),('é','É'),('(?i)é','É'),('(?i)straße','STRASSE'),('(?i)[k]','\u212a'),('\U0001f600+','😀😀'),('.','😀'),(r'"(?:[^"\\]|\\.)*"','say "a\\"b" x'),(r'^\s*(\w+)\s*=\s*(.*?)\s*$','  key = value  '),(r'(\d{1,3})(?=(\d{3})+$)','1234567'),(r'\.','a.b'),('a.c','a\nc'),('(?P<a>x)|(?P<b>y)','y'),(r'\Z','ab\n'),('$','ab\n'),(r'\A\w','ab')]:
    m(p,s)
for p in ['(',')','[','a**','*','a{2,1}','(?P<x','(?P<1>a)','(?P<x>a)(?P<x>b)',r'\1',r'(\1)',r'(?P=y)','(?z)','(?','(?P','(?Px)','[b-a]',r'\q','\\','(?<a)','(?<=a*)b','(?(1)a|b|c)','(?(0)a)','(?(x)a)','[a',r'[\d-z]','(?#abc','a{99999999999}',r'\x4',r'\u12',r'\400','(?i','(?-i)','(?i-i:a)','(?L)a','(?au)a','(?:','(?=a','(a','a)','(?P<>a)','(?P=)','+a','a|*','(?:a','(?P<x y>a)','[]','[^]','(?P<x>a','(a)(?P=x)','a??b*+' if 0 else 'a','(?i)+', '^*', '(?:)*', '(*a)','{1}','x{1}{2}','(?-:a)','(?-x','(?ix-s:A.)','(?<','(?<=','(?<!a|bc)x','(?(1','(?(','\\8','\\07','[\\8]','[\\A]','(?P>a)']:
    t(re.compile,p)
for p in [b'a',b'\\w+',b'[\xe9]',b'(?i)\xc9']: print(re.findall(p,b'ab \xe9\xc9'))
t(re.match,'a',b'a'); t(re.match,b'a','a'); t(re.match,'a',5); t(re.match,5,'a'); t(re.compile,re.compile('a'),re.I); t(re.compile,b'a',re.U); t(re.compile,'a',re.L); t(re.compile,'a',re.A|re.U)
print(re.compile('a'),re.compile('a',re.I|re.M),re.compile(b'a',re.A),re.compile('a').flags,re.compile('(?i)a').flags,re.compile('a',re.I)==re.compile('a',re.I),re.compile('(?P<n>a)(b)').groupindex,re.compile('(a)').groups,re.compile('x'*300))
print(repr(re.I|re.M),repr(re.I),re.I.value,repr(~re.I),re.RegexFlag(0) if 0 else '',repr(re.A))
x=re.match('(?P<a>.)(.)?(z)?','ab'); print(x, x[0],x['a'],x.group('a',2,3),x.groups('D'),x.groupdict(),x.start(2),x.end(),x.span(3),x.string,x.re,x.pos,x.endpos,x.lastindex,x.lastgroup,x.regs,x.expand(r'\2\1\g<a>\g<0>'),bool(x)); t(x.group,5); t(x.group,'zz'); t(lambda:x[None]); t(x.start,9)
t(re.sub,'(a)(b)?',r'[\1\2]','abac'); t(re.sub,'a',lambda m:m.group().upper(),'banana'); t(re.sub,'a','x','banana',2); t(re.subn,'a','x','banana'); t(re.sub,'(?P<n>a)',r'\g<n>\g<1>\n\\','ba'); t(re.sub,'a',r'\5','a'); t(re.sub,'a',r'\g<q>','a'); t(re.sub,'a',r'\q','a'); t(re.sub,'a','\\','a'); t(re.sub,'a',r'\g','a'); t(re.sub,'a',r'\g<','a'); t(re.sub,'a',r'\g<>','a'); t(re.sub,'a',r'\g<1x>','a'); t(re.sub,'a',lambda m:5,'a'); t(re.sub,'a',r'\x','a'); t(re.sub,'x*','-','abxd'); t(re.sub,'',  '-','abc'); t(re.sub,'a',r'\.','a'); t(re.sub,'(a)',r'\1\060','a'); t(re.sub,b'a',b'\\g<0>b',b'aa'); t(re.sub,'a',b'b','a')
t(re.split,r'[,;]\s*','a, b;c'); t(re.split,r'(,)','a,b,c'); t(re.split,'','abc'); t(re.split,',','a,b,c',1); t(re.split,'(a)|b','xaybz'); t(re.split,r'\b','hi you')
t(re.escape,'a.b*c [x]-é_1'); t(re.escape,b'a.b'); t(re.findall,'(a)(b)?','abaa'); t(re.findall,'a(b)?','aba')
p=re.compile('b'); print(p.search('abcb',2).span(), p.match('abc',1).span(), p.search('abc',0,1), p.fullmatch('abc',1,2), p.findall('abcb',2), [m.span() for m in p.finditer('abcb',0,3)], re.compile('^b').match('ab',1), re.compile('$').search('abc',0,2).span(), p.match('abc',-5), re.compile('').match('abc',10).span())
t(re.compile('(').match if 0 else re.compile,'a\n(b')
class S(str): pass
print(type(re.match('a',S('ab')).group()), type(re.sub('x','y',S('ab'))))
print(re.findall(r'\w+@\w+\.com','a@b.com, c@d.com'), re.match(r'(\d+)-(\d+)','10-20').groups())
tok=re.compile(r'(?P<NUM>\d+(\.\d*)?)|(?P<ID>[A-Za-z_]\w*)|(?P<OP>[+\-*/=()])|(?P<WS>\s+)|(?P<BAD>.)')
print([(m.lastgroup,m.group()) for m in tok.finditer('x1 = 3.14*(y+2) $')])
print(re.sub(r'(?<=[a-z])(?=[A-Z])','_','camelCaseString').lower(), re.sub(r'\s+',' ','a  b \n c'))
print(len(re.findall('a|b','ab'*10000)), re.match('(a|b)*$','ab'*50000).span(), re.match('(?:a|b)*?$','ab'*5000).span(), re.match('.*'*3+'x' if 0 else 'a*b','a'*1000))
print(re.match('a'*50 + '|' + 'b','b'), re.template('a'), re.purge())
import copy; print(copy.copy(p) is p, copy.deepcopy(p) is p, hash(p)==hash(re.compile('b')), re.Pattern, re.Match); t(re.Pattern); t(setattr,p,'pattern',1)
