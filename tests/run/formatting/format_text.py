# format() of text, and str.format with all its fields.
CASES = """
format('abc', '6') + '|', format('abc', '>6'), format('abc', '^7'), format('abc', '*<6'), format('abc', '.2'), format('abc', '5.1s') + '|', format('日本', '>4'), format('abc', '')
format('abc', '06'), format('', '3') + '|', format('abc', '2')
format('abc', '=6')
format('abc', '+6')
format('abc', ' 6')
format('abc', ',')
format('abc', 'd')
format('abc', '#6')
format('abc', '_')
'{} {}'.format(1, 2), '{1} {0} {1}'.format('a', 'b'), '{a} {b!r:>5}'.format(a=1, b='x'), '{0}{a}'.format(1, a=2), '{{}} {{{}}}'.format(5), '{:{}}|'.format('x', 4)
'{0[1]} {0[-1]}'.format({'-1': 'neg', 1: 'one'}), '{0.real} {0.imag}'.format(1+2j), '{a[k][0].__class__.__name__}'.format(a={'k': ['s']}), '{[0]} {.real}'.format([9], 3)
'{:>{w}.{p}f}|{!s:^5}|'.format(3.14159, 'ab', w=8, p=2), '{0:{1}{2}{3}}'.format('x', '*', '^', 5), '{:,} {:_}'.format(10**6, 10**6), '{!r} {!s} {!a}'.format('é', 'é', 'é')
'{a.x}{b[0]}'.format(a=type('T', (), {'x': 1}), b='q'), '{:%d}'.format(type('D', (), {'__format__': lambda s, f: 'F' + f})()), '{0!r:}'.format('a'), '{:}'.format(5)
'{}'.format()
'{} {}'.format(1)
'{0} {}'.format(1, 2)
'{} {0}'.format(1, 2)
'{a}'.format()
'{a}'.format(1)
'{'.format()
'}'.format()
'{!x}'.format(1)
'{!}'.format(1)
'{!r'.format(1)
'{!rx}'.format(1)
'{0.}'.format(1)
'{0[}'.format([1])
'{0[]}'.format([1])
'{0[0}'.format([1])
'{0.nope}'.format(1)
'{0[5]}'.format([1])
'{0[k]}'.format({})
'{0[0]x}'.format([1])
'{:{:{}}}'.format(1, 2, 3)
'{:d}'.format('a')
'{:z}'.format(1)
'{99999999999999999999}'.format(1)
'{0:}}'.format(1)
'{a} {b}'.format_map({'a': 1, 'b': 2}), '{x[y]}'.format_map({'x': {'y': 3}})
'{a}'.format_map({})
'{}'.format_map({})
'{0}'.format_map([1])
'{a}'.format_map(5)
format(1, 2)
format()
format(1, '', 3)
'{}'.format(object) , '{:>20}'.format(str)
"""
CASES = CASES.replace(" , '{:>20}'.format(str)", "")

for source in CASES.strip().splitlines():
    try:
        print(source, "->", repr(eval(source)))
    except Exception as error:
        print(source, "->", type(error).__name__, error)


class Default(dict):
    def __missing__(self, key):
        return f"[{key}]"


class Loud:
    def __init__(self, n):
        self.n = n

    def __format__(self, spec):
        return f"<{self.n}:{spec}>"

    def __str__(self):
        return "loud"


class Bad:
    def __format__(self, spec):
        return 5


print("{a} {b}".format_map(Default(a=1)), "{:x^5} {!s:>6} {}".format(Loud(1), Loud(2), Loud(3)), f"{Loud(4):{'a'}{'b'}}", format(Loud(5), "z"))
for f in (lambda: format(Bad()), lambda: f"{Bad()}", lambda: "{}".format(Bad()), lambda: format(object(), "5"), lambda: f"{[]:>5}", lambda: f"{None:5}"):
    try:
        print(f())
    except TypeError as error:
        print(error)
