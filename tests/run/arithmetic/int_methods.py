# The attributes and methods of int and bool.
CASES = """
(0).bit_length()
(255).bit_length()
(-256).bit_length()
(2**100).bit_length()
(255).bit_count()
(-7).bit_count()
(2**100 - 1).bit_count()
(10).conjugate()
(10).real, (10).imag, (10).numerator, (10).denominator
True.real, True.imag, True.numerator
(10).as_integer_ratio()
(-2**70).as_integer_ratio()
(1024).to_bytes(2, 'big')
(1024).to_bytes(10, 'little')
(-1024).to_bytes(10, 'big', signed=True)
(-1).to_bytes(3, 'little', signed=True)
(0).to_bytes(0, 'big')
(256).to_bytes(1, 'big')
(-1).to_bytes(1, 'big')
(128).to_bytes(1, 'big', signed=True)
(1).to_bytes(-1, 'big')
(1).to_bytes(1, 'middle')
int.from_bytes(b'\\x00\\x10', 'big')
int.from_bytes(b'\\x00\\x10', 'little')
int.from_bytes(b'\\xfc\\x00', 'big', signed=True)
int.from_bytes(b'', 'big')
int.from_bytes([255, 1], 'big')
int.from_bytes(range(1, 12), 'little')
int.from_bytes(bytearray(b'ab'), byteorder='big')
int.from_bytes('ab', 'big')
int.from_bytes([256], 'big')
(7).__add__(3), (7).__radd__(3), (7).__add__(3.0)
(7).__floordiv__(2), (7).__mod__(4), (7).__divmod__(4), (7).__pow__(2), (7).__pow__(2, 10)
(7).__index__(), (7).__int__(), (7).__float__(), (7).__bool__(), (0).__bool__()
(7).__trunc__(), (7).__floor__(), (7).__ceil__(), (1250).__round__(-2), (7).__round__()
(7).__lt__(8), (7).__lt__(8.0), (7).__eq__('7')
(7).__hash__() == hash(7), (7).__repr__(), (7).__str__(), (7).__format__('03')
(7).__neg__(), (7).__pos__(), (-7).__abs__(), (7).__invert__()
(6).__and__(3), (6).__or__(3), (6).__xor__(3), (6).__lshift__(2), (6).__rshift__(1)
bool.__mro__
isinstance(True, int), issubclass(bool, int), type(True)
int.__doc__.splitlines()[0]
(5).x
int.nothing
"""

for source in CASES.strip().splitlines():
    try:
        print(source, "->", repr(eval(source)))
    except Exception as error:
        print(source, "->", type(error).__name__, error)
