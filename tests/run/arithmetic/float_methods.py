# The methods of float.
CASES = """
(0.5).as_integer_ratio(), (-0.1).as_integer_ratio(), (3.0).as_integer_ratio(), 1e300.as_integer_ratio()[1]
float('inf').as_integer_ratio()
float('nan').as_integer_ratio()
(1.5).is_integer(), (2.0).is_integer(), 1e300.is_integer(), float('inf').is_integer()
(1.5).hex(), (-0.1).hex(), (0.0).hex(), (-0.0).hex(), 1e300.hex(), 5e-324.hex(), float('inf').hex(), float('nan').hex()
float.fromhex('0x1.8p1'), float.fromhex('1.8'), float.fromhex('-0x.1p-4'), float.fromhex(' 0X1P10 '), float.fromhex('inf')
float.fromhex('0x1.fffffffffffff8p0'), float.fromhex('0x1p-1074'), float.fromhex('0x1p-1076')
float.fromhex('0x1p5000')
float.fromhex('zz')
float.fromhex('')
(2.5).conjugate(), (2.5).real, (2.5).imag
(2.5).__int__(), (2.5).__trunc__(), (-2.5).__floor__(), (-2.5).__ceil__(), (2.5).__round__(), (2.567).__round__(2)
(2.5).__add__(1), (2.5).__radd__(1), (2.5).__add__('1'), (2.5).__divmod__(2), (2.0).__pow__(3), (2.0).__rpow__(3)
(2.5).__eq__(2.5), (2.5).__lt__(3), (2.5).__hash__() == hash(2.5), (2.5).__bool__(), (2.5).__format__('.1f')
(2.5).__getnewargs__()
float.__getformat__('double'), float.__getformat__('float')
round(0.5), round(1.5), round(2.5), round(-0.5), round(-1.5), type(round(0.5))
round(2.675, 2), round(1e22, -21), round(1234.5678, -2), round(0.15, 1), round(5e-324, 400), round(1e300, 400)
round(1.5, None), round(float('inf'), 2), round(-0.0, 1), round(123.456, 0), round(5.5e15 + 0.5, 0)
round(float('inf'))
round(float('nan'))
round(1.7e308, -308)
round(1.5, 1.5)
round('a')
round(1.5, ndigits=0), round(number=1.5)
"""

for source in CASES.strip().splitlines():
    try:
        print(source, "->", repr(eval(source)))
    except Exception as error:
        print(source, "->", type(error).__name__, error)
