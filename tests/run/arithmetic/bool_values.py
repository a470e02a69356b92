# Truth of every kind of object, and what `and`, `or` and `not` give.
class Empty:
    def __len__(self):
        return 0


class Sized:
    def __len__(self):
        return 3


class No:
    def __bool__(self):
        return False

    def __len__(self):
        return 5


class Wrong:
    def __bool__(self):
        return 1


class Negative:
    def __len__(self):
        return -1


class Huge:
    def __len__(self):
        return 2**80


class NotANumber:
    def __len__(self):
        return "many"


for value in (0, 1, -1, 0.0, 0.1, float("nan"), 0j, "", " ", b"", b"\0", [], [0], (), (0,), {}, {0: 0}, set(), {0}, range(0),
              range(1), None, ..., NotImplemented if False else True, type, len, Empty(), Sized(), No(), object()):
    print(type(value).__name__, bool(value), not value)
for cls in (Wrong, Negative, Huge, NotANumber):
    for test in (bool, len, lambda x: "yes" if x else "no"):
        try:
            print(cls.__name__, test(cls()))
        except Exception as error:
            print(cls.__name__, type(error).__name__, error)
print(0 or "" or [] or "last", 1 and "two" and 3.0, 0 and 1 / 0, 1 or 1 / 0, None or 0, "" and 5)
print(True == 1, True + 1, True * "ab", [False, True].index(True), "ab"[True], sum([True, True, False]))
print(bool(), repr(True), str(False), f"{True} {True:d} {False!s:>7} {True:5}", "%d %s %5s" % (True, True, False))
print(True & False, True | False, True ^ True, ~True, -True, +False, type(True & 1), type(True & True), True < 2, True / 2)
try:
    class B(bool):
        pass
except TypeError as error:
    print(error)
for source in ("bool(1, 2)", "bool(x=1)", "True = 1", "None = 1", "None.x", "None.x = 1"):
    try:
        exec(source)
    except (TypeError, SyntaxError, AttributeError) as error:
        print(source, type(error).__name__, error)
