# find, index, count, startswith, replace and partition over every width of storage, with bounds of every kind.
def show(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__, e)


class Index:
    def __init__(self, n):
        self.n = n

    def __index__(self):
        return self.n


for hay in ["abcabcab", "aécaéca", "a€ca€ca", "a😀ca😀ca", "", "aaaa"]:
    for needle in ["", "a", "ca", "aé", "€c", "😀", "aa", "x"]:
        print(ascii(hay), ascii(needle), hay.find(needle), hay.rfind(needle), hay.count(needle), needle in hay,
              hay.startswith(needle), hay.endswith(needle), ascii(hay.replace(needle, "<é>")), ascii(hay.replace(needle, "", 2)))
        if needle:
            print(ascii(hay.partition(needle)), ascii(hay.rpartition(needle)), ascii(hay.split(needle)),
                  ascii(hay.split(needle, 1)), ascii(hay.rsplit(needle, 1)))

s = "abcabc"
for bounds in [(1,), (1, 4), (-2,), (-100, 100), (4, 2), (6,), (7,), (None, 3), (2, None), (Index(1), Index(-1)), (10**30,), (-10**30, 10**30)]:
    print([getattr(s, name)(sub, *bounds) for name in ("find", "rfind", "count", "startswith", "endswith") for sub in ("bc", "")])
print(s.startswith(("x", "ab")), s.endswith(("x",)), s.startswith(()), s.startswith(("bc", ""), 1))
show(lambda: s.find(1))
show(lambda: s.find("a", "x"))
show(lambda: s.find("a", 1.5))
show(lambda: s.find())
show(lambda: s.find("a", 1, 2, 3))
show(lambda: s.index("x"))
show(lambda: s.rindex("x"))
show(lambda: s.count(None))
show(lambda: s.startswith(1))
show(lambda: s.startswith((1,)))
show(lambda: s.endswith([]))
show(lambda: s.partition(""))
show(lambda: s.rpartition(1))
show(lambda: s.split(""))
show(lambda: s.split(1))
show(lambda: 1 in s)
show(lambda: s.replace("a"))
show(lambda: s.replace("a", 1))
show(lambda: s.replace("a", "b", "c"))
print("abc".removeprefix("ab"), "abc".removesuffix("bc"), "abc".removeprefix("x"), "abc".removesuffix(""))
# Needles that make a careless search quadratic.
print(("a" * 50000).find("a" * 25000 + "b"), ("é€" * 20000).count("€é€"), ("ab" * 20000 + "é€").rfind("b" + "ab" * 9999))
