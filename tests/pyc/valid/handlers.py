"""Blocks and handlers: what an exception table has to know."""


class Manager:
    def __init__(self, swallow):
        self.swallow = swallow

    def __enter__(self):
        return self

    def __exit__(self, kind, value, traceback):
        print("exit", kind and kind.__name__)
        return self.swallow


def nested(n):
    for i in range(n):
        try:
            try:
                if i == 1:
                    continue
                if i == 3:
                    return "returned"
                [][i]
            except IndexError as error:
                print("caught", error)
                with Manager(True):
                    1 / 0
            finally:
                print("finally", i)
        except ZeroDivisionError:
            print("never")
        else:
            print("else", i)
    return "ended"


def reraised():
    try:
        try:
            raise ValueError("first")
        except ValueError as error:
            raise KeyError("second") from error
    except KeyError as error:
        return repr(error), repr(error.__cause__)


print(nested(3), nested(5))
print(reraised())
with Manager(False), Manager(False) as second:
    print(second.swallow)
