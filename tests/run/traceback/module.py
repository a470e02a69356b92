"""traceback: the text of every kind of error, its parts, stacks, and the functions that print."""

import io
import sys
import traceback


# Frames, and frames that repeat.
def fail_below(n):
    if n:
        return fail_below(n - 1)
    raise ValueError("deep")


def format_failure(fn):
    try:
        fn()
    except BaseException:
        print(traceback.format_exc())


format_failure(lambda: fail_below(2))
format_failure(lambda: fail_below(10))
format_failure(lambda: 1 / 0)


# Errors that follow others.
def cause():
    try:
        1 / 0
    except Exception as e:
        raise KeyError("k") from e


format_failure(cause)


def context():
    try:
        1 / 0
    except Exception:
        raise KeyError("k")


format_failure(context)


def context_hidden():
    try:
        1 / 0
    except Exception:
        raise KeyError("k") from None


format_failure(context_hidden)

# Syntax errors.
format_failure(lambda: compile("x = = 1", "<s>", "exec"))
format_failure(lambda: compile("  x\n y", "f", "exec"))
format_failure(lambda: exec("f(\n1,\n  2 3)"))


# Errors whose texts are special.
class NoText(Exception):
    def __str__(self):
        raise ValueError


def raise_no_text():
    raise NoText("x")


format_failure(raise_no_text)


class Outer:
    class N(Exception):
        pass


def raise_nested():
    raise Outer.N("a\nb")


format_failure(raise_nested)


def raise_class():
    raise ValueError


format_failure(raise_class)
format_failure(lambda: sys.exit(3))

# The functions on one error.
try:
    fail_below(1)
except ValueError as e:
    tb = e.__traceback__
    for s in traceback.extract_tb(tb):
        print(s.lineno, s.name, s.line, tuple(s)[1:], s, len(s))
    print(traceback.format_tb(tb))
    print(traceback.format_exception_only(e), traceback.format_exception_only(type(e), e))
    print(traceback.format_exception(e) == traceback.format_exception(type(e), e, tb))
    b = io.StringIO()
    traceback.print_exc(file=b)
    print(b.getvalue())
    traceback.print_tb(tb, file=sys.stdout)
    traceback.print_exception(e, file=sys.stdout, limit=1)
    print(traceback.format_tb(tb, limit=-1))
    te = traceback.TracebackException.from_exception(e)
    print(str(te), te.exc_type, "".join(te.format()))
    traceback.clear_frames(tb)
    print(traceback.format_exception(type(e), e, None))


# The stack without an error.
def stack():
    print([x.name for x in traceback.extract_stack()])
    traceback.print_stack(file=sys.stdout)


stack()
print(traceback.format_list([("f", 1, "n", "line"), ("g", 2, "m", None)]))
print(traceback.format_exc())
traceback.print_exc(file=sys.stdout)
try:
    traceback.print_exception(ValueError, file=sys.stdout)
except Exception as e:
    print(type(e))
print(sorted(traceback.__all__))
