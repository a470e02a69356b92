import random
from random import Random
for s in (0,1,42,-5,10**40,'hello','',b'abc',bytearray(b'x'),1.5,True,None and 0,'é'*200, -2.5):
    random.seed(s) if s is not None else random.seed(7)
    print(s, [random.random() for _ in range(3)], random.randint(1,100), random.randrange(10), random.randrange(5,50,7), random.randrange(10,0,-3), random.choice('abcdef'), random.choices([1,2,3],k=5), random.choices('abc',[1,2,3],k=4), random.choices('ab',cum_weights=[1,5],k=3), random.sample(range(100),5), random.sample('abcdefgh',8), random.sample([1,2],counts=[3,4],k=4), random.uniform(1,5), random.getrandbits(1), random.getrandbits(32), random.getrandbits(100), random.gauss(0,1), random.gauss(0,1), random.normalvariate(1,2), random.lognormvariate(0,1), random.expovariate(2), random.triangular(), random.triangular(1,5,2), random.vonmisesvariate(0,4), random.vonmisesvariate(0,1e-9), random.gammavariate(2,1), random.gammavariate(0.5,1), random.gammavariate(1,3), random.betavariate(1,2), random.paretovariate(3), random.weibullvariate(1,2), random.randbytes(5))
    l=list(range(20)); random.shuffle(l); print(l)
random.seed('x', version=1); print(random.random())
r=Random(5); st=r.getstate(); a=r.random(); r.setstate(st); print(a==r.random(), len(st[1]), st[0], st[2])
random.seed(3); print(random.sample(range(10**9), 30)[:5], random.randrange(10**30), random.randint(-10**20,10**20))
def t(f,*a,**k):
    try: print(f(*a,**k))
    except BaseException as e: print(type(e).__name__, e)
t(random.choice,[]); t(random.randrange,0); t(random.randrange,5,5); t(random.randint,5,1); t(random.randrange,1,10,0); t(random.sample,[1],2); t(random.sample,{1:2},1); t(random.choices,[1],[1,2]); t(random.choices,[],k=1); t(random.choices,[1,2],[0,0]); t(random.choices,[1,2],3); t(random.getrandbits,-1); t(random.getrandbits,0); t(random.randrange,1,None,2); t(random.shuffle,(1,2,3)); t(random.sample,[1,2,3],-1); t(random.gammavariate,0,1); t(random.randbytes,-1)
class My(Random):
    def random(self): return 0.25
m=My(1); print(m.randrange(8), m.choice('abcd'), m.random(), m.shuffle([1,2]))
print(sorted(random.__all__))
random.seed(12345); print(sum(random.random() for _ in range(100000)))
