def t(f,*a,**k):
    try: print(repr(f(*a,**k)))
    except BaseException as e: print(type(e).__name__, e)
from fractions import Fraction as F
import math
for a in (F(1,3),F(-7,2),F(0),F('3/4'),F('-0.5e2'),F(0.1),F(' 1.5 '),F(2),F(10**30,7)):
    print(a,repr(a),hash(a),float(a),int(a),round(a),round(a,2),round(a,-1),math.floor(a),math.ceil(a),abs(a),-a,+a,bool(a),a.limit_denominator(10),a.numerator,a.denominator,a.as_integer_ratio(),a==float(a),a**2,a**-1 if a else '',a**0.5 if a>0 else '')
    for b in (F(2,5),3,0.5,1j,F(-1,2)):
        for op in ('+','-','*','/','//','%','<','==','>='):
            for x,y in ((a,b),(b,a)):
                try: print(eval('x'+op+'y',{'x':x,'y':y}),end=' ')
                except Exception as e: print(type(e).__name__,e,end=' ')
        print(divmod(a,b) if not isinstance(b,complex) else '')
t(F,'x'); t(F,1,0); t(F,1.5,2); t(F,None); t(F,'1/0'); t(F,float('nan')); t(F,float('inf')); t(F.from_float,1); t(F.from_float,'a'); t(F,F(1,2),F(3,4)); t(lambda: 2**F(1,2)); t(lambda: 2**F(3)); t(lambda: F(1,2)**F(1,2)); t(lambda: F(1,2)+'a'); print(math.pi, F(math.pi).limit_denominator(1000), sum([F(1,2),F(1,3)]), sorted([F(1,2),0.3,F(1,3)]), F(1,2)==0.5, hash(F(1,2))==hash(0.5), {F(1):2}[1], f'{F(1,2)}')
