# center, ljust, rjust, zfill, expandtabs, translate, maketrans, slicing, repetition, comparison, repr.
def show(f):
    try:
        print(ascii(f()))
    except Exception as e:
        print(type(e).__name__, ascii(str(e)))


for s in ["", "a", "ab", "aé", "€", "😀x"]:
    for width in (-1, 0, 1, 4, 5):
        print(ascii([s.center(width), s.center(width, "*"), s.ljust(width, "é"), s.rjust(width, "€"), s.zfill(width)]))
print([x.zfill(5) for x in ("-1", "+1", "--1", " 1", "1.5", "é")])
for s in ["\t", "a\tb", "ab\tc\nd\te", "é\t€\r\tx", "no tabs"]:
    print(ascii([s.expandtabs(), s.expandtabs(4), s.expandtabs(1), s.expandtabs(0), s.expandtabs(-3), s.expandtabs(tabsize=2)]))
show(lambda: "a".center(3, "ab"))
show(lambda: "a".center(3, 1))
show(lambda: "a".center("x"))
show(lambda: "a".zfill())
show(lambda: "abc".translate({97: None, 98: "xyz", 99: 0x20AC}))
show(lambda: "abc".translate(str.maketrans("abc", "xé😀")))
show(lambda: "abcabc".translate(str.maketrans("ab", "xy", "c")))
show(lambda: "abc".translate("x" * 98))
show(lambda: "abc".translate({97: 0x110000}))
show(lambda: "abc".translate({97: 1.5}))
show(lambda: "abc".translate(5))
show(lambda: str.maketrans({"a": 1, 98: None, "€": "xy"}))
show(lambda: str.maketrans("a", "bc"))
show(lambda: str.maketrans({"ab": 1}))
show(lambda: str.maketrans({1.5: 1}))
show(lambda: str.maketrans("a"))
show(lambda: str.maketrans(1, "a"))
show(lambda: str.maketrans("a", 1))
s = "a€b😀c"
print(ascii([s[i] for i in range(-5, 5)]), ascii([s[::2], s[::-1], s[1:4], s[3:1], s[-2:], s[:100], s[0:1], s[4:0:-2]]))
show(lambda: s[5])
show(lambda: s[-6])
show(lambda: s["x"])
show(lambda: s[1.5])
show(lambda: s[10**30])
show(lambda: s[::0])
show(lambda: [s * 2, s * 0, s * -1, 2 * "é", "" * 5])
show(lambda: s * 1.5)
show(lambda: s * s)
show(lambda: s + 1)
show(lambda: 1 + s)
show(lambda: s + b"")
show(lambda: "a" * 2**62)
words = ["", "a", "b", "ab", "é", "€", "\uffff", "😀", "\ud800", "a\x00", "Z"]
print([[(x < y, x == y, x >= y) for y in words].index((True, False, False)) if any(x < y for y in words) else None for x in words])
print(ascii(sorted(words)), "a" == 1, "a" != b"a")
show(lambda: "a" < 1)
for s in ["", "'", '"', "'\"", "\\", "\n\r\t", "\x00\x1f\x7f", "\x80\xa0\xad", "é€😀", "\ud800\udfff", "\u200b\u2028\ufeff\ufffe", "\U000e0001\U0010ffff", "\u0378"]:
    print(repr(s).encode("unicode_escape"), ascii(s))
print(list("aé€😀"), ascii(list(iter("\ud800x"))), list(reversed("abc")), len("a😀"), hash("") == 0, hash("a") == hash("".join(["a"])))
print(hash("a"), hash("abc"), hash("é"), hash("€uro"), hash("😀"), hash("x" * 100))
it = iter("abc")
next(it)
print(it.__length_hint__(), it.__reduce__()[1:], list(it), it.__length_hint__(), it.__reduce__()[1:])
print(str(b"abc", "ascii"), str(bytearray(b"\xc3\xa9"), encoding="utf-8"), str(object=5), str(), str(b"\xff", errors="replace"))
show(lambda: str(5, "ascii"))
show(lambda: str("a", "ascii"))
show(lambda: str("a", "b", "c", "d"))
print("abc".__sizeof__(), "é".__sizeof__(), "€".__sizeof__(), "😀".__sizeof__(), "abc".__getnewargs__())
