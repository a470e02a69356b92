# cmath on every pair of special parts, and on ordinary ones: C99's annex G, branch cuts, domain and range errors.
import cmath

PARTS = [float("-inf"), -1e308, -711.0, -1.0, -0.5, -5e-324, -0.0, 0.0, 5e-324, 0.5, 1.0, 711.0, 1e308, float("inf"), float("nan")]


def shown(function, *args):
    try:
        result = function(*args)
    except (ValueError, OverflowError, ZeroDivisionError) as error:
        return f"{type(error).__name__}: {error}"
    return repr(result)


# The C library may round the last digit of a finite result in another way: those are shown shortened.
def short(function, *args):
    try:
        result = function(*args)
    except (ValueError, OverflowError, ZeroDivisionError) as error:
        return f"{type(error).__name__}: {error}"
    if isinstance(result, complex):
        return f"{result.real:.12g} {result.imag:.12g}"
    return f"{result:.12g}"


for name in ("acos", "acosh", "asin", "asinh", "atan", "atanh", "cos", "cosh", "exp", "log", "log10", "sin", "sinh", "sqrt", "tan", "tanh"):
    function = getattr(cmath, name)
    for x in PARTS:
        for y in PARTS:
            print(name, x, y, short(function, complex(x, y)))
for x in PARTS:
    for y in PARTS:
        z = complex(x, y)
        print(x, y, short(cmath.rect, x, y), short(cmath.phase, z) if abs(y) != 5e-324 else "",
              cmath.isfinite(z), cmath.isinf(z), cmath.isnan(z))
print(cmath.infj, cmath.nanj, cmath.pi, cmath.e, cmath.tau, cmath.inf, cmath.nan)
print(shown(cmath.polar, 3 + 4j), shown(cmath.polar, complex(1.5e308, 1.5e308)), shown(cmath.log, 0), shown(cmath.log, 0, 2), shown(cmath.log, 2, 1))
print(cmath.isclose(1, 1 + 1e-10j), cmath.isclose(1, 1 + 1e-8j), cmath.isclose(cmath.inf, cmath.inf), cmath.isclose(cmath.nan, cmath.nan))


class Wrapped:
    def __complex__(self):
        return 3 - 4j


class Real:
    def __float__(self):
        return 4.0


print(cmath.sqrt(Wrapped()), cmath.sqrt(Real()), cmath.sqrt(-4), cmath.sqrt(True))
for bad in ("1", None, []):
    try:
        cmath.sqrt(bad)
    except TypeError as error:
        print(error)
