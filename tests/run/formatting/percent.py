# The % operator of str and bytes.
def show(text, operand):
    try:
        print(ascii(text), ascii(text % operand))
    except Exception as e:
        print(ascii(text), type(e).__name__, ascii(str(e)))


class N:
    def __index__(self):
        return 7

    def __int__(self):
        return 8

    def __float__(self):
        return 9.5

    def __str__(self):
        return "str"

    def __repr__(self):
        return "repr€"


for text in ["%s", "%r", "%a", "%10s|", "%-10s|", "%.1s", "%5.1r|", "%d", "%i", "%u", "%5d", "%-5d|", "%05d", "%+d", "% d", "%+5d", "%-05d|", "%.5d", "%8.5d", "%08.5d", "%x", "%X", "%#x", "%#X", "%#10x", "%#010x", "%-#10x|", "%o", "%#o", "%#.5o", "%e", "%.0e", "%#.0e", "%f", "%.0f", "%#.0f", "%10.3f", "%-10.3f|", "%010.3f", "%+.2f", "%g", "%G", "%#g", "%.10g", "%c", "%5c|", "%-5c|", "%%", "%5%", "%ld", "%hd", "%Ld", "%lld", "%z", "%é", "%", "%5", "%.", "%(", "%(a", "%(a)s", "%y %", "%F", "%E"]:
    for operand in (65, -3, 2**70, 1.5, "é", N(), True, None):
        show(text, (operand,))
for text, operand in [("%s %s", (1, 2)), ("%s %s", (1,)), ("%s", (1, 2)), ("x", ()), ("x", 1), ("x", []), ("x", {}), ("x", "s"), ("%s", ()), ("%s", [1]), ("%s", {}), ("%%", ()), ("%% %d%%", 5),
                      ("%*d|%-*d|", (5, 1, 5, 2)), ("%*d|", (-5, 1)), ("%.*f", (2, 1.2345)), ("%.*f", (-1, 1.2345)), ("%*.*f", (8, 2, 3.14159)), ("%*d", ("x", 1)), ("%.*d", (1.5, 1)), ("%*d", (1,)),
                      ("%(a)s %(b)d %(a)r", {"a": "x", "b": 2}), ("%(a)s", {}), ("%(a)s %s", {"a": 1}), ("%(a)s", (1,)), ("%(a)s", 5), ("%(a(b))s", {"a(b)": 1}), ("%()s", {"": 1}), ("%(é)05d", {"é": 3}), ("%(a)*d", {"a": 1}),
                      ("%c", "ab"), ("%c", ""), ("%c", -1), ("%c", 0x110000), ("%c", 2**70), ("%c", 1.5), ("%c", "😀"), ("%d", "5"), ("%d", 1j), ("%x", 1.0), ("%f", "1"), ("%f", 1j), ("%d", 1e400), ("%d", float("nan")), ("%99999999999999999999d", 1), ("%.99999999999d", 1),
                      ("€%s", "é"), ("%s😀", "a"), ("%s" * 3, ("a", "é", "€"))]:
    show(text, operand)
for text in [b"%s", b"%b", b"%r", b"%a", b"%d", b"%5d|", b"%-5d|", b"%x", b"%#x", b"%f", b"%c", b"%5s|", b"%.1s", b"%%", b"%z", b"%(a)s", b"%", b"\xff%s\x80"]:
    for operand in (65, -3, b"ab", bytearray(b"\xe9"), memoryview(b"x"), "é", None, 2.5):
        show(text, (operand,))
show(b"%(a)s %(b)d", {b"a": b"x", b"b": 1}), show(b"%s", ()), show(b"%s %s", (b"a",)), show(b"x", 1), show(bytearray(b"%d"), 5), show(b"%*d", (4, 2)), show(b"%.*f", (1, 2.55)), show(b"%c", 256), show(b"%c", b"ab")


class S(str):
    def __rmod__(self, other):
        return "rmod"


print("%s" % S("x"), 5 .__rmod__ if False else "", "%s %s" % (N(), [N()]), "%a" % "é€😀")
