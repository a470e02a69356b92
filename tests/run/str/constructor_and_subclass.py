# str() of objects, subclasses of str, and what they give back.
class Plain:
    pass


class WithRepr:
    def __repr__(self):
        return "the repr"


class WithStr(WithRepr):
    def __str__(self):
        return "the str"


class Wrong:
    def __str__(self):
        return 5

    def __repr__(self):
        return b"no"


class Name(str):
    def __new__(cls, value, title=""):
        self = super().__new__(cls, value)
        self.title = title
        return self

    def __str__(self):
        return f"{self.title} {self[:]}"

    def __add__(self, other):
        return Name(str.__add__(self, other), self.title)

    def __eq__(self, other):
        return str.__eq__(self.lower(), other.lower())

    __hash__ = str.__hash__


print(str(), str(5), str([WithStr(), "a"]), str(WithRepr()), str(WithStr()), repr(WithStr()), f"{WithStr()} {WithStr()!r}")
print(str(None), str(...), str(NotImplemented), str(int), str(len), str(KeyError("k")), str(KeyError("k", 1)), str(Exception()), str(1e5))
for f in (str, repr, ascii, "{}".format, "%s".__mod__, "%r".__mod__, lambda o: f"{o!r}"):
    try:
        print(f(Wrong()))
    except TypeError as error:
        print(error)
n = Name("Ada", title="Countess")
print(n, repr(n), n + " L", type(n + " L").__name__, type(n.upper()).__name__, n == "ADA", n[1], len(n), {n: 1}[Name("Ada")], n.title)
print(type(n[:]).__name__, type(str(n)).__name__, "%s" % n, f"{n}", f"{n:>15}", "".join([n, n]), n * 2, isinstance(n, str), n.__dict__)
print(type("".join([n])).__name__, n.join(["a", "b"]), "da" in n, n.encode(), "x".replace("x", n), type(Name("x").strip()).__name__)
print("abc".__add__("d"), "abc".__mul__(2), "abc".__rmul__(2), "abc".__contains__("b"), "abc".__eq__(5), "abc".__lt__("b"), "abc".__hash__() == hash("abc"))
print("a" * 3, 3 * "ab", "ab" * 0, "ab" * -1, "" * 100, "a" * True, "日" * 3)
for source in ("'a' * 1.5", "'a' * 'b'", "'a' + 1", "1 + 'a'", "'a' - 'b'", "'a' * 10**30", "'ab' * (2**62)", "str(1, 2, 3, 4)", "str(x=1)", "'a' % 1", "'' % ()"):
    try:
        print(source, eval(source))
    except (TypeError, OverflowError, MemoryError) as error:
        print(source, type(error).__name__, error)
