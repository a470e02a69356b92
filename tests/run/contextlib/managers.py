"""contextlib: managers made from generators, closing, suppress, redirections, exit stacks, and the async forms."""

import contextlib
import io
import sys
from contextlib import *


# contextmanager: values, errors that are swallowed or pass, use as a decorator.
@contextmanager
def traced(x, swallow=False):
    "doc of cm"
    print("enter", x)
    try:
        yield x
    except ValueError as e:
        print("caught", e)
        if not swallow:
            raise
    finally:
        print("exit", x)


with traced(1) as v:
    print(v)
with traced(2, True):
    raise ValueError("q")
try:
    with traced(3):
        raise ValueError("w")
except ValueError as e:
    print("out", e, e.__context__)
try:
    with traced(3):
        raise KeyError("w")
except KeyError as e:
    print("out", e)
print(traced.__name__, traced.__doc__, traced(4).__doc__)


@traced(7)
def decorated():
    print("in f")
    return 9


print(decorated(), decorated())


# Generators that yield too little or too much.
@contextmanager
def yields_nothing():
    return
    yield


try:
    with yields_nothing():
        pass
except RuntimeError as e:
    print(e)


@contextmanager
def two():
    yield 1
    yield 2


try:
    with two():
        pass
except RuntimeError as e:
    print(e)


@contextmanager
def two():
    try:
        yield 1
    except:
        pass
    yield 2


try:
    with two():
        1 / 0
except RuntimeError as e:
    print(e, repr(e.__context__))
try:
    with traced(1):
        raise StopIteration("x")
except StopIteration as e:
    print(repr(e))


# closing, suppress, redirections and nullcontext.
class Closable:
    def close(self):
        print("closed")


with closing(Closable()) as c:
    print(type(c).__name__)
with suppress(ZeroDivisionError, KeyError):
    1 / 0
with suppress():
    pass
captured = io.StringIO()
with redirect_stdout(captured):
    print("hidden")
print(repr(captured.getvalue()))
with redirect_stderr(captured):
    print("x", file=sys.stderr)
print(repr(captured.getvalue()))
with nullcontext(5) as n:
    print(n)

# Exit stacks.
with ExitStack() as stack:
    for i in range(3):
        stack.enter_context(traced(i))
    stack.callback(print, "cb", sep="-")

    @stack.callback
    def done():
        print("done")

    stack.push(lambda *a: print("push", a))
try:
    with ExitStack() as stack:
        stack.push(lambda *a: print("got", a[0], a[1]))
        stack.callback(lambda: 1 / 0)
        raise ValueError("orig")
except ZeroDivisionError as e:
    print(repr(e), repr(e.__context__), repr(e.__context__.__context__))
with ExitStack() as stack:
    stack.push(lambda *a: True)
    raise ValueError("sw")
stack = ExitStack()
stack.callback(print, "later")
moved = stack.pop_all()
stack.close()
print("--")
moved.close()
try:
    ExitStack().enter_context(5)
except AttributeError as e:
    print(e)


# The abstract class.
class Manager(AbstractContextManager):
    def __exit__(self, *a):
        return None


with Manager() as a:
    print(type(a).__name__)
print(isinstance(Closable(), AbstractContextManager))
print(isinstance(open("/dev/null"), AbstractContextManager))
try:
    AbstractContextManager()
except TypeError as e:
    print(e)


# Async managers and stacks.
@asynccontextmanager
async def acm():
    print("a in")
    try:
        yield 3
    finally:
        print("a out")


async def main():
    async with acm() as x:
        print(x)
    async with AsyncExitStack() as stack:
        print(await stack.enter_async_context(acm()))
        stack.callback(print, "sync cb")

        async def co(*a):
            print("async cb", a)

        stack.push_async_callback(co, 1)
        stack.push_async_exit(co)
    try:
        async with acm():
            raise KeyError("k")
    except KeyError as e:
        print(repr(e))
    async with nullcontext(8) as q:
        print(q)


try:
    main().send(None)
except StopIteration:
    pass


# ContextDecorator.
class Decorating(ContextDecorator):
    def __enter__(self):
        print("De")
        return self

    def __exit__(self, *a):
        print("Dx", a[0])


@Decorating()
def doubled(a):
    return a * 2


print(doubled(4), doubled.__name__)
print(sorted(contextlib.__all__))
