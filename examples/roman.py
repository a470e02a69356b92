"""Roman numerals as a number type: an int that prints, parses and calculates the Roman way."""

from functools import cache

SYMBOLS = [(1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L"), (40, "XL"),
           (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I")]


@cache
def to_roman(number):
    letters = []
    for value, symbol in SYMBOLS:
        times, number = divmod(number, value)
        letters.append(symbol * times)
    return "".join(letters)


def from_roman(text):
    """The number a numeral stands for; anything but the standard way of writing it is refused."""
    total, rest = 0, text.upper()
    for value, symbol in SYMBOLS:
        while rest.startswith(symbol):
            total += value
            rest = rest[len(symbol):]
    if rest or to_roman(total) != text.upper():
        raise ValueError(f"not a Roman numeral: {text!r}")
    return total


class Roman(int):
    """An int between 1 and 3999; arithmetic with it gives Roman numbers again."""

    def __new__(cls, value):
        number = super().__new__(cls, from_roman(value) if isinstance(value, str) else value)
        if not 0 < number < 4000:
            raise OverflowError(f"the Romans had no numeral for {int(number)}")
        return number

    def __repr__(self):
        return f"Roman({str(self)!r})"

    def __str__(self):
        return to_roman(int(self))

    def __format__(self, spec):
        return format(str(self), spec)

    def __add__(self, other):
        return Roman(int(self) + int(other))

    __radd__ = __add__

    def __sub__(self, other):
        return Roman(int(self) - int(other))

    def __mul__(self, other):
        return Roman(int(self) * int(other))

    def __divmod__(self, other):
        return tuple(int(part) and Roman(part) for part in divmod(int(self), int(other)))

    def __bool__(self):
        return True


def main():
    print(", ".join(to_roman(n) for n in range(1, 21)))
    for year in (476, 1066, 1492, 1789, 1969, 1991, 2008, 2021, 3888):
        print(f"{year:>6} = {Roman(year):<12} = {from_roman(to_roman(year))}")
    a, b = Roman("XIV"), Roman("mmxxi")
    print(f"{a} + {b} = {a + b}")
    print(f"{b} - {a} = {b - a}")
    print(f"{a} * VII = {a * Roman('VII')}")
    print(f"divmod({b}, {a}) = {divmod(b, a)}")
    print(f"1 + {a} = {1 + a!r}, {a} == 14: {a == 14}, type {type(a + b).__name__}")
    print("round trip for all:", all(from_roman(to_roman(n)) == n for n in range(1, 4000)))
    longest = max(range(1, 4000), key=lambda n: len(to_roman(n)))
    print("the longest:", longest, to_roman(longest))
    print("sorted:", sorted(map(Roman, ["X", "IX", "XL", "C", "V"])))
    for wrong in (lambda: Roman("IIII"), lambda: Roman("hello"), lambda: Roman(4000), lambda: a - b):
        try:
            wrong()
        except (ValueError, OverflowError) as error:
            print(f"{type(error).__name__}: {error}")
    print("cache:", to_roman.cache_info().currsize, "numerals remembered")


if __name__ == "__main__":
    main()
