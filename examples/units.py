"""Quantities with units: the program knows that metres and seconds do not add, and that their quotient is a speed."""

BASE = ("m", "kg", "s")
PREFIXES = {"k": 1e3, "c": 1e-2, "m": 1e-3, "": 1.0}


class UnitError(TypeError):
    pass


class Quantity:
    """A number together with the powers of its base units: (1, 0, -1) is metres per second."""

    def __init__(self, value, powers):
        self.value, self.powers = float(value), tuple(powers)

    def _same(self, other, verb):
        if not isinstance(other, Quantity):
            raise UnitError(f"cannot {verb} {self.unit()} and a plain number")
        if self.powers != other.powers:
            raise UnitError(f"cannot {verb} {self.unit()} and {other.unit()}")
        return other

    def __add__(self, other):
        return Quantity(self.value + self._same(other, "add").value, self.powers)

    def __sub__(self, other):
        return Quantity(self.value - self._same(other, "subtract").value, self.powers)

    def __mul__(self, other):
        if not isinstance(other, Quantity):
            return Quantity(self.value * other, self.powers)
        return Quantity(self.value * other.value, (a + b for a, b in zip(self.powers, other.powers)))

    __rmul__ = __mul__

    def __truediv__(self, other):
        return self * (other**-1 if isinstance(other, Quantity) else 1 / other)

    def __rtruediv__(self, number):
        return number * self**-1

    def __pow__(self, exponent):
        powers = [p * exponent for p in self.powers]
        if any(p != int(p) for p in powers):
            raise UnitError(f"{self.unit()} has no such root")
        return Quantity(self.value**exponent, map(int, powers))

    def __neg__(self):
        return Quantity(-self.value, self.powers)

    def __eq__(self, other):
        return isinstance(other, Quantity) and self.powers == other.powers and abs(self.value - other.value) < 1e-9

    def __lt__(self, other):
        return self.value < self._same(other, "compare").value

    def __float__(self):
        if any(self.powers):
            raise UnitError(f"{self.unit()} is no plain number")
        return self.value

    def __rshift__(self, unit):
        """`speed >> km / h` is the number of km/h in that speed."""
        return float(self / unit)

    def unit(self):
        over = "*".join(f"{b}{p if p > 1 else ''}" for b, p in zip(BASE, self.powers) if p > 0)
        under = "*".join(f"{b}{-p if p < -1 else ''}" for b, p in zip(BASE, self.powers) if p < 0)
        return (over or "1") + ("/" + under if under else "") if over or under else ""

    def __format__(self, spec):
        return f"{self.value:{spec or 'g'}} {self.unit()}".rstrip()

    def __repr__(self):
        return f"<{self}>"

    def __str__(self):
        return format(self)


class Units:
    """Units by name, with prefixes: `units.km` is made from `m` at its first use."""

    def __init__(self):
        self.m, self.kg, self.s = (Quantity(1, (i == j for j in range(3))) for i in range(3))
        self.g, self.h, self.min = 1e-3 * self.kg, 3600 * self.s, 60 * self.s
        self.N = self.kg * self.m / self.s**2
        self.J = self.N * self.m
        self.W = self.J / self.s
        self.mile, self.pound = 1609.344 * self.m, 0.45359237 * self.kg

    def __getattr__(self, name):
        prefix, base = name[:1], name[1:]
        if prefix in PREFIXES and base in vars(self):
            unit = PREFIXES[prefix] * vars(self)[base]
            setattr(self, name, unit)
            return unit
        raise AttributeError(f"no unit is called {name!r}")


def main():
    u = Units()
    speed = 120 * u.km / u.h
    print("speed:", f"{speed:.3f}", "or", round(speed >> u.mile / u.h, 2), "mph")
    print("a marathon:", f"{26.2 * u.mile:.0f}", "at that speed:", f"{26.2 * u.mile / speed >> u.min:.1f}", "minutes")
    g = 9.81 * u.m / u.s**2
    apple = 100 * u.g
    print("weight of an apple:", apple * g, "=", round(apple * g >> u.N, 3), "N")
    fall = (2 * (5 * u.m) / g) ** 0.5
    print("a fall of 5 m takes", f"{fall:.3f}", "and ends at", f"{g * fall:.2f}")
    print("energy:", 0.5 * apple * (g * fall) ** 2, "| 1 kWh =", 1 * u.kW * u.h >> u.kJ, "kJ")
    print("equal:", 1000 * u.m == u.km, 60 * u.min == u.h, u.m == u.s, 2 * u.cm < 1 * u.m)
    print("frequency:", 1 / (20 * u.mm / u.s) * u.m, -apple, repr(u.N), u.J / u.N)
    print("sorted:", sorted([1 * u.mile, 1 * u.km, 3 * u.cm, 2000 * u.m]))
    print("ratio:", float(u.mile / u.km), "prefixes made:", sorted(n for n in vars(u) if len(n) == 2))
    for wrong in (lambda: speed + g, lambda: u.m + 1, lambda: float(u.kg), lambda: u.m ** 0.5, lambda: u.parsec,
                  lambda: u.m < u.s):
        try:
            wrong()
        except (UnitError, AttributeError) as error:
            print(f"{type(error).__name__}: {error}")


if __name__ == "__main__":
    main()
