"""An inventory report: format specifications in all their forms, and objects that know how to format themselves."""

from collections import defaultdict

STOCK = """\
# code   name            group    count   price  reorder
T-100    Oolong tea      drinks      48    6.50       20
T-205    Earl Grey       drinks       7    5.25       20
C-001    Blue cup        dishes     120    3.999      30
C-002    Teapot, large   dishes       4   24.00        5
B-010    Shortbread      food       310    2.75      100
B-011    Honey           food         0   11.40       12
"""


class Money:
    """An amount in cents; `cents` in a format specification shows it whole, `~` leaves out the sign of the currency."""

    def __init__(self, cents):
        self.cents = cents

    @classmethod
    def parse(cls, text):
        return cls(round(float(text) * 100))

    def __mul__(self, count):
        return Money(self.cents * count)

    def __add__(self, other):
        return Money(self.cents + other.cents)

    def __radd__(self, start):
        return self if start == 0 else NotImplemented

    def __lt__(self, other):
        return self.cents < other.cents

    def __format__(self, spec):
        if spec == "cents":
            return f"{self.cents:,d}c"
        plain, spec = spec.startswith("~"), spec.removeprefix("~")
        return format(f"{self.cents / 100:,.2f}" + ("" if plain else " EUR"), spec)

    def __str__(self):
        return format(self)


class Item:
    def __init__(self, line):
        code, *name, self.group, count, price, reorder = line.split()
        self.code, self.name = code, " ".join(name)
        self.count, self.price, self.reorder = int(count), Money.parse(price), int(reorder)

    @property
    def value(self):
        return self.price * self.count

    @property
    def low(self):
        return self.count < self.reorder

    def __getitem__(self, key):
        """So that old-style formats can name the fields: '%(name)s'."""
        return getattr(self, key)


def read(text):
    for line in text.splitlines():
        if line and not line.startswith("#"):
            yield Item(line)


def table(items, total):
    print(f"{'code':<6}|{'name':^16}|{'count':>6}|{'price':>10}|{'value':>14}|{'share':>7}")
    print("-" * 6, "-" * 16, "-" * 6, "-" * 10, "-" * 14, "-" * 7, sep="+")
    for item in items:
        print(f"{item.code:<6}|{item.name:.<16.14}|{item.count:6,d}|{item.price:~>10}|{item.value:>14}|"
              f"{item.value.cents / total.cents:7.1%}")
    print(f"{'':=<6}={'':=^16}={sum(i.count for i in items):=6,d}={'':=>10}={total:=>14}={1:=>7.0%}")


def main():
    items = list(read(STOCK))
    total = sum(item.value for item in items)
    table(items, total)

    print("\nTo be ordered:")
    for item in filter(lambda i: i.low, items):
        print("  %(code)s %(name)-16s %(count)3d left, reorder at %(reorder)03d" % item)

    print("\nBy group:")
    groups = defaultdict(list)
    for item in items:
        groups[item.group].append(item)
    width = max(map(len, groups))
    for group, members in sorted(groups.items(), key=lambda pair: sum(i.value for i in pair[1]), reverse=True):
        worth = sum(i.value for i in members)
        bar = "#" * (20 * worth.cents // total.cents)
        print(f"  {group.upper():>{width}} {bar:<20} {worth:>{width + 8}} {len(members)!s:>3} item{'s' * (len(members) != 1)}")

    print("\nThe dearest item, in several styles:")
    dearest = max(items, key=lambda i: i.price)
    print("  {0.name!r} costs {0.price} ({1:cents})".format(dearest, dearest.price))
    print("  {:*^30}".format(dearest.name))
    print("  %-10s|%8.2f|%+d|%x|%e" % (dearest.code, dearest.price.cents / 100, dearest.count, 255, 123456.789))
    print(f"  {dearest.count:b} in binary, {dearest.count:#06x} in hex, {dearest.price.cents:_} with underscores")
    print(f"  {dearest.count=} {dearest.low=} {total.cents / 3=:.3f}")
    print("  {name:{fill}{align}{width}}".format(name="nested", fill=".", align="^", width=20))

    ticket = "{code}: {count:>4} x {price:~} = {value}"
    print("\nTicket:", ticket.format_map(dearest))


if __name__ == "__main__":
    main()
