"""A calendar without the calendar module: weekdays, leap years, Easter, and the days between two dates."""

from functools import total_ordering

MONTHS = ("January February March April May June July August September October November December").split()
WEEKDAYS = "Mo Tu We Th Fr Sa Su".split()


def is_leap(year):
    return year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)


def days_in(year, month):
    return 29 if month == 2 and is_leap(year) else (31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)[month - 1]


@total_ordering
class Date:
    """A day of the Gregorian calendar."""

    def __init__(self, year, month, day):
        if not 1 <= month <= 12:
            raise ValueError(f"there is no month {month}")
        if not 1 <= day <= days_in(year, month):
            raise ValueError(f"{MONTHS[month - 1]} {year} has no day {day}")
        self.year, self.month, self.day = year, month, day

    @classmethod
    def from_number(cls, number):
        """The inverse of `number`: guess the year, then count on."""
        year = number * 400 // 146097 + 2
        while cls(year, 1, 1).number > number:
            year -= 1
        number -= cls(year, 1, 1).number
        for month in range(1, 13):
            if number < days_in(year, month):
                return cls(year, month, number + 1)
            number -= days_in(year, month)
        raise AssertionError("a year has twelve months")

    @property
    def number(self):
        """How many days have passed since the 1st of January of the year 1."""
        before = self.year - 1
        days = before * 365 + before // 4 - before // 100 + before // 400
        return days + sum(days_in(self.year, m) for m in range(1, self.month)) + self.day - 1

    @property
    def weekday(self):
        """0 for Monday."""
        return self.number % 7

    def __add__(self, days):
        return Date.from_number(self.number + days)

    def __sub__(self, other):
        return self.number - other.number if isinstance(other, Date) else self + -other

    def __eq__(self, other):
        return self.number == other.number

    def __lt__(self, other):
        return self.number < other.number

    def __hash__(self):
        return self.number

    def __str__(self):
        return f"{WEEKDAYS[self.weekday]} {self.day} {MONTHS[self.month - 1]} {self.year}"

    def __repr__(self):
        return f"Date({self.year}, {self.month}, {self.day})"


def weeks(year, month):
    """The month as rows of seven; 0 stands for a day of another month."""
    days = [0] * Date(year, month, 1).weekday + list(range(1, days_in(year, month) + 1))
    days += [0] * (-len(days) % 7)
    return [days[i:i + 7] for i in range(0, len(days), 7)]


def page(year, month, marked=()):
    """The lines of one month; marked days have a star."""
    yield f"{MONTHS[month - 1]} {year}".center(27)
    yield " ".join(f"{name:>3}" for name in WEEKDAYS)
    for week in weeks(year, month):
        yield " ".join(f"{('*' if day in marked else '') + str(day) if day else '':>3}" for day in week)


def side_by_side(*pages):
    blocks = [list(p) for p in pages]
    height = max(map(len, blocks))
    for lines in zip(*(block + [""] * (height - len(block)) for block in blocks)):
        yield "   ".join(f"{line:<27}" for line in lines).rstrip()


def easter(year):
    """The first Sunday after the first full moon of spring, as the church reckons it (Gauss's rule)."""
    century = year // 100
    moon = (19 * (year % 19) + century - century // 4 - (century - (century + 8) // 25 + 1) // 3 + 15) % 30
    rest = (32 + 2 * (century % 4) + 2 * (year % 100 // 4) - moon - year % 100 % 4) % 7
    shift = (year % 19 + 11 * moon + 22 * rest) // 451
    month, day = divmod(moon + rest - 7 * shift + 114, 31)
    return Date(year, month, day + 1)


def main():
    print(*side_by_side(page(2021, 10, marked={4, 31}), page(2024, 2, marked={29})), sep="\n")
    print("leap years:", [y for y in range(1896, 1913) if is_leap(y)], is_leap(2000), is_leap(2100))
    release, moon = Date(2021, 10, 4), Date(1969, 7, 20)
    print("release:", release, "| the moon landing:", moon, "|", release - moon, "days between")
    print("a thousand days later:", release + 1000, "| a hundred before:", release - 100)
    print("Easter:", *(str(easter(y)) for y in (1999, 2000, 2021, 2022, 2038)), sep="\n  ")
    fridays = [(y, m) for y in (2021, 2022, 2023) for m in range(1, 13) if Date(y, m, 13).weekday == 4]
    print("Friday the 13th:", fridays)
    print("round trip:", all(Date.from_number(n).number == n for n in range(0, 800_000, 997)))
    print("sorted:", sorted([release, moon, Date(1, 1, 1)]), release > moon, len({moon, Date(1969, 7, 20)}))
    for wrong in ((2021, 2, 29), (2021, 13, 1)):
        try:
            Date(*wrong)
        except ValueError as error:
            print("refused:", error)


if __name__ == "__main__":
    main()
