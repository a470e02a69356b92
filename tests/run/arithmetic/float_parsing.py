# float() of text and of other objects; float literals.
CASES = """
float()
float('1.5'), float('-1.5e3'), float('+.5'), float('5.'), float('1_000.5_0')
float('  3.25\\n'), float('١.٥')
float('inf'), float('-Infinity'), float('+INF'), float('nan'), float('-nan')
float('1e400'), float('1e-400'), float('-1e400')
float(b'2.5'), float(bytearray(b'1e2')), float(7), float(True), float(2**60)
float('0x10')
float('')
float(' ')
float('1.5.5')
float('1e')
float('e5')
float('--1')
float('1 2')
float('infin')
float('1__0')
float('_1.0')
float('1._0')
float(None)
float([])
float(1j)
float(b'\\xff')
float('\\ud800')
float('1' * 50), float('0.' + '0' * 50 + '1')
float('2.2250738585072011e-308'), float('9007199254740993'), float('9007199254740992.5')
float('123456789012345678901234567890e-10')
1.5, .5, 5., 1e5, 1E-5, 1.5e+10, 1_0.0_1, 0e0, 00.5, 0_1.5
1e309, 1e-330, 0.0e999999
1.e3.real, 1.0.is_integer()
float(x=1)
float(1, 2)
"""

for source in CASES.strip().splitlines():
    try:
        print(source, "->", repr(eval(source)))
    except Exception as error:
        print(source, "->", type(error).__name__, error)


class Floating:
    def __float__(self):
        return 2.5


class Indexed:
    def __index__(self):
        return 7


class Wrong:
    def __float__(self):
        return 3


class Derived(float):
    pass


print(float(Floating()), float(Indexed()), Derived("1.5"), repr(Derived(2)), type(Derived(1) + 1), type(float(Derived(1))))
try:
    float(Wrong())
except TypeError as error:
    print(error)
