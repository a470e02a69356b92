"""Ints and floats as text by every way that has a short cut."""
numbers = [0, 1, -1, 7, 9, 10, 99, 100, -100, 12345678, -987654321, 2**31, 2**60 - 1, 2**61 - 1, -(2**61), 2**61, 2**64, -(2**70), True, False]
for n in numbers:
    print(n, str(n), repr(n), f"{n}", f"{n!r:>5}", "%d|%s|%r|%i" % (n, n, n, n), "{}".format(n), int.__repr__(n))
    specs = ["", "d", "x", "X", "o", "b", "#x", "#X", "#o", "#b", "5", "<5", ">5", "^6", "=6", "+", "-", " ", "+5", "05", "06x", "#06x", "*^9", "x<8d", "+08d", " 8", "#010b", "60", "61d", "0100", ",", "_", "_x", "\u00e9>6", "\u1234^7", "n", "c" if 0 <= n < 0x110000 and n is not True and n is not False else "d", "e", ".2f", "%"]
    print("|".join(format(n, spec) for spec in specs))
    print("|".join((spec % n) for spec in ("%5d", "%-5d", "%+d", "% d", "%05d", "%x", "%#x", "%X", "%o", "%#o", "%.3d", "%+.5d", "%-+8d|", "%08x", "%5s", "%-5s|", "%.1s", "%c" if 0 <= n < 256 else "%d", "%%%d")))
for bad in (".2d", "+c", "#c", "s", "z", ",x", ",_", "5.", "<<5", "99999999999999999999"):
    try:
        print(format(5, bad))
    except ValueError as error:
        print(bad, error)
for x in (0.0, -0.0, 1.0, 0.5, -2.675, 1e16, 1e15, 123456.789, 1e-5, 1e300, 5e-324, float("inf"), float("-inf"), float("nan")):
    specs = ["", ".0f", ".2f", ".3e", ".4g", "f", "e", "g", "%", ".1%", "+.2f", " .2f", "-.2f", "10.2f", "<10.2f", "010.2f", ",.2f", "_.1f", "#.0f", "F", "E", "G", "n", "*^12.3f"]
    print("|".join(format(x, spec) for spec in specs), str(x), repr(x), f"{x}", "%.2f %5.1f %-8.3e| %g %+.1f % .1f %05.1f" % (x, x, x, x, x, x, x))
print("%s and %d%%, %s" % ("text", 5, None), "%(a)d-%(b)s" % {"a": 1, "b": 2}, "100%" "" , "%5.1f|%-6s|%06.2f" % (3.14159, "ab", -1.5))
for wrong in (lambda: "%d" % "x", lambda: "%x" % 1.5, lambda: "%d %d" % 1, lambda: "%d" % (1, 2), lambda: "%q" % 1, lambda: "%" % 1, lambda: "%d" % None):
    try:
        print(wrong())
    except (TypeError, ValueError) as error:
        print(type(error).__name__, error)


class Loud(int):
    def __str__(self):
        return "loud"

    def __repr__(self):
        return "LOUD"

    def __format__(self, spec):
        return f"<{spec}>"


n = Loud(5)
print(str(n), repr(n), f"{n}", f"{n:3}", "%d %s %r" % (n, n, n), "{} {:x}".format(n, n), [n])
a, b = "x", "\u1234"
print(f"{a}{b}{1}", f"{a}{1}{a}", f"{a!r}{a!s}{b!a}", f"{'':5}|", f"{a:>3}{a:^3}{a:<3}|", f"{1}{2}{3}", f"{''}{''}", f"{a}", f"{a}{''}")

seed = 7
checksum = 0
for i in range(3000):
    seed = seed * 48271 % 2147483647
    x = seed / (1 << (seed % 40)) * (-1 if seed & 1 else 1)
    precision = seed % 12
    text = f"{x:.{precision}f}"
    assert text == "%.*f" % (precision, x), (x, precision)
    exact = x.as_integer_ratio()
    scaled = abs(exact[0]) * 10**precision
    quotient, rest = divmod(scaled, exact[1])
    if rest * 2 > exact[1] or rest * 2 == exact[1] and quotient & 1:
        quotient += 1
    digits = str(quotient).rjust(precision + 1, "0")
    whole, part = (digits[:-precision], "." + digits[-precision:]) if precision else (digits, "")
    assert text == ("-" if x < 0 else "") + whole + part, (x, precision, text)
    checksum = (checksum * 31 + hash(len(text)) + quotient) % 1000003
print(checksum)
for x in (0.5, 1.5, 2.5, 0.125, 0.375, 1e22, 1e23, 123456789012345680.0, 1e-20, 5e-324, 0.05, 9.995, 99.5, 999999.9999995, 1.7976931348623157e308):
    print("|".join(f"{x:.{p}f}"[:40] for p in (0, 1, 2, 3, 6, 17, 19, 20, 25)))
