# Format specifiers of str, int, float, complex and bool.
def show(value, spec):
    try:
        print(repr(value), repr(spec), ascii(format(value, spec)))
    except Exception as e:
        print(repr(value), repr(spec), type(e).__name__, ascii(str(e)))


for spec in ["", "s", "10", "<10", ">10", "^10", "*^9", "é^7", ".2", "10.2", "<<5", "010", "=10", "+", " ", "#", ",", "_", "d", "x", "10.", "5.1s", "ss", "\x01", "é", "99999999999999999999", ".99999999999999999999"]:
    show("héllo", spec)
for spec in ["", "d", "5d", "<5d", "^7", "+d", " d", "-d", "05", "=+6", "*=6", "x", "X", "#x", "#X", "o", "#o", "b", "#b", "#010b", "c", ",", "_", "_x", "_b", "_o", "012,", "#012_x", ",x", "_c", "n", "e", ".2e", "f", ".1f", "g", "%", ".3%", ".2", ".2d", "+c", "#c", ",_", "_,", "s", "015,d", "016_b", "<08d"]:
    for value in (0, 97, -1234567, True, 10**25):
        if not (spec[-1:] == "c" and value != 97):
            show(value, spec)
show(-1, "c"), show(0x110000, "c"), show(0x20AC, "5c"), show(10**30, "c"), show(10**400, "f")
for spec in ["", "e", "E", ".0e", "#.0e", ".3e", "f", "F", ".0f", "#.0f", ".1f", ".20f", "g", "G", ".3g", "#.3g", "#g", ".0g", "n", "%", ".1%", "10.2f", "<10.2f", "^+10.2f", "010.2f", "=10", "*=+12.3f", ",", ",.2f", "_.1f", "015,.2f", " g", "+", ".3", ".17g", "r", "d", "s", "x", ".50f", "012_", "#", "#.0", "<#8.0f"]:
    for value in (0.0, -0.0, 1.5, -1234567.891, 1e16, 123456789012345680.0, 1e-5, 2.5, float("inf"), float("-inf"), float("nan"), 5e-324):
        show(value, spec)
for spec in ["", "e", ".2f", "+.1f", " g", ".3", "20", "<25.1f", "^25", ",", "_.2e", "05", "=20", "#.0f", "%", "d", "n", "G"]:
    for value in (0j, 1 + 2j, -1.5 - 0.5j, complex("inf-nanj"), complex(-0.0, 1), 1e20 + 1e-20j):
        show(value, spec)
show(None, ""), show(None, "s"), show([1], "5"), show(b"a", "x"), show(object, "")
for f in (lambda: format(1, 2), lambda: format(1, "d", 3), lambda: "a".__format__(1), lambda: (1).__format__(), lambda: format("a", None)):
    try:
        print(f())
    except TypeError as e:
        print(e)


class F:
    def __format__(self, spec):
        return spec * 2


class Bad:
    def __format__(self, spec):
        return 5


print(format(F(), "ab"), format(F()), f"{F():x{1}}")
show(Bad(), "x") if False else None
try:
    format(Bad(), "")
except TypeError as e:
    print(e)


class I(int):
    def __str__(self):
        return "I!"


print(format(I(5), ""), format(I(5), "d"), f"{I(5)}", f"{I(5):>4}", "%s %d" % (I(5), I(5)))
print(f"{3.14159:.{2}f} {'x'!r:>{5}} {10:#{'x'}} {'é'!a} {1,} {{}}")
