# Complex arithmetic, text and parsing.
CASES = """
1j, 1+2j, -1j, 0j, -0j, 1-0j, (1+2j), complex(-0.0, -0.0), 1e20+1e-20j
(1+2j) + (3-4j), (1+2j) - 1, 2 * (1+2j), (1+2j) * (3-4j), (1+2j) / (3-4j), (1+2j) ** 2, (1+2j) ** -1, (1+2j) ** 0.5
1j ** 2, 1j ** 1j, 0j ** 0, (2+0j) ** 10, 2 ** 1j, 1.5 ** (1+1j), (1+1j) ** 100
abs(3+4j), (1+2j).real, (1+2j).imag, (1+2j).conjugate(), -(1+2j), +(1+2j), bool(0j), bool(1e-300j)
(1+2j) == (1+2j), 1+0j == 1, 1j != 1, (1+0j) == 1.0, 1j == 'a'
hash(1+0j) == hash(1), hash(1.5+0j) == hash(1.5), {1+0j: 'x'}[1]
complex(), complex(1), complex(1, 2), complex(1j, 2j), complex('1+2j'), complex(' -1.5e3-0.5j '), complex('j'), complex('-j'), complex('3')
complex('(1+2j)'), complex('1_0+2j'), complex('inf+nanj'), complex(real=1, imag=3), complex(imag=2)
complex('nanj'), complex('infj') * 1j, 1e308 * 10j, (1e200+1j) * (1e200-1j)
repr(complex('nan')), str(1j), f'{1+2j}', f'{1.5+2.25j:.1f}', f'{1+2j:>12}', f'{3j:g}', f'{1+2j:+.2e}', f'{10000+2j:,}'
'%s %r' % (1j, 2+1j)
[1j, -2.5j, 1e16+1j, 1e15+0.1j]
complex('1 + 2j')
complex('')
complex('1+2')
complex('1+2j', 3)
complex(1, '2')
complex([])
(1+2j) / 0
(1+2j) // 1
(1+2j) % 1
divmod(1j, 1)
1j < 2j
1j > 1
0j ** -1
int(1j)
float(1j)
round(1j)
1j + 'a'
f'{1j:d}'
f'{1j:05}'
f'{1j:=10}'
abs(complex(1e308, 1e308))
(1e300+1e300j) ** 2
(1j).real.hex(), 1J, 1.5J, .5j, 1e3j, 1_0j, 0777j
(1+2j).__complex__()
(1+2j).real = 1
"""

for source in CASES.strip().splitlines():
    try:
        print(source, "->", repr(eval(source)))
    except Exception as error:
        print(source, "->", type(error).__name__, error)


class Complex:
    def __complex__(self):
        return 1 + 5j


class Wrong:
    def __complex__(self):
        return 1.5


class Floating:
    def __float__(self):
        return 0.5


print(complex(Complex()), complex(Floating()), complex(Floating(), Floating()))
try:
    complex(Wrong())
except TypeError as error:
    print(error)
