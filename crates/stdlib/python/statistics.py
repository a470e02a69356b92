"""Averages, spreads and relations of numbers, without rounding on the way."""

import math
import random
from bisect import bisect_left, bisect_right
from collections import Counter, namedtuple
from fractions import Fraction
from itertools import groupby, repeat
from math import erf, exp, fabs, fsum, hypot, log, sqrt, tau
from operator import itemgetter

__all__ = ["NormalDist", "StatisticsError", "correlation", "covariance", "fmean", "geometric_mean", "harmonic_mean",
           "linear_regression", "mean", "median", "median_grouped", "median_high", "median_low", "mode", "multimode",
           "pstdev", "pvariance", "quantiles", "stdev", "variance"]


class StatisticsError(ValueError):
    """The data have no such figure."""


def _exact(x):
    """A number as numerator and denominator; (x, None) for infinities and NaN."""
    ratio = getattr(x, "as_integer_ratio", None)
    if ratio is not None:
        try:
            return ratio()
        except (ValueError, OverflowError):
            return x, None
    try:
        return x.numerator, x.denominator
    except AttributeError:
        raise TypeError("can't convert type '%s' to numerator/denominator" % type(x).__name__)


def _common_type(a, b):
    """The type of a result from both."""
    if a is b or b is int or b is bool:
        return a
    if a is int or issubclass(b, a):
        return b
    if issubclass(a, b):
        return a
    if issubclass(a, int):
        return b
    if issubclass(b, int):
        return a
    if issubclass(a, Fraction) and issubclass(b, float):
        return b
    if issubclass(a, float) and issubclass(b, Fraction):
        return a
    raise TypeError("don't know how to coerce %s and %s" % (a.__name__, b.__name__))


def _sum(data):
    """The type of the items, their exact sum, and their number."""
    kind = int
    count = 0
    partial = {}
    for typ, values in groupby(data, type):
        kind = _common_type(kind, typ)
        for n, d in map(_exact, values):
            count += 1
            partial[d] = partial.get(d, 0) + n
    if None in partial:
        return kind, partial[None], count
    return kind, sum(Fraction(n, d) for d, n in partial.items()), count


def _isfinite(x):
    try:
        return x.is_finite()
    except AttributeError:
        return math.isfinite(x)


def _convert(value, T):
    """A value in the type of the data."""
    if type(value) is T:
        return value
    if issubclass(T, int) and value.denominator != 1:
        T = float
    try:
        return T(value)
    except TypeError:
        if T.__name__ == "Decimal":
            return T(value.numerator) / value.denominator
        raise


def _fail_neg(values, errmsg):
    for x in values:
        if x < 0:
            raise StatisticsError(errmsg)
        yield x


def mean(data):
    """The arithmetic mean."""
    if iter(data) is data:
        data = list(data)
    n = len(data)
    if n < 1:
        raise StatisticsError("mean requires at least one data point")
    T, total, count = _sum(data)
    return _convert(total / n, T)


def fmean(data):
    """The arithmetic mean as a float, quickly."""
    try:
        n = len(data)
    except TypeError:
        data = list(data)
        n = len(data)
    try:
        return fsum(data) / n
    except ZeroDivisionError:
        raise StatisticsError("fmean requires at least one data point") from None


def geometric_mean(data):
    """The n-th root of the product."""
    try:
        return exp(fmean(map(log, data)))
    except ValueError:
        raise StatisticsError("geometric mean requires a non-empty dataset containing positive numbers") from None


def harmonic_mean(data, weights=None):
    """The reciprocal of the mean of the reciprocals."""
    if iter(data) is data:
        data = list(data)
    errmsg = "harmonic mean does not support negative values"
    n = len(data)
    if n < 1:
        raise StatisticsError("harmonic_mean requires at least one data point")
    if n == 1 and weights is None:
        x = data[0]
        if isinstance(x, (int, float, Fraction)) or type(x).__name__ == "Decimal":
            if x < 0:
                raise StatisticsError(errmsg)
            return x
        raise TypeError("unsupported type")
    if weights is None:
        weights = repeat(1, n)
        total_weight = n
    else:
        given = list(weights) if iter(weights) is weights else weights
        if len(given) != n:
            raise StatisticsError("Number of weights does not match data size")
        weights, (_, total_weight, _) = given, _sum(_fail_neg(given, errmsg))
    try:
        data = _fail_neg(data, errmsg)
        T, total, _ = _sum(weight / x if weight else 0 for weight, x in zip(weights, data))
    except ZeroDivisionError:
        return 0
    if total <= 0:
        raise StatisticsError("Weighted sum must be positive")
    return _convert(total_weight / total, T)


