# str.format and format_map: fields, numbering, conversions, nesting, errors.
class A:
    x = [1, {"k": "v"}, "last"]

    def __getattr__(self, name):
        return "<" + name + ">"


class Default(dict):
    def __missing__(self, key):
        return "{" + key + "}"


def show(text, *args, **kwargs):
    try:
        print(ascii(text), ascii(text.format(*args, **kwargs)))
    except Exception as e:
        print(ascii(text), type(e).__name__, ascii(str(e)))


show("")
show("plain €")
show("{{}} {{x}} }}{{")
show("{} {} {}", 1, "é", None)
show("{1} {0} {1}", "a", "b")
show("{a} {b!r} {c!s:>5}", a=1, b="x", c=None)
show("{0.x[0]} {0.x[1][k]} {0.x[-1]}", A())
show("{0.y.z}", A())
show("{0[é]}{0[0]}", {"é": 1, 0: 2})
show("{:{}}|{:{}{}}|{:{w}.{p}f}", "a", 5, "b", ">", 4, 1.23456, w=8, p=2)
show("{!r:^7}{!s}{!a}", "é", "é", "é")
show("{0:{1}}", "x", "*^5")
show("{:}", "x")
show("{: }", 5)
show("{:%Y}", A())
for text in ["{", "}", "{}}", "{{}", "{0", "{0!", "{0!r", "{0!rx}", "{0!x}", "{0!é}", "{0:", "{0:{", "{0:{}", "{0:}}", "{0.}", "{0[}", "{0[]}", "{0[1]x}", "{0[a}", "{.x}", "{[0]}",
             "{0{1}}", "{a{b}}", "{0}{}", "{}{0}", "{1}{}", "{:{:{}}}", "{:{:{:{}}}}", "{5}", "{a}", "{ 0}", "{0 }", "{-1}", "{99999999999999999999}", "{0[99999999999999999999]}", "{0!}", "{!}", "{!r:", "{0!r:}", "{0x}", "{:,_}", "{:d}"]:
    show(text, "abc", 1)
print("{a} {b} {c[0]}".format_map(Default(a=1, c=[2])))
print("{0}".format_map(Default()) if False else "")
for text, mapping in [("{}", {}), ("{0}", {}), ("{x}", {}), ("{x.real}", {"x": 1}), ("{x}", 5), ("{x}", None)]:
    try:
        print(text.format_map(mapping))
    except Exception as e:
        print(text, mapping, type(e).__name__, e)
print("{:>{width}}|{:<{width}}|".format("a", "b", width=6), "{0:{fill}{align}{width}}".format("x", fill="é", align="^", width=5))
print("{self} {format}".format(self=1, format=2), "{0}{0}{0}".format("ab"), "{0[0][0]}".format([["deep"]]))
