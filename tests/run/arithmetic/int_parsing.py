# int() of text and of other objects, in all bases.
CASES = """
int()
int('0'), int('-0'), int('+5'), int('  42\\n')
int('1_000_000'), int('0_0')
int('١٢٣')
int('ff', 16), int('0xff', 16), int('0xFF', 0), int('-0x10', 0)
int('0b101', 0), int('0o17', 0), int('101', 2), int('zz', 36), int('Zz', 36)
int('0b1', 16), int('0_7', 0)
int(b'12'), int(bytearray(b'-7')), int(b'f', 16)
int(3.99), int(-3.99), int(True), int(1e20), int(2**70 + 0.0)
int('9' * 30), int('-' + '9' * 25)
int('1' * 4300) % 997
int('1' * 4301)
len(str(10 ** 4299))
str(10 ** 4300)
int('')
int('  ')
int('12a')
int('1__0')
int('_1')
int('1_')
int('0x')
int('09', 0)
int('08')
int('3.5')
int('1e3')
int('- 1')
int('12', 1)
int('12', 37)
int('2', 2)
int('12', 'x')
int(12, 10)
int(None)
int([])
int(b'\\xff')
int('\\ud800')
int('x' * 300)
int(float('inf'))
int(float('nan'))
int(1j)
int(x=5)
int('5', base=8)
int(base=8)
int('5', bas=8)
int(1, 2, 3)
"""

for source in CASES.strip().splitlines():
    try:
        print(source, "->", repr(eval(source)))
    except Exception as error:
        print(source, "->", type(error).__name__, error)


class Indexed:
    def __index__(self):
        return 12


class Both:
    def __int__(self):
        return 1

    def __index__(self):
        return 2


class Truncated:
    def __trunc__(self):
        return Indexed()


class Wrong:
    def __int__(self):
        return "1"


class Derived(int):
    def __int__(self):
        return 5


for cls in (Indexed, Both, Truncated, Wrong):
    try:
        print(cls.__name__, int(cls()))
    except TypeError as error:
        print(cls.__name__, error)
print(int(Derived(9)), type(int(Derived(9))), Derived("7") + 1, repr(Derived(3)), type(Derived(3) + 1))
print([10, 20, 30][Indexed() - 10] if hasattr(Indexed, "__sub__") else list(range(20))[Indexed()])
print(hex(Indexed()), bin(Indexed()), "ab" * Both(), int("11", Both()))
