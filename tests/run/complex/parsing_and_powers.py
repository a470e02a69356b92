# complex(): text in every shape, numbers, special methods; powers, quotients, formats.
TEXTS = ["1", "1j", "j", "-j", "+J", "1+2j", "1-2J", "1+j", "1-j", "(1+2j)", " ( 1+2j ) ", "1 + 2j", "1e5j", "1e5-2e-3j",
         "nan", "nanj", "inf-infj", "infinityj", "+nan-nanj", "1_0+2_0j", "1__0", "_1", "1_", "1+2", "1+2j3", "(1", "1)", "()",
         "", " ", "((1))", "1j+2", "j1", "--1", "1e", "1ej", ".5j", "5.j", ".", "0x1", "\u0661+\u0662j", "\xa01j\u2003", "1\0", "\ud800"]
for text in TEXTS:
    try:
        print(ascii(text), complex(text))
    except ValueError as error:
        print(ascii(text), ascii(str(error)))


class C:
    def __init__(self, value):
        self.value = value

    def __complex__(self):
        return self.value


class F:
    def __float__(self):
        return 2.5


class I:
    def __index__(self):
        return 7


class Sub(complex):
    pass


for args in [(), (1,), (1.5, 2), (1j, 1j), (True, False), (F(), I()), (C(1 + 2j), 3), (C(1.5),), (C(None),), ("1", 2), (1, "2"), ([],), (1, []),
             (b"1",), (10**400,), (1, 10**400), (Sub(1, 2),), (1, Sub(3, 4)), (None,)]:
    try:
        result = complex(*args)
        print(result, type(result).__name__)
    except (TypeError, OverflowError) as error:
        print(type(error).__name__, error)
print(type(Sub("1+2j")).__name__, Sub(1, 2) + 1, type(Sub(1) * 2).__name__, type(+Sub(1)).__name__, Sub(1, 2) == 1 + 2j, hash(Sub(1, 2)) == hash(1 + 2j))

VALUES = [0j, 1 + 0j, 1j, -1 - 1j, 3 - 4j, 1e200 + 1e200j, complex(0.0, -0.0), complex(-0.0, 0.0), complex("inf"), complex("nanj"), 2, -0.5]
for a in VALUES:
    for b in VALUES:
        for name, operation in (("*", lambda: a * b), ("/", lambda: a / b), ("-", lambda: a - b), ("==", lambda: a == b)):
            try:
                print(a, name, b, operation())
            except (ZeroDivisionError, OverflowError) as error:
                print(a, name, b, type(error).__name__, error)
for base in VALUES:
    for exponent in (0, 1, 2, 3, -1, -2, 17, 100, 0j, 2 + 0j, complex(-3)):
        if not (isinstance(base, complex) or isinstance(exponent, complex)):
            continue
        try:
            print(base, "**", exponent, base**exponent)
        except (ZeroDivisionError, OverflowError) as error:
            print(base, "**", exponent, type(error).__name__, error)
for operation in (lambda: 1j < 2, lambda: 1j // 1, lambda: 1j % 2, lambda: divmod(1j, 1), lambda: int(1j), lambda: float(1j), lambda: pow(1j, 2, 3),
                  lambda: abs(complex(1.7e308, 1.7e308)), lambda: round(1j), lambda: format(1j, "d"), lambda: format(1j, "010"), lambda: format(1j, "=10")):
    try:
        print(operation())
    except Exception as error:
        print(type(error).__name__, error)
for spec in ("", ".2f", "+.1e", ">20", "^25.3g", ",.1f", "#.0f", "*<22"):
    print([format(z, spec) for z in (0j, 1 + 2j, -1234567.891 - 0.5j)])
