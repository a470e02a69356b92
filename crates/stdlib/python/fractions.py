"""Fractions: exact quotients of ints."""

import math
import numbers
import operator
import re
import sys

__all__ = ["Fraction"]

_MODULUS = sys.hash_info.modulus
_INFINITE = sys.hash_info.inf

_FORMAT = re.compile(r"""
    \A\s*
    (?P<sign>[-+]?)
    (?=\d|\.\d)
    (?P<num>\d*)
    (?:
       (?:/(?P<denom>\d+))?
    |
       (?:\.(?P<decimal>\d*))?
       (?:E(?P<exp>[-+]?\d+))?
    )
    \s*\Z
""", re.VERBOSE | re.IGNORECASE)


class Fraction(numbers.Rational):
    """A quotient of two ints in lowest terms, made of them, of a number, or of a str such as "3/4" or "-0.5e2"."""

    __slots__ = ("_numerator", "_denominator")

    def __new__(cls, numerator=0, denominator=None, *, _normalize=True):
        self = super().__new__(cls)
        if denominator is None:
            if type(numerator) is int:
                self._numerator, self._denominator = numerator, 1
                return self
            if isinstance(numerator, numbers.Rational):
                self._numerator, self._denominator = numerator.numerator, numerator.denominator
                return self
            if isinstance(numerator, float) or type(numerator).__name__ == "Decimal":
                self._numerator, self._denominator = numerator.as_integer_ratio()
                return self
            if not isinstance(numerator, str):
                raise TypeError("argument should be a string or a Rational instance")
            numerator, denominator = cls._parsed(numerator)
        elif type(numerator) is int is type(denominator):
            pass
        elif isinstance(numerator, numbers.Rational) and isinstance(denominator, numbers.Rational):
            numerator, denominator = (numerator.numerator * denominator.denominator,
                                      denominator.numerator * numerator.denominator)
        else:
            raise TypeError("both arguments should be Rational instances")
        if denominator == 0:
            raise ZeroDivisionError("Fraction(%s, 0)" % numerator)
        if _normalize:
            common = math.gcd(numerator, denominator)
            if denominator < 0:
                common = -common
            numerator //= common
            denominator //= common
        self._numerator, self._denominator = numerator, denominator
        return self

    @staticmethod
    def _parsed(text):
        found = _FORMAT.match(text)
        if found is None:
            raise ValueError("Invalid literal for Fraction: %r" % text)
        numerator = int(found["num"] or "0")
        denominator = 1
        if found["denom"]:
            denominator = int(found["denom"])
        else:
            if found["decimal"]:
                scale = 10 ** len(found["decimal"])
                numerator = numerator * scale + int(found["decimal"])
                denominator *= scale
            if found["exp"]:
                exponent = int(found["exp"])
                if exponent >= 0:
                    numerator *= 10 ** exponent
                else:
                    denominator *= 10 ** -exponent
        return -numerator if found["sign"] == "-" else numerator, denominator

    @classmethod
    def from_float(cls, f):
        """The very number that a float is."""
        if isinstance(f, numbers.Integral):
            return cls(f)
        if not isinstance(f, float):
            raise TypeError("%s.from_float() only takes floats, not %r (%s)" % (cls.__name__, f, type(f).__name__))
        return cls(*f.as_integer_ratio())

    @classmethod
    def from_decimal(cls, dec):
        """The very number that a Decimal is."""
        if isinstance(dec, numbers.Integral):
            return cls(int(dec))
        if type(dec).__name__ != "Decimal":
            raise TypeError("%s.from_decimal() only takes Decimals, not %r (%s)"
                            % (cls.__name__, dec, type(dec).__name__))
        return cls(*dec.as_integer_ratio())

    def as_integer_ratio(self):
        """(numerator, denominator)"""
        return self._numerator, self._denominator

    def limit_denominator(self, max_denominator=1000000):
        """The nearest fraction whose denominator is at most this (by the continued fraction)."""
        if max_denominator < 1:
            raise ValueError("max_denominator should be at least 1")
        if self._denominator <= max_denominator:
            return Fraction(self)
        before, last = (0, 1), (1, 0)
        n, d = self._numerator, self._denominator
        while True:
            a = n // d
            next_denominator = before[1] + a * last[1]
            if next_denominator > max_denominator:
                break
            before, last = last, (before[0] + a * last[0], next_denominator)
            n, d = d, n - a * d
        k = (max_denominator - before[1]) // last[1]
        near = Fraction(before[0] + k * last[0], before[1] + k * last[1])
        other = Fraction(*last)
        return other if abs(other - self) <= abs(near - self) else near

    @property
    def numerator(a):
        """What is divided."""
        return a._numerator

    @property
    def denominator(a):
        """What it is divided by."""
        return a._denominator

    def __repr__(self):
        return "%s(%s, %s)" % (self.__class__.__name__, self._numerator, self._denominator)

    def __str__(self):
        return str(self._numerator) if self._denominator == 1 else "%s/%s" % (self._numerator, self._denominator)

    def _operators(exact, fallback):
        """An operator and its reflection: exact on rationals, by floats and complex numbers on those."""
        def forward(a, b):
            if isinstance(b, (int, Fraction)):
                return exact(a, b)
            if isinstance(b, float):
                return fallback(float(a), b)
            if isinstance(b, complex):
                return fallback(complex(a), b)
            return NotImplemented

        def reverse(b, a):
            if isinstance(a, numbers.Rational):
                return exact(a, b)
            if isinstance(a, numbers.Real):
                return fallback(float(a), float(b))
            if isinstance(a, numbers.Complex):
                return fallback(complex(a), complex(b))
            return NotImplemented
        forward.__name__ = "__" + fallback.__name__ + "__"
        reverse.__name__ = "__r" + fallback.__name__ + "__"
        forward.__doc__ = reverse.__doc__ = exact.__doc__
        return forward, reverse

    def _add(a, b):
        """a + b"""
        return Fraction(a.numerator * b.denominator + b.numerator * a.denominator, a.denominator * b.denominator)

    def _sub(a, b):
        """a - b"""
        return Fraction(a.numerator * b.denominator - b.numerator * a.denominator, a.denominator * b.denominator)

    def _mul(a, b):
        """a * b"""
        return Fraction(a.numerator * b.numerator, a.denominator * b.denominator)

    def _div(a, b):
        """a / b"""
        if not b.numerator:
            raise ZeroDivisionError("Fraction(%s, 0)" % ((a.numerator > 0) - (a.numerator < 0)))
        return Fraction(a.numerator * b.denominator, a.denominator * b.numerator)

    def _floordiv(a, b):
        """a // b"""
        return a.numerator * b.denominator // (a.denominator * b.numerator)

    def _divmod(a, b):
        """divmod(a, b)"""
        common = a.denominator * b.denominator
        quotient, rest = divmod(a.numerator * b.denominator, a.denominator * b.numerator)
        return quotient, Fraction(rest, common)

    def _mod(a, b):
        """a % b"""
        common = a.denominator * b.denominator
        return Fraction(a.numerator * b.denominator % (b.numerator * a.denominator), common)

    __add__, __radd__ = _operators(_add, operator.add)
    __sub__, __rsub__ = _operators(_sub, operator.sub)
    __mul__, __rmul__ = _operators(_mul, operator.mul)
    __truediv__, __rtruediv__ = _operators(_div, operator.truediv)
    __floordiv__, __rfloordiv__ = _operators(_floordiv, operator.floordiv)
    __divmod__, __rdivmod__ = _operators(_divmod, divmod)
    __mod__, __rmod__ = _operators(_mod, operator.mod)

    def __pow__(a, b):
        """a ** b"""
        if not isinstance(b, numbers.Rational):
            return float(a) ** b
        if b.denominator != 1:
            return float(a) ** float(b)
        power = b.numerator
        if power >= 0:
            return Fraction(a._numerator ** power, a._denominator ** power, _normalize=False)
        if a._numerator >= 0:
            return Fraction(a._denominator ** -power, a._numerator ** -power, _normalize=False)
        return Fraction((-a._denominator) ** -power, (-a._numerator) ** -power, _normalize=False)

    def __rpow__(b, a):
        """a ** b"""
        rational = isinstance(a, numbers.Rational)
        if b._denominator != 1:
            return Fraction(a.numerator, a.denominator) ** b if rational else a ** float(b)
        power = b._numerator
        return Fraction(a.numerator, a.denominator) ** b if rational and power < 0 else a ** power

    def __abs__(a):
        """abs(a)"""
        return Fraction(abs(a._numerator), a._denominator, _normalize=False)

    def __neg__(a):
        """-a"""
        return Fraction(-a._numerator, a._denominator, _normalize=False)

    def __pos__(a):
        """+a"""
        return Fraction(a._numerator, a._denominator, _normalize=False)

    def __trunc__(a):
        """trunc(a)"""
        return -(-a._numerator // a._denominator) if a._numerator < 0 else a._numerator // a._denominator

    def __floor__(a):
        """floor(a)"""
        return a.numerator // a.denominator

    def __ceil__(a):
        """ceil(a)"""
        return -(-a.numerator // a.denominator)

    def __round__(self, ndigits=None):
        """round(self, ndigits), halves to even"""
        if ndigits is None:
            whole, rest = divmod(self.numerator, self.denominator)
            twice = 2 * rest
            return whole + (twice > self.denominator or twice == self.denominator and whole % 2)
        scale = 10 ** abs(ndigits)
        return Fraction(round(self * scale), scale) if ndigits > 0 else Fraction(round(self / scale) * scale)

    def __hash__(self):
        """hash(self): that of the equal int or float, if there is one"""
        try:
            inverse = pow(self._denominator, -1, _MODULUS)
        except ValueError:
            hash_ = _INFINITE
        else:
            hash_ = hash(hash(abs(self._numerator)) * inverse)
        result = hash_ if self._numerator >= 0 else -hash_
        return -2 if result == -1 else result

    def __eq__(a, b):
        """a == b"""
        if type(b) is int:
            return a._numerator == b and a._denominator == 1
        if isinstance(b, numbers.Rational):
            return a._denominator == b.denominator and a._numerator == b.numerator
        number = b.real if isinstance(b, numbers.Complex) and b.imag == 0 else b
        if not isinstance(number, float):
            return NotImplemented
        return a == a.from_float(number) if math.isfinite(number) else 0.0 == number

    def _richcmp(self, other, op):
        """The result of an order operator."""
        if isinstance(other, float):
            return op(self, self.from_float(other)) if math.isfinite(other) else op(0.0, other)
        if not isinstance(other, numbers.Rational):
            return NotImplemented
        return op(self._numerator * other.denominator, self._denominator * other.numerator)

    def _ordered(compare, sign):
        name = f"__{compare.__name__}__"

        def method(a, b):
            return a._richcmp(b, compare)

        method.__code__ = method.__code__.replace(co_name=name)
        method.__name__, method.__qualname__, method.__doc__ = name, f"Fraction.{name}", f"a {sign} b"
        return method

    __lt__, __le__ = _ordered(operator.lt, "<"), _ordered(operator.le, "<=")
    __gt__, __ge__ = _ordered(operator.gt, ">"), _ordered(operator.ge, ">=")
    del _ordered

    def __bool__(a):
        """a != 0"""
        return bool(a._numerator)

    def __reduce__(self):
        return self.__class__, (str(self),)

    def __copy__(self):
        return self if type(self) == Fraction else self.__class__(self._numerator, self._denominator)

    def __deepcopy__(self, memo):
        return self if type(self) == Fraction else self.__class__(self._numerator, self._denominator)
