# Exceptions whose text is long, has several lines, is empty, or cannot be made.
import sys


class Silent(Exception):
    def __str__(self):
        return ""


class Broken(Exception):
    def __str__(self):
        raise RuntimeError("no text")


class Odd(Exception):
    __module__ = "some.module"


class Nested:
    class Inner(Exception):
        pass


for error in (Silent("x"), Broken("y"), Odd("z"), Nested.Inner("n"), ValueError(), ValueError("two\nlines"), KeyError("key"), KeyError(), ValueError("é 日 😀"), StopIteration(5), SystemExit(3), AssertionError(), OSError(2, "No such file", "x.txt"), ImportError("msg", name="n"), ValueError(None), ValueError(""), KeyError("")):
    sys.excepthook(type(error), error, None)
sys.excepthook(ValueError, ValueError("made"), None)
print("done")
raise Nested.Inner("two\nlines")
