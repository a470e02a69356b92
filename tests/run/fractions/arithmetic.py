"""fractions.Fraction: roundings, arithmetic with every number type, construction, and what is refused."""

import math
from fractions import Fraction as F


def show(call, *args, **options):
    """Print what the call gives, or what it raises."""
    try:
        print(repr(call(*args, **options)))
    except BaseException as error:
        print(type(error).__name__, error)


# Every operator between fractions and other numbers.
for a in (F(1, 3), F(-7, 2), F(0), F("3/4"), F("-0.5e2"), F(0.1), F(" 1.5 "), F(2), F(10**30, 7)):
    print(a, repr(a), hash(a), float(a), int(a), round(a), round(a, 2), round(a, -1))
    print(math.floor(a), math.ceil(a), abs(a), -a, +a, bool(a), a.limit_denominator(10))
    print(a.numerator, a.denominator, a.as_integer_ratio(), a == float(a), a**2)
    print(a**-1 if a else "", a**0.5 if a > 0 else "")
    for b in (F(2, 5), 3, 0.5, 1j, F(-1, 2)):
        for op in ("+", "-", "*", "/", "//", "%", "<", "==", ">="):
            for x, y in ((a, b), (b, a)):
                try:
                    print(eval("x" + op + "y", {"x": x, "y": y}), end=" ")
                except Exception as e:
                    print(type(e).__name__, e, end=" ")
        print(divmod(a, b) if not isinstance(b, complex) else "")

# Construction and powers.
show(F, "x")
show(F, 1, 0)
show(F, 1.5, 2)
show(F, None)
show(F, "1/0")
show(F, float("nan"))
show(F, float("inf"))
show(F.from_float, 1)
show(F.from_float, "a")
show(F, F(1, 2), F(3, 4))
show(lambda: 2 ** F(1, 2))
show(lambda: 2 ** F(3))
show(lambda: F(1, 2) ** F(1, 2))
show(lambda: F(1, 2) + "a")

# Approximation, sums, order and hashes.
print(math.pi, F(math.pi).limit_denominator(1000), sum([F(1, 2), F(1, 3)]))
print(sorted([F(1, 2), 0.3, F(1, 3)]), F(1, 2) == 0.5, hash(F(1, 2)) == hash(0.5))
print({F(1): 2}[1], f"{F(1, 2)}")
