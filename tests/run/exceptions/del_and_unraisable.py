# An exception in __del__ cannot be raised: it is reported on stderr and the program goes on.
import sys


class Bad:
    def __init__(self, name):
        self.name = name

    def __del__(self):
        raise ValueError(f"in del of {self.name}")

    def __repr__(self):
        return f"<Bad {self.name}>"


print("before")
b = Bad("one")
del b
print("after one")
[Bad("two")].clear()
seen = []


def hook(info):
    seen.append((info.exc_type.__name__, str(info.exc_value), info.err_msg, type(info.object).__name__))


sys.unraisablehook = hook
Bad("three")
d = {"k": Bad("four")}
d.clear()
print(seen)


class Messy:
    def __del__(self):
        try:
            1 / 0
        except ZeroDivisionError:
            print("handled inside")


try:
    raise KeyError("kept")
except KeyError as error:
    m = Messy()
    m = None
    print(repr(error), sys.exc_info()[0].__name__)


def generator():
    try:
        yield 1
    finally:
        raise RuntimeError("while closing")


g = generator()
next(g)
del g
print(seen[-1])


def stubborn():
    try:
        yield 1
    except GeneratorExit:
        yield 2


g = stubborn()
next(g)
del g
print(seen[-1])


def bad_hook(info):
    raise TypeError("hook failed")


sys.unraisablehook = sys.__unraisablehook__
Bad("five")
print("end")
