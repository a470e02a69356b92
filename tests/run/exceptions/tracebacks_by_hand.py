# Traceback objects: tb_frame, tb_lineno, tb_next, and what holds on to them.
import sys


def inner():
    raise ValueError("deep")


def middle():
    x = 1
    inner()


def outer():
    try:
        middle()
    except ValueError as error:
        return error


def lines(tb):
    found = []
    while tb is not None:
        found.append((tb.tb_frame.f_code.co_name, tb.tb_lineno))
        tb = tb.tb_next
    return found


error = outer()
print(lines(error.__traceback__), error.__traceback__.tb_frame.f_locals.keys() >= set(), error.__traceback__.tb_next.tb_frame.f_locals)
try:
    raise error
except ValueError as again:
    print(lines(again.__traceback__), again is error)
try:
    raise error.with_traceback(None)
except ValueError as again:
    print(lines(again.__traceback__))
print(sys.exc_info())
try:
    1 / 0
except ZeroDivisionError:
    kind, value, tb = sys.exc_info()
    print(kind, value, lines(tb), value.__traceback__ is tb)

    def nested():
        return sys.exc_info()[0]

    print(nested(), sys.exc_info()[1] is value)
    try:
        {}["x"]
    except KeyError:
        print(sys.exc_info()[0])
    print(sys.exc_info()[0])
print(sys.exc_info())


def gen():
    yield sys.exc_info()[0]
    try:
        raise KeyError
    except KeyError:
        yield sys.exc_info()[0]
    yield sys.exc_info()[0]


try:
    raise ValueError
except ValueError:
    print(list(gen()))
g = gen()
next(g)
print(next(g), sys.exc_info()[0], next(g))
tb = error.__traceback__
tb.tb_next = None
print(lines(tb), type(tb).__name__, tb.tb_lasti >= 0)
Traceback = type(tb)
made = Traceback(None, tb.tb_frame, 0, 99)
print(made.tb_lineno, made.tb_next, lines(Traceback(tb, tb.tb_frame, 0, 7)))
for source in ("tb.tb_next = 5", "tb.tb_next = tb", "tb.tb_lineno = 5", "Traceback()", "Traceback(5, tb.tb_frame, 0, 1)", "Traceback(None, 5, 0, 1)", "del tb.tb_next", "tb.tb_frame = 1"):
    try:
        exec(source)
        print(source, "worked")
    except Exception as e:
        print(source, type(e).__name__, e)


def recursion(n):
    if n:
        recursion(n - 1)
    else:
        raise KeyError(n)


try:
    recursion(50)
except KeyError as e:
    print(len(lines(e.__traceback__)))
    frame = e.__traceback__.tb_next.tb_frame
    print(frame.f_code.co_name, frame.f_lineno, frame.f_back.f_code.co_name, frame.f_locals, frame.f_globals is globals(), frame.f_builtins["len"] is len, frame.f_trace, frame.f_lasti > 0)