def median(data):
    """The middle, or the mean of the two in the middle."""
    data = sorted(data)
    n = len(data)
    if n == 0:
        raise StatisticsError("no median for empty data")
    if n % 2:
        return data[n // 2]
    return (data[n // 2 - 1] + data[n // 2]) / 2


def median_low(data):
    """The middle, or the lower one in the middle."""
    data = sorted(data)
    if not data:
        raise StatisticsError("no median for empty data")
    return data[(len(data) - 1) // 2]


def median_high(data):
    """The middle, or the higher one in the middle."""
    data = sorted(data)
    if not data:
        raise StatisticsError("no median for empty data")
    return data[len(data) // 2]


def median_grouped(data, interval=1):
    """The median of data that stand for intervals of this width around them."""
    data = sorted(data)
    n = len(data)
    if n == 0:
        raise StatisticsError("no median for empty data")
    if n == 1:
        return data[0]
    x = data[n // 2]
    for obj in (x, interval):
        if isinstance(obj, (str, bytes)):
            raise TypeError("expected number but got %r" % obj)
    try:
        lower = x - interval / 2
    except TypeError:
        lower = float(x) - float(interval) / 2
    below = bisect_left(data, x)
    within = bisect_right(data, x, below) - below
    return lower + interval * (n / 2 - below) / within


def mode(data):
    """What is most frequent; the first of several."""
    try:
        return Counter(iter(data)).most_common(1)[0][0]
    except IndexError:
        raise StatisticsError("no mode for empty data") from None


def multimode(data):
    """All that are most frequent, in the order in which they come."""
    counts = Counter(iter(data)).most_common()
    _, items = next(groupby(counts, key=itemgetter(1)), (0, []))
    return list(map(itemgetter(0), items))


def quantiles(data, *, n=4, method="exclusive"):
    """The n - 1 points that divide the data into n parts of equal size."""
    if n < 1:
        raise StatisticsError("n must be at least 1")
    data = sorted(data)
    size = len(data)
    if size < 2:
        raise StatisticsError("must have at least two data points")
    result = []
    if method == "inclusive":
        m = size - 1
        for i in range(1, n):
            j, delta = divmod(i * m, n)
            result.append((data[j] * (n - delta) + data[j + 1] * delta) / n)
        return result
    if method == "exclusive":
        m = size + 1
        for i in range(1, n):
            j = min(max(i * m // n, 1), size - 1)
            delta = i * m - j * n
            result.append((data[j - 1] * (n - delta) + data[j] * delta) / n)
        return result
    raise ValueError("Unknown method: %r" % method)


def _ss(data, c=None):
    """The exact sum of squared distances from c, or from the mean."""
    if c is not None:
        T, total, count = _sum((d := x - c) * d for x in data)
        return T, total
    T, total, count = _sum(data)
    n, d = (total / count).as_integer_ratio()
    partial = {}
    for number, denominator in map(_exact, data):
        difference = number * d - denominator * n
        square = denominator * denominator
        partial[square] = partial.get(square, 0) + difference * difference
    if None in partial:
        return T, partial[None]
    return T, sum(Fraction(number, square * d * d) for square, number in partial.items())


def variance(data, xbar=None):
    """The variance of a sample."""
    if iter(data) is data:
        data = list(data)
    n = len(data)
    if n < 2:
        raise StatisticsError("variance requires at least two data points")
    T, ss = _ss(data, xbar)
    return _convert(ss / (n - 1), T)


def pvariance(data, mu=None):
    """The variance of a whole population."""
    if iter(data) is data:
        data = list(data)
    n = len(data)
    if n < 1:
        raise StatisticsError("pvariance requires at least one data point")
    T, ss = _ss(data, mu)
    return _convert(ss / n, T)


def _root(square):
    """Of a Decimal it is a Decimal."""
    try:
        exact = square.sqrt
    except AttributeError:
        return math.sqrt(square)
    return exact()


def pstdev(data, mu=None):
    """The square root of the variance of a population."""
    return _root(pvariance(data, mu))


def stdev(data, xbar=None):
    """The square root of the variance of a sample."""
    return _root(variance(data, xbar))


def _two_means(x, y, wanted):
    """The means of two samples that belong together."""
    n = len(x)
    if n != len(y):
        raise StatisticsError(f"{wanted} requires that both inputs have same number of data points")
    if n < 2:
        raise StatisticsError(f"{wanted} requires at least two data points")
    return fsum(x) / n, fsum(y) / n


def covariance(x, y, /):
    """The covariance of samples."""
    xbar, ybar = _two_means(x, y, "covariance")
    return fsum((xi - xbar) * (yi - ybar) for xi, yi in zip(x, y)) / (len(x) - 1)


def correlation(x, y, /):
    """Pearson's coefficient."""
    xbar, ybar = _two_means(x, y, "correlation")
    together = fsum((a - xbar) * (b - ybar) for a, b in zip(x, y))
    squares = fsum((a - xbar) ** 2.0 for a in x) * fsum((b - ybar) ** 2.0 for b in y)
    try:
        return together / sqrt(squares)
    except ZeroDivisionError:
        raise StatisticsError("at least one of the inputs is constant")


LinearRegression = namedtuple("LinearRegression", ("slope", "intercept"))


def linear_regression(x, y, /):
    """Slope and intercept of the line with the least squares."""
    n = len(x)
    if len(y) != n:
        raise StatisticsError("linear regression requires that both inputs have same number of data points")
    if n < 2:
        raise StatisticsError("linear regression requires at least two data points")
    xbar, ybar = fsum(x) / n, fsum(y) / n
    sxy = fsum((xi - xbar) * (yi - ybar) for xi, yi in zip(x, y))
    sxx = fsum((xi - xbar) ** 2.0 for xi in x)
    try:
        slope = sxy / sxx
    except ZeroDivisionError:
        raise StatisticsError("x is constant")
    return LinearRegression(slope=slope, intercept=ybar - slope * xbar)


class NormalDist:
    """A normal distribution."""

    __slots__ = {"_mu": "Arithmetic mean of a normal distribution",
                 "_sigma": "Standard deviation of a normal distribution"}

    def __init__(self, mu=0.0, sigma=1.0):
        if sigma < 0.0:
            raise StatisticsError("sigma must be non-negative")
        self._mu, self._sigma = float(mu), float(sigma)

    @classmethod
    def from_samples(cls, data):
        """With the mean and the deviation of a sample."""
        if not isinstance(data, (list, tuple)):
            data = list(data)
        xbar = fmean(data)
        return cls(xbar, stdev(data, xbar))

    def samples(self, n, *, seed=None):
        """n random numbers of it."""
        gauss = (random if seed is None else random.Random(seed)).gauss
        return [gauss(mu, sigma) for mu, sigma in repeat((self._mu, self._sigma), n)]

    def pdf(self, x):
        """The density at x."""
        variance = self._sigma ** 2.0
        if not variance:
            raise StatisticsError("pdf() not defined when sigma is zero")
        return exp((x - self._mu) ** 2.0 / (-2.0 * variance)) / sqrt(tau * variance)

    def cdf(self, x):
        """The probability of at most x."""
        if not self._sigma:
            raise StatisticsError("cdf() not defined when sigma is zero")
        return 0.5 * (1.0 + erf((x - self._mu) / (self._sigma * sqrt(2.0))))

    def zscore(self, x):
        """How many deviations x is from the mean."""
        if not self._sigma:
            raise StatisticsError("zscore() not defined when sigma is zero")
        return (x - self._mu) / self._sigma

    @property
    def mean(self):
        """The arithmetic mean."""
        return self._mu

    median = mode = mean

    @property
    def stdev(self):
        """The standard deviation."""
        return self._sigma

    @property
    def variance(self):
        """The square of the deviation."""
        return self._sigma ** 2.0

    def __add__(x1, x2):
        if isinstance(x2, NormalDist):
            return NormalDist(x1._mu + x2._mu, hypot(x1._sigma, x2._sigma))
        return NormalDist(x1._mu + x2, x1._sigma)

    def __sub__(x1, x2):
        if isinstance(x2, NormalDist):
            return NormalDist(x1._mu - x2._mu, hypot(x1._sigma, x2._sigma))
        return NormalDist(x1._mu - x2, x1._sigma)

    def __mul__(x1, x2):
        return NormalDist(x1._mu * x2, x1._sigma * fabs(x2))

    def __truediv__(x1, x2):
        return NormalDist(x1._mu / x2, x1._sigma / fabs(x2))

    def __pos__(x1):
        return NormalDist(x1._mu, x1._sigma)

    def __neg__(x1):
        return NormalDist(-x1._mu, x1._sigma)

    __radd__ = __add__
    __rmul__ = __mul__

    def __rsub__(x1, x2):
        return -(x1 - x2)

    def __eq__(x1, x2):
        if not isinstance(x2, NormalDist):
            return NotImplemented
        return x1._mu == x2._mu and x1._sigma == x2._sigma

    def __hash__(self):
        return hash((self._mu, self._sigma))

    def __repr__(self):
        return "%s(mu=%r, sigma=%r)" % (type(self).__name__, self._mu, self._sigma)
