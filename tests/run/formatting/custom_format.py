# __format__ through inheritance, and what object, None, lists and subclasses of int and str do.
class Temperature(float):
    def __format__(self, spec):
        if spec.endswith("F"):
            return format(self * 9 / 5 + 32, spec[:-1] + "f") + "F"
        return super().__format__(spec)


class Code(int):
    def __str__(self):
        return f"#{int(self)}"


class Label(str):
    def __format__(self, spec):
        return "[" + super().__format__(spec) + "]"


class Plain:
    def __str__(self):
        return "plain"


t = Temperature(20)
print(f"{t:.1F} {t:.1f} {t} {t:8.2F}|", "{:.0F}".format(t), format(t, ".2e"))
print(f"{Code(5)} {Code(5):d} {Code(5):>4} {Code(5)!s:>4} {Code(5)!r}", "%s %d %r" % (Code(5), Code(5), Code(5)), str(Code(5)), [Code(5)])
print(f"{Label('x'):>4} {Label('x')} {Label('x')!r:>5}", "{:<3}|".format(Label("y")), "%s" % Label("z"), "".join([Label("w")]))
print(f"{Plain()} {Plain()!s:>7} {Plain()!s:.3}", format(Plain()), format(Plain(), ""), object.__format__(Plain(), ""))
for value in (Plain(), None, [1], (1,), {}, {1}, b"x", range(3), len, int, ..., object):
    try:
        print(format(value, ">12"))
    except TypeError as error:
        print(error)
print(f"{(1, 2)!s:>12}|{[1]!r:^7}|{None!s:<6}|{b'x'!r:>5}|{int!s:>15}|")
print(f"{1.5:{t:.0f}}" if False else f"{1.5:{int(t)}.2f}|", f"{'a':{Label('>')!s}5}|")
