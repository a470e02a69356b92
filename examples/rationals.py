"""Exact fractions: a number type that works together with int and float, and finds its way into sums and series."""

from functools import total_ordering
from itertools import islice
from math import gcd, pi


@total_ordering
class Rational:
    """A fraction in lowest terms, with the sign in its numerator."""

    __slots__ = ("numerator", "denominator")

    def __new__(cls, numerator, denominator=1):
        if isinstance(numerator, str):
            top, _, bottom = numerator.partition("/")
            numerator, denominator = int(top), int(bottom or 1)
        if denominator == 0:
            raise ZeroDivisionError(f"{numerator}/0")
        divisor = gcd(numerator, denominator) * (1 if denominator > 0 else -1)
        self = super().__new__(cls)
        object.__setattr__(self, "numerator", numerator // divisor)
        object.__setattr__(self, "denominator", denominator // divisor)
        return self

    def __setattr__(self, name, value):
        raise AttributeError("a Rational does not change")

    def _combine(self, other, exact, approximate):
        """Either the exact operation with an int or a Rational, or the same on floats."""
        match other:
            case int():
                return exact(self, Rational(other))
            case Rational():
                return exact(self, other)
            case float():
                return approximate(float(self), other)
            case _:
                return NotImplemented

    def __add__(self, other):
        return self._combine(other, lambda a, b: Rational(
            a.numerator * b.denominator + b.numerator * a.denominator, a.denominator * b.denominator), float.__add__)

    def __mul__(self, other):
        return self._combine(other, lambda a, b: Rational(
            a.numerator * b.numerator, a.denominator * b.denominator), float.__mul__)

    def __truediv__(self, other):
        return self._combine(other, lambda a, b: Rational(
            a.numerator * b.denominator, a.denominator * b.numerator), float.__truediv__)

    def __sub__(self, other):
        return self + -other

    __radd__, __rmul__ = __add__, __mul__

    def __rsub__(self, other):
        return -self + other

    def __rtruediv__(self, other):
        return self ** -1 * other

    def __floordiv__(self, other):
        return int(self / other)

    def __mod__(self, other):
        return self - self // other * other

    def __pow__(self, exponent):
        if exponent < 0:
            return Rational(self.denominator**-exponent, self.numerator**-exponent)
        return Rational(self.numerator**exponent, self.denominator**exponent)

    def __neg__(self):
        return Rational(-self.numerator, self.denominator)

    def __abs__(self):
        return Rational(abs(self.numerator), self.denominator)

    def __eq__(self, other):
        return self._combine(other, lambda a, b: (a.numerator, a.denominator) == (b.numerator, b.denominator), float.__eq__)

    def __lt__(self, other):
        return self._combine(other, lambda a, b: a.numerator * b.denominator < b.numerator * a.denominator, float.__lt__)

    def __hash__(self):
        return hash(self.numerator) if self.denominator == 1 else hash((self.numerator, self.denominator))

    def __bool__(self):
        return self.numerator != 0

    def __int__(self):
        return self.numerator // self.denominator

    def __float__(self):
        return self.numerator / self.denominator

    def __round__(self, digits=0):
        return round(float(self), digits)

    def __repr__(self):
        return f"Rational({self.numerator}, {self.denominator})"

    def __str__(self):
        return f"{self.numerator}/{self.denominator}" if self.denominator != 1 else str(self.numerator)

    def __format__(self, spec):
        return format(str(self) if not spec or spec[-1] not in "ef%" else float(self), spec)


def continued(number):
    """The terms of the continued fraction of a float, and the fraction each gives."""
    terms = []
    while True:
        terms.append(int(number))
        value = Rational(terms[-1])
        for term in reversed(terms[:-1]):
            value = term + 1 / value
        yield value
        if number == terms[-1]:
            return
        number = 1 / (number - terms[-1])


def main():
    half, third = Rational(1, 2), Rational("2/6")
    print(half + third, half - third, half * third, half / third, -half, abs(-third), half ** -3)
    print(1 + half, 2 * third, 1 - third, 1 / third, half + 0.25, 0.5 * half)
    print(half == 0.5, half == 2, Rational(4, 2) == 2, hash(Rational(4, 2)) == hash(2), {Rational(3): "three"}[3])
    print(sorted([half, 0, third, 1, Rational(-3, 4)]), half > third, half <= 0.5, third != half)
    print(Rational(7, 2) // 1, Rational(7, 2) % 1, Rational(-7, 2) // 1, int(Rational(7, 2)), bool(Rational(0, 5)))
    print(f"{third:>8}|{third:.4f}|{third:.1%}|{half!r}", round(third, 3))
    harmonic = sum((Rational(1, n) for n in range(1, 21)), Rational(0))
    print("1 + 1/2 + ... + 1/20 =", harmonic, "=", float(harmonic))
    print("pi is near", *islice(continued(pi), 5))
    egyptian, rest = [], Rational(7, 15)
    while rest:
        part = Rational(1, -(-rest.denominator // rest.numerator))
        egyptian.append(part)
        rest -= part
    print("7/15 =", " + ".join(map(str, egyptian)))
    for wrong in (lambda: Rational(1, 0), lambda: half / 0, lambda: half + "1", lambda: setattr(half, "numerator", 2),
                  lambda: Rational("x")):
        try:
            wrong()
        except (ArithmeticError, TypeError, AttributeError, ValueError) as error:
            print(f"{type(error).__name__}: {error}")


if __name__ == "__main__":
    main()
