# The math module: values, exactness, special values and errors.
import math

CASES = """
math.pi, math.e, math.tau, math.inf, math.nan
math.sqrt(2), math.sqrt(0.0), math.sqrt(-0.0), math.sqrt(10**20), math.sqrt(True), math.isqrt(10**40 + 1), math.isqrt(0), math.isqrt(99)
math.floor(-1.5), math.ceil(-1.5), math.trunc(-1.5), math.floor(10**20), math.ceil(1e20), math.floor(2.0), math.trunc(5), type(math.floor(1.0)), round(-0.5)
math.factorial(0), math.factorial(20), math.factorial(25), math.gcd(12, 18), math.gcd(), math.gcd(0, 5), math.gcd(-4, 6, 10), math.lcm(4, 6), math.lcm(), math.lcm(0, 5), math.lcm(-3, 7), math.gcd(2**100, 6**50)
math.comb(5, 2), math.comb(5, 7), math.comb(100, 50), math.perm(5, 2), math.perm(5), math.perm(3, 5), math.prod([1, 2, 3]), math.prod([]), math.prod([2, 0.5], start=10), math.prod([2**40, 2**40])
math.exp(1), math.exp(0), math.expm1(1e-10), math.log(math.e), math.log(8, 2), math.log(10**400), math.log2(8), math.log2(2**1000), math.log10(1000), math.log10(10**300), math.log1p(1e-10), math.pow(2, 0.5), math.log(2**2000, 2)
math.sin(1), math.cos(1), math.tan(1), math.asin(1), math.acos(0.5), math.atan(1), math.atan2(1, -1), math.atan2(0.0, -0.0), math.sinh(1), math.cosh(1), math.tanh(1), math.asinh(1), math.acosh(2), math.atanh(0.5), math.degrees(math.pi), math.radians(180)
math.hypot(3, 4), math.hypot(), math.hypot(1, 2, 3), math.dist([1, 2], [4, 6]), math.dist((0,), (5,)), math.hypot(1e200, 1e200), math.hypot(math.inf, math.nan)
math.fsum([0.1] * 10), math.fsum([1e100, 1, -1e100]), math.fsum([]), sum([0.1] * 10), math.fsum([1e308, 1e308, -1e308]), math.fsum([math.inf, 1])
math.fmod(7, 3), math.fmod(-7, 3), math.remainder(7, 4), math.remainder(5, 2), math.modf(3.25), math.modf(-3.25), math.modf(math.inf), math.frexp(8.0), math.frexp(0.0), math.ldexp(0.5, 4), math.ldexp(1.0, -2000), math.copysign(3, -0.0), math.fabs(-3)
math.isnan(math.nan), math.isinf(-math.inf), math.isfinite(1e308), math.isclose(0.1 + 0.2, 0.3), math.isclose(1, 1.1, rel_tol=0.2), math.isclose(0, 1e-10), math.isclose(0, 1e-10, abs_tol=1e-9), math.isclose(math.inf, math.inf), math.isclose(math.nan, math.nan)
math.erf(1), math.erfc(1), math.gamma(5), math.gamma(0.5), math.lgamma(10), math.lgamma(-0.5), math.erf(0), math.gamma(171)
math.nextafter(1, 2), math.nextafter(0, -1), math.ulp(1.0), math.ulp(1e300), math.ulp(0), math.nextafter(1.0, 1.0), math.ulp(math.inf)
math.sqrt(-1)
math.sqrt('a')
math.log(0)
math.log(-1)
math.log(0.0)
math.log(2, 1)
math.log(10**400, -1)
math.log()
math.exp(1000)
math.sin(math.inf)
math.acos(2)
math.factorial(-1)
math.factorial(1.5)
math.factorial(5.0)
math.factorial('a')
math.floor('a')
math.floor(math.inf)
math.ceil(math.nan)
math.gcd(1.5)
math.comb(-1, 2)
math.comb(5, -1)
math.comb(5.0, 1)
math.perm(-1)
math.fmod(1, 0)
math.fmod(math.inf, 1)
math.pow(0, -1)
math.pow(-1, 0.5)
math.pow(1e200, 2)
math.ldexp(1.0, 5000)
math.ldexp(1.0, 1.5)
math.isqrt(-1)
math.isqrt(1.5)
math.dist([1], [1, 2])
math.dist(1, 2)
math.hypot('a')
math.fsum([1, 'a'])
math.fsum([1e308, 1e308])
math.fsum([math.inf, -math.inf])
math.gamma(-1)
math.gamma(200)
math.lgamma(0)
math.atanh(1)
math.acosh(0.5)
math.isclose(1, 2, rel_tol=-1)
math.remainder(1, 0)
math.log2(0)
math.log10(-5)
math.log1p(-1)
math.prod('ab')
math.prod(5)
math.trunc('a')
math.degrees('a')
math.sqrt()
math.pi()
math.sin(10**400)
math.cosh(1000)
math.tan(math.pi / 2) > 1e15, math.sin(math.pi) < 1e-15, math.exp(-1000), math.atan(math.inf) == math.pi / 2
"""

for source in CASES.strip().splitlines():
    try:
        print(source, "->", repr(eval(source)))
    except Exception as error:
        print(source, "->", type(error).__name__, error)


class Floating:
    def __float__(self):
        return 4.0

    def __floor__(self):
        return "floored"

    def __ceil__(self):
        return "ceiled"

    def __trunc__(self):
        return "truncated"


f = Floating()
print(math.sqrt(f), math.floor(f), math.ceil(f), math.trunc(f), math.sqrt.__name__, math.__name__, sorted(n for n in dir(math) if n[0] != "_"))
