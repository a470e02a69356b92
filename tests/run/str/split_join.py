# split, rsplit, splitlines, strip, join.
def show(f):
    try:
        print(ascii(f()))
    except Exception as e:
        print(type(e).__name__, ascii(str(e)))


for s in ["", " ", "a", " a b  c ", "\ta\nb\x0bc\x1cd\x85e\xa0f\u2003g\u3000", "a,b,,c,", ",", "  é € 😀 "]:
    for max in (-1, 0, 1, 2, 10):
        print(ascii(s), max, ascii(s.split(None, max)), ascii(s.rsplit(None, max)), ascii(s.split(",", max)), ascii(s.rsplit(",", max)))
    print(ascii(s.strip()), ascii(s.lstrip()), ascii(s.rstrip()), ascii(s.strip(" ,é")), ascii(s.lstrip(",a")), ascii(s.rstrip("€\U0001f600 ")))
for s in ["", "\n", "a\nb", "a\r\nb\rc\n\nd", "a\x0bb\x0cc\x1cd\x1de\x1ef\x85g\u2028h\u2029i", "a\r", "\r\n\r\n", "é\n€\r\n"]:
    print(ascii(s.splitlines()), ascii(s.splitlines(True)), ascii(s.splitlines(keepends=1)))
show(lambda: "a b c".split(maxsplit=1))
show(lambda: "a-b-c".rsplit(sep="-", maxsplit=1))
show(lambda: "a".strip(1))
show(lambda: "a".lstrip(b""))
show(lambda: "a".split(b""))
show(lambda: "a".split(None, None))
show(lambda: "a".splitlines("x"))
show(lambda: "-".join([]))
show(lambda: "-".join(["a"]))
show(lambda: "é".join(["a", "€", "😀"]))
show(lambda: "".join(str(i) for i in range(12)))
show(lambda: ",".join({"x": 1, "y": 2}))
show(lambda: ",".join("abc"))
show(lambda: ",".join(("a", 1)))
show(lambda: ",".join([b"a"]))
show(lambda: ",".join(1))


class S(str):
    pass


x = S("abc")
print(type("".join([x])), type(x.strip()), type(x + ""), type(x * 1), type(x[:]), type(x.replace("z", "")), type(x.split()[0]), type(x.lower()))
same = "abc"
print("".join([same]) is same, same.strip() is same, same + "" is same, same[:] is same, same * 1 is same, str(same) is same)
