def t(f,*a,**k):
    try: print(repr(f(*a,**k)))
    except BaseException as e: print(type(e).__name__, e)
from fractions import Fraction as F
import statistics as S
for d in ([1,2,3,4],[1.5,2.5,2.5,10],[F(1,2),F(3,4)],[5],[1,1,2,2,3],(x for x in [1,2,9]),[True,False,1],[1,2.5],[]):
    d=list(d)
    for f in (S.mean,S.fmean,S.median,S.median_low,S.median_high,S.median_grouped,S.mode,S.multimode,S.variance,S.pvariance,S.stdev,S.pstdev,S.geometric_mean,S.harmonic_mean,S.quantiles): print(f.__name__,end=' '); t(f,d)
t(S.quantiles,[1,2,3,4,5],n=10,method='inclusive'); t(S.covariance,[1,2,3],[4,5,7]); t(S.correlation,[1,2,3],[4,5,7]); t(S.linear_regression,[1,2,3],[4,5,7]); t(S.mode,'abracadabra'); t(S.mean,['a']); t(S.harmonic_mean,[1,-1]); t(S.harmonic_mean,[40,60],weights=[5,30]); t(S.median,['b','a','c']); t(S.variance,[1,2,3],2); t(S.mean,[float('inf'),1]); t(S.correlation,[1,1],[1,2])
n=S.NormalDist(100,15); print(n,n.pdf(110),n.cdf(110),n.zscore(130),n.mean,n.stdev,n.variance,n+5,n*2,n-n,-n,n==S.NormalDist(100,15),S.NormalDist.from_samples([1,2,3]),n.samples(2,seed=1))
