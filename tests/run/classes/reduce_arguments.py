# __reduce_ex__(2 and more): __getnewargs__, __getnewargs_ex__, and what they must return.
class Args:
    def __new__(cls, *args):
        return super().__new__(cls)

    def __getnewargs__(self):
        return 1, "two"


class Both(Args):
    def __getnewargs_ex__(self):
        return (1,), {"k": 2}


class NoKeywords(Args):
    def __getnewargs_ex__(self):
        return (1, 3), {}


for cls in (Args, Both, NoKeywords):
    f, args, *rest = cls().__reduce_ex__(4)
    print(cls.__name__, f.__name__, args, rest)
for bad in (5, (1,), (1, 2), ((), 5), [(), {}]):
    class Bad:
        def __getnewargs_ex__(self):
            return bad
    try:
        Bad().__reduce_ex__(2)
    except (TypeError, ValueError) as error:
        print(type(error).__name__, error)


class Slots:
    __slots__ = "a", "b"


s = Slots()
s.a = 1
print(s.__reduce_ex__(2)[1:])
print(bytes(type("S", (str,), {"__bytes__": lambda self: b"special"})("text")))
