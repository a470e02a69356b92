# __context__, __cause__, __suppress_context__ and how they are set.
def show(e):
    return (repr(e), repr(e.__cause__), repr(e.__context__), e.__suppress_context__)


try:
    try:
        1 / 0
    except ZeroDivisionError:
        raise ValueError("new")
except ValueError as e:
    print(show(e))
try:
    try:
        1 / 0
    except ZeroDivisionError as z:
        raise ValueError("from") from z
except ValueError as e:
    print(show(e))
try:
    try:
        1 / 0
    except ZeroDivisionError:
        raise ValueError("from none") from None
except ValueError as e:
    print(show(e))
try:
    raise KeyError("k") from IndexError
except KeyError as e:
    print(show(e))
e = ValueError("a")
e.__cause__ = KeyError("set by hand")
print(show(e))
e.__context__ = IndexError()
e.__cause__ = None
print(show(e))
e.__suppress_context__ = False
print(show(e))
for source in ("e.__cause__ = 5", "e.__context__ = 'x'", "del e.__cause__", "del e.__context__", "e.__traceback__ = 5", "del e.__traceback__", "e.__suppress_context__ = 'yes'", "e.args = 5", "e.args = 'ab'", "del e.args", "e.with_traceback(5)", "e.with_traceback()", "e.__traceback__ = None", "e.new = 1", "e.__setstate__({'state': 2})", "e.__setstate__(5)"):
    try:
        exec(source)
        print(source, "worked")
    except Exception as error:
        print(source, type(error).__name__, error)
print(e.args, e.new, e.state, e.__dict__)


def context_of_nested():
    try:
        raise ValueError("1")
    except ValueError:
        try:
            raise KeyError("2")
        except KeyError:
            pass
        try:
            raise IndexError("3")
        except IndexError as e:
            return repr(e.__context__)


print(context_of_nested())
try:
    try:
        raise ValueError("same")
    except ValueError as v:
        raise v
except ValueError as e:
    print(show(e))
a, b = ValueError("a"), KeyError("b")
try:
    try:
        raise a
    except ValueError:
        try:
            raise b
        except KeyError:
            raise a
except ValueError as e:
    print(show(a), show(b))


def generator():
    try:
        yield 1
    except ValueError as e:
        yield repr(e.__context__)


g = generator()
next(g)
try:
    raise KeyError("outer")
except KeyError:
    print(g.throw(ValueError("thrown")))
try:
    try:
        1 / 0
    finally:
        {}["in finally"]
except KeyError as e:
    print(show(e))


class Manager:
    def __enter__(self):
        return self

    def __exit__(self, *exc):
        raise RuntimeError("exit failed")


try:
    with Manager():
        raise ValueError("body")
except RuntimeError as e:
    print(show(e))


class CauseRaises(Exception):
    def __init__(self):
        raise TypeError("cannot be made")


try:
    raise ValueError("v") from CauseRaises
except TypeError as e:
    print(show(e))
try:
    try:
        raise OSError("o")
    except OSError as o:
        o2 = o
        raise ValueError from o
except ValueError as e:
    print(show(e), e.__cause__ is o2)
