"""Context managers from generators, nested resources, and a stack that closes them in the right order, whatever happens."""

from functools import wraps


class GeneratorContext:
    """Makes a context manager of a generator that yields once."""

    def __init__(self, generator):
        self.generator = generator

    def __enter__(self):
        return next(self.generator)

    def __exit__(self, kind, error, traceback):
        if kind is None:
            if next(self.generator, self) is not self:
                raise RuntimeError("the generator yielded twice")
            return False
        try:
            self.generator.throw(kind, error, traceback)
        except StopIteration:
            return True
        except BaseException as raised:
            if raised is error:
                return False
            raise
        raise RuntimeError("the generator went on after an exception")


def context(function):
    @wraps(function)
    def make(*args, **kwargs):
        return GeneratorContext(function(*args, **kwargs))

    return make


@context
def section(title):
    print(f"<{title}>")
    try:
        yield title.upper()
    finally:
        print(f"</{title}>")


@context
def ignoring(*kinds):
    try:
        yield
    except kinds as error:
        print(f"  ignored {error!r}")


@context
def translated(kind, into):
    try:
        yield
    except kind as error:
        raise into(f"translated: {error}") from error


class Stack:
    """Holds any number of context managers and callbacks, and leaves them last in, first out."""

    def __enter__(self):
        self.exits = []
        return self

    def enter(self, manager):
        value = type(manager).__enter__(manager)
        self.exits.append(lambda *error: type(manager).__exit__(manager, *error))
        return value

    def callback(self, function, *args):
        self.exits.append(lambda *error: function(*args) and None)

    def __exit__(self, *details):
        pending = details
        while self.exits:
            try:
                if self.exits.pop()(*pending):
                    pending = (None, None, None)
            except BaseException as error:
                if error is not pending[1]:
                    error.__context__ = pending[1]
                pending = (type(error), error, error.__traceback__)
        if pending[1] is not None and pending[1] is not details[1]:
            raise pending[1]
        return details[0] is not None and pending[0] is None


class Resource:
    opened = []

    def __init__(self, name, fail=False):
        self.name, self.fail = name, fail

    def __enter__(self):
        if self.fail:
            raise OSError(f"cannot open {self.name}")
        self.opened.append(self.name)
        return self

    def __exit__(self, *error):
        self.opened.remove(self.name)
        print(f"  closed {self.name}" + (f" after {error[0].__name__}" if error[0] else ""))


def main():
    with section("plain") as name, ignoring(ZeroDivisionError):
        print(" ", name, 1 // 0)
    with (Resource("a") as a, Resource("b") as b):
        print(" ", a.name, b.name, Resource.opened)
    try:
        with Resource("c"), Resource("d", fail=True):
            print("never printed")
    except OSError as error:
        print("caught", error, Resource.opened)
    try:
        with translated(KeyError, ValueError):
            {}["key"]
    except ValueError as error:
        print("caught", repr(error), "from", repr(error.__cause__))
    with Stack() as stack:
        for letter in "xyz":
            stack.enter(Resource(letter))
        stack.callback(print, "  callback")
        print(" ", Resource.opened)
    with Stack() as stack:
        stack.enter(ignoring(RuntimeError))
        stack.enter(Resource("inner"))
        raise RuntimeError("swallowed by the stack")
    try:
        with Stack() as stack:
            stack.callback(lambda: [][1])
            raise KeyError("first")
    except IndexError as error:
        print("caught", repr(error), "while handling", repr(error.__context__))
    for attempt in range(3):
        with ignoring(ArithmeticError):
            if attempt == 1:
                continue
            print("attempt", attempt, 6 / (2 - attempt))
    print("still open:", Resource.opened)


if __name__ == "__main__":
    main()
