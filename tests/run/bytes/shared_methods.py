# Methods and operators that bytes and bytearray share.
def show(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__, e)


for T in (bytes, bytearray):
    s = T(b"abcabc aB\t1\n")
    for call in [("find", b"bc"), ("find", 98), ("rfind", b"bc"), ("rfind", 99), ("index", b"x"), ("rindex", 300), ("count", b"a"), ("count", 97), ("count", b""), ("find", b"b", 2, -1), ("find", "a"), ("find", 1.5),
                 ("startswith", b"ab"), ("startswith", (b"x", b"ab")), ("startswith", b"b", 1), ("endswith", b"\n"), ("startswith", "a"), ("startswith", ("a",)), ("split",), ("split", b"b"), ("split", b"b", 1), ("rsplit", b"b", 1),
                 ("rsplit", None, 1), ("split", b""), ("split", 5), ("splitlines",), ("splitlines", True), ("partition", b"c"), ("rpartition", bytearray(b"c")), ("partition", b""), ("partition", b"zz"), ("strip", b"a\n"), ("lstrip", b"ab"), ("rstrip",), ("strip", 5),
                 ("replace", b"a", b"xyz"), ("replace", b"a", b"", 1), ("replace", b"", b"-"), ("replace", "a", b""), ("join", [b"1", b"2"]), ("join", [b"1", 2]), ("join", 5), ("center", 20, b"*"), ("center", 20), ("ljust", 15), ("rjust", 15, b"ab"), ("rjust", 15, "a"), ("zfill", 15),
                 ("expandtabs",), ("expandtabs", 2), ("upper",), ("lower",), ("title",), ("capitalize",), ("swapcase",), ("isalpha",), ("isascii",), ("isalnum",), ("isdigit",), ("isspace",), ("islower",), ("isupper",), ("istitle",), ("removeprefix", b"ab"), ("removesuffix", b"\n"), ("removeprefix", "a"),
                 ("translate", None, b"a"), ("translate", bytes(range(255, -1, -1))), ("translate", b"x"), ("hex",), ("hex", ":"), ("hex", "-", 2), ("hex", b".", -3), ("hex", "ab"), ("hex", "é"), ("decode",), ("decode", "ascii"), ("__getitem__", 0), ("__getitem__", -1), ("__getitem__", 99), ("__getitem__", slice(1, 5, 2)), ("__getitem__", "x"),
                 ("__contains__", b"bc"), ("__contains__", 97), ("__contains__", 300), ("__contains__", "a"), ("__add__", b"x"), ("__add__", bytearray(b"x")), ("__add__", "x"), ("__mul__", 2), ("__mul__", -1), ("__mul__", 1.5), ("__eq__", b"abcabc aB\t1\n"), ("__lt__", b"b"), ("__lt__", "b"), ("__len__",), ("__iter__",)]:
        show(lambda: list(getattr(s, call[0])(*call[1:])) if call[0] == "__iter__" else getattr(s, call[0])(*call[1:]))
    for arguments in [(), (3,), (-1,), ("a",), ("é", "utf-8"), ("é", "ascii"), ("é", "ascii", "replace"), ([1, 2, 255],), ([256],), ([-1],), (["a"],), ("abc",), (b"abc",), (bytearray(b"x"),), (memoryview(b"yz"),), (1.5,), (None,), (range(4),), (b"a", "ascii"), (5, "ascii"), (object(),), ({1: 2},), (2**70,), (True,)]:
        show(lambda: T(*arguments))
    show(lambda: T(source=b"k"))
    show(lambda: T(encoding="ascii"))
    show(lambda: T("é", encoding="latin-1", errors="strict"))
    for text in ["", "00ff", " 0 0", "0", "0g", "é0", "aB cD", "ab\n cd "]:
        show(lambda: T.fromhex(text))
    show(lambda: T.fromhex(5))
    show(lambda: T.maketrans(b"ab", b"xy")[95:100])
    show(lambda: T.maketrans(b"a", b"xy"))
    for data in (b"", b"'", b'"', b"'\"", b"\\\n\t\r\x00\x7f\xff"):
        print(repr(T(data)), str(T(data)))
print(b"a" == "a", b"a" == bytearray(b"a"), bytearray(b"a") == b"a", bytearray(b"a") < b"b", b"b" > bytearray(b"a"), b"a" == memoryview(b"a"), b"a" != bytearray(b"b"))
print(type(b"a" + bytearray(b"b")), type(bytearray(b"a") + b"b"), hash(b"") == 0, hash(b"abc") == hash("abc"), {b"a": 1}[b"a"])
show(lambda: b"a" < 1)
show(lambda: hash(bytearray()))
show(lambda: 1 + b"a")
show(lambda: b"a" % 1)


class B(bytes):
    pass


class D:
    def __bytes__(self):
        return b"from __bytes__"


class E:
    def __bytes__(self):
        return "x"


class I:
    def __index__(self):
        return 3


b = B(b"abc")
print(type(b), b, type(b[:]), type(B.fromhex("61")), bytes(b), type(bytes(b)), bytes(D()), bytes(I()), type(b.strip()), len(B(5)))
show(lambda: bytes(E()))
same = b"abc"
print(same[:] is same, same.strip() is same, bytes(same) is same, same.replace(b"z", b"") is same, b"".join([same]) is same, same * 1 is same)
