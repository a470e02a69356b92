"""statistics: every figure of several data sets, relations of two, what is refused, and NormalDist."""

import statistics as S
from fractions import Fraction as F


def show(call, *args, **options):
    """Print what the call gives, or what it raises."""
    try:
        print(repr(call(*args, **options)))
    except BaseException as error:
        print(type(error).__name__, error)


# Every figure of every data set.
for data in (
    [1, 2, 3, 4], [1.5, 2.5, 2.5, 10], [F(1, 2), F(3, 4)], [5], [1, 1, 2, 2, 3], (x for x in [1, 2, 9]),
    [True, False, 1], [1, 2.5], [],
):
    data = list(data)
    for figure in (
        S.mean, S.fmean, S.median, S.median_low, S.median_high, S.median_grouped, S.mode, S.multimode,
        S.variance, S.pvariance, S.stdev, S.pstdev, S.geometric_mean, S.harmonic_mean, S.quantiles,
    ):
        print(figure.__name__, end=" ")
        show(figure, data)

# Options, relations of two data sets, and what is refused.
show(S.quantiles, [1, 2, 3, 4, 5], n=10, method="inclusive")
show(S.covariance, [1, 2, 3], [4, 5, 7])
show(S.correlation, [1, 2, 3], [4, 5, 7])
show(S.linear_regression, [1, 2, 3], [4, 5, 7])
show(S.mode, "abracadabra")
show(S.mean, ["a"])
show(S.harmonic_mean, [1, -1])
show(S.harmonic_mean, [40, 60], weights=[5, 30])
show(S.median, ["b", "a", "c"])
show(S.variance, [1, 2, 3], 2)
show(S.mean, [float("inf"), 1])
show(S.correlation, [1, 1], [1, 2])

# NormalDist.
normal = S.NormalDist(100, 15)
print(
    normal, normal.pdf(110), normal.cdf(110), normal.zscore(130), normal.mean, normal.stdev,
    normal.variance, normal + 5, normal * 2,
)
print(normal - normal, -normal, normal == S.NormalDist(100, 15), S.NormalDist.from_samples([1, 2, 3]))
print(normal.samples(2, seed=1))
