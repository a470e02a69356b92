"""What an exception keeps: its frames with their locals and lines, until it goes; and what it lets go."""
import sys


class Noisy:
    def __init__(self, name):
        self.name = name

    def __del__(self):
        print("gone", self.name)


def low(n):
    noisy = Noisy(f"low{n}")
    raise ValueError(n)


def high(n):
    other = Noisy(f"high{n}")
    low(n)


def names_in(frame):
    # Not of frames that name the exception: its frame would hold it by the dict.
    return sorted(frame.f_locals) if frame.f_code.co_name in ("low", "high") else []


def entries(tb):
    while tb:
        frame = tb.tb_frame
        back = frame.f_back.f_code.co_name if frame.f_back else None
        yield frame.f_code.co_name, tb.tb_lineno, frame.f_lineno, names_in(frame), back, tb.tb_lasti == frame.f_lasti
        tb = tb.tb_next


def catch(n):
    try:
        high(n)
    except ValueError as error:
        print("caught", error)
        for entry in entries(error.__traceback__):
            print(entry)
    print("handled")


catch(1)


def keep(n):
    try:
        high(n)
    except ValueError as error:
        return error


error = keep(2)
print("kept", [entry[:3] for entry in entries(error.__traceback__)])
print(error.__traceback__.tb_next.tb_frame.f_locals["other"].name)
error = None
print("let go")


def cleaned():
    try:
        high(3)
    finally:
        print("finally", sys.exc_info()[0].__name__)


try:
    cleaned()
except ValueError as error:
    print([entry[:3] for entry in entries(error.__traceback__)])
print("again")


def translated():
    try:
        high(4)
    except ValueError as error:
        raise KeyError("translated") from error


try:
    translated()
except KeyError as error:
    print(repr(error.__cause__), error.__cause__ is error.__context__, error.__suppress_context__)
    print([entry[:2] for entry in entries(error.__traceback__)], [entry[:2] for entry in entries(error.__cause__.__traceback__)])


class Refused(Exception):
    def __init__(self, number, more=None):
        super().__init__(number)
        self.number = number


class Twice(Exception):
    def __init__(self, *args):
        super().__init__("other", "args")


for make in (lambda: Refused(1, more=2), lambda: Twice(1, 2), lambda: Refused(number=7), lambda: KeyError(), lambda: ValueError(1, 2)):
    try:
        raise make()
    except Exception as error:
        print(repr(error), error.args, str(error))
error = ValueError(1)
error.__init__(2)
print(error.args)
error.__init__()
print(error.args)
try:
    error.__init__(x=1)
except TypeError as problem:
    print(problem)
try:
    [][1]
except (KeyError, IndexError) as error:
    print(repr(error), error.__traceback__.tb_lineno, error.__context__)
try:
    try:
        {}["missing"]
    except KeyError:
        int("x")
except ValueError as error:
    print(repr(error), repr(error.__context__))
for classes in (int, (ValueError, 3), "no", None):
    try:
        try:
            raise ValueError
        except classes:
            print("wrong")
    except TypeError as error:
        print(error, repr(error.__context__))
for i in range(3):
    try:
        low(i)
    except ValueError:
        frame = sys.exc_info()[2].tb_next.tb_frame
        print(frame.f_locals["n"], frame.f_lineno)
        del frame
