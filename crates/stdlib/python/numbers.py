"""The numeric tower: abstract classes for kinds of numbers (PEP 3141)."""

from abc import ABCMeta, abstractmethod

__all__ = ["Number", "Complex", "Real", "Rational", "Integral"]


class Number(metaclass=ABCMeta):
    """Any number."""

    __slots__ = ()
    # What has no hash of its own cannot be hashed.
    __hash__ = None


def _abstract(name, doc, *parameters):
    """An abstract method that subclasses must define."""
    namespace = {}
    exec("def %s(%s):\n    raise NotImplementedError" % (name, ", ".join(("self",) + parameters)), namespace)
    method = namespace[name]
    method.__doc__ = doc
    return abstractmethod(method)


class Complex(Number):
    """Numbers with a real and an imaginary part."""

    __slots__ = ()

    __complex__ = _abstract("__complex__", "A builtin complex of the same value.")
    real = property(_abstract("real", "The real part."))
    imag = property(_abstract("imag", "The imaginary part."))
    __add__ = _abstract("__add__", "self + other", "other")
    __radd__ = _abstract("__radd__", "other + self", "other")
    __neg__ = _abstract("__neg__", "-self")
    __pos__ = _abstract("__pos__", "+self")
    __mul__ = _abstract("__mul__", "self * other", "other")
    __rmul__ = _abstract("__rmul__", "other * self", "other")
    __truediv__ = _abstract("__truediv__", "self / other", "other")
    __rtruediv__ = _abstract("__rtruediv__", "other / self", "other")
    __pow__ = _abstract("__pow__", "self ** exponent", "exponent")
    __rpow__ = _abstract("__rpow__", "base ** self", "base")
    __abs__ = _abstract("__abs__", "The distance from zero.")
    conjugate = _abstract("conjugate", "The number mirrored at the real axis.")
    __eq__ = _abstract("__eq__", "self == other", "other")
    __hash__ = None

    def __bool__(self):
        """True if self != 0."""
        return self != 0

    def __sub__(self, other):
        """self - other"""
        return self + -other

    def __rsub__(self, other):
        """other - self"""
        return -self + other


Complex.register(complex)


class Real(Complex):
    """Numbers on the line."""

    __slots__ = ()

    __float__ = _abstract("__float__", "A builtin float near it.")
    __trunc__ = _abstract("__trunc__", "The Integral next to it towards zero.")
    __floor__ = _abstract("__floor__", "The greatest Integral that is not above it.")
    __ceil__ = _abstract("__ceil__", "The least Integral that is not below it.")
    __round__ = _abstract("__round__", "Rounded to ndigits decimals, halves to even.", "ndigits=None")
    __floordiv__ = _abstract("__floordiv__", "self // other", "other")
    __rfloordiv__ = _abstract("__rfloordiv__", "other // self", "other")
    __mod__ = _abstract("__mod__", "self % other", "other")
    __rmod__ = _abstract("__rmod__", "other % self", "other")
    __lt__ = _abstract("__lt__", "self < other", "other")
    __le__ = _abstract("__le__", "self <= other", "other")

    def __divmod__(self, other):
        """divmod(self, other)"""
        return (self // other, self % other)

    def __rdivmod__(self, other):
        """divmod(other, self)"""
        return (other // self, other % self)

    def __complex__(self):
        """complex(self)"""
        return complex(float(self))

    @property
    def real(self):
        """Itself."""
        return +self

    @property
    def imag(self):
        """Zero."""
        return 0

    def conjugate(self):
        """Itself."""
        return +self


Real.register(float)


class Rational(Real):
    """Quotients of integers, in lowest terms."""

    __slots__ = ()

    numerator = property(_abstract("numerator", "What is divided."))
    denominator = property(_abstract("denominator", "What it is divided by, above zero."))

    def __float__(self):
        """float(self)"""
        return self.numerator / self.denominator



class Integral(Rational):
    """Whole numbers."""

    __slots__ = ()

    __int__ = _abstract("__int__", "int(self)")
    __pow__ = _abstract("__pow__", "self ** exponent % modulus", "exponent", "modulus=None")
    __lshift__ = _abstract("__lshift__", "self << other", "other")
    __rlshift__ = _abstract("__rlshift__", "other << self", "other")
    __rshift__ = _abstract("__rshift__", "self >> other", "other")
    __rrshift__ = _abstract("__rrshift__", "other >> self", "other")
    __and__ = _abstract("__and__", "self & other", "other")
    __rand__ = _abstract("__rand__", "other & self", "other")
    __xor__ = _abstract("__xor__", "self ^ other", "other")
    __rxor__ = _abstract("__rxor__", "other ^ self", "other")
    __or__ = _abstract("__or__", "self | other", "other")
    __ror__ = _abstract("__ror__", "other | self", "other")
    __invert__ = _abstract("__invert__", "~self")

    def __index__(self):
        """operator.index(self)"""
        return int(self)

    def __float__(self):
        """float(self)"""
        return float(int(self))

    @property
    def numerator(self):
        """Itself."""
        return +self

    @property
    def denominator(self):
        """One."""
        return 1


Integral.register(int)
