# All operator methods, unary and binary, through one class that records them.
class Spy:
    def __init__(self, name="s"):
        self.name = name


def record(method):
    def called(self, *args):
        return (method, *[a.name if isinstance(a, Spy) else a for a in args])
    return called


binary = "add sub mul truediv floordiv mod divmod pow matmul lshift rshift and or xor".split()
for m in binary:
    setattr(Spy, f"__{m}__", record(m))
    setattr(Spy, f"__r{m}__", record("r" + m))
    if m != "divmod":
        setattr(Spy, f"__i{m}__", record("i" + m))
for m in "neg pos abs invert round trunc floor ceil lt le eq ne gt ge getitem call".split():
    setattr(Spy, f"__{m}__", record(m))
s, t = Spy(), Spy("t")
print(s + 1, s - t, s * 2, s / 3, s // 4, s % 5, divmod(s, 6), s**7, s @ 8, s << 9, s >> 10, s & 11, s | 12, s ^ 13)
print(1 + s, 2 - s, 3 * s, 4 / s, 5 // s, 6 % s, divmod(7, s), 8**s, 9 @ s, 10 << s, 11 >> s, 12 & s, 13 | s, 14 ^ s)
print(-s, +s, abs(s), ~s, round(s), round(s, 2), pow(s, 2), pow(s, 2, 3), pow(2, s))
print(s < 1, s <= 2, s == 3, s != 4, s > 5, s >= 6, 1 < s, 2 <= s, 3 == s, 4 != s, 5 > s, 6 >= s, s < t)
print(s[1], s[1:2], s[::3], s[1, 2], s[...], s(), s(1, 2), s["k"])
import math
print(math.trunc(s), math.floor(s), math.ceil(s))
for op in "+ - * / // % ** @ << >> & | ^".split():
    x = Spy()
    exec(f"x {op}= 5")
    print(op, x, end="; ")
print()
del Spy.__ne__
print(s != 3, s != t)
del Spy.__eq__
print(s == 3, s != 3, s == s, s != s)
del Spy.__lt__, Spy.__gt__
for source in ("s < 1", "s > 1", "sorted([s, t])", "int(s)", "float(s)", "complex(s)", "len(s)", "iter(s)", "hash(s) == hash(s)", "[][s]", "s.x", "del s[0]", "s[0] = 1", "next(s)", "bool(s)", "'%d' % s", "range(s)", "bytes(s)", "str(s)[:10]"):
    try:
        print(source, eval(source) if "del" not in source and " = " not in source else exec(source))
    except Exception as error:
        print(source, type(error).__name__, str(error).split(" at")[0])
print(s.__add__(1), Spy.__add__(s, 2), type(s).__radd__(s, 3))
s.__add__ = lambda other: "instance attribute is not asked"
print(s + 1, s.__add__(1))
