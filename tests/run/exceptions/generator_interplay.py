# Exceptions that cross generators: handled state is per frame.
import sys


def gen():
    print("1", sys.exc_info()[0])
    try:
        yield "a"
    except ValueError as e:
        print("caught", e, "context", repr(e.__context__))
        yield "b"
        print("2", sys.exc_info()[0].__name__)
        raise
    finally:
        print("finally", sys.exc_info()[0] and sys.exc_info()[0].__name__)


g = gen()
try:
    raise KeyError("outer")
except KeyError:
    print(next(g), sys.exc_info()[0].__name__)
print(g.throw(ValueError("v")), sys.exc_info()[0])
try:
    try:
        raise IndexError("i")
    except IndexError:
        next(g)
except ValueError as e:
    print("out", e, repr(e.__context__))


def yields_in_except():
    for i in range(3):
        try:
            raise ValueError(i)
        except ValueError as e:
            yield e, sys.exc_info()[1] is e
        yield sys.exc_info()[0]


print([repr(x) for x in yields_in_except()])


def yields_in_finally():
    try:
        yield 1
        raise KeyError("k")
    finally:
        yield 2
        yield sys.exc_info()[0]


h = yields_in_finally()
print(next(h), next(h), next(h))
try:
    next(h)
except KeyError as e:
    print(repr(e))


def bare_raise():
    yield 1
    raise


b = bare_raise()
next(b)
try:
    raise ValueError("active")
except ValueError:
    try:
        next(b)
    except (RuntimeError, ValueError) as e:
        print(type(e).__name__, e)


def returns_value():
    try:
        yield
    finally:
        return "value"


r = returns_value()
next(r)
try:
    r.throw(ValueError("lost"))
except StopIteration as s:
    print(s.value, repr(s.__context__))


def loop():
    while True:
        try:
            x = yield
            print("got", 10 // x)
        except ZeroDivisionError:
            print("zero")
        except GeneratorExit:
            print("bye")
            return


l = loop()
next(l)
for x in (5, 0, 2):
    l.send(x)
l.close()
gens = [loop() for _ in range(3)]
for i, g in enumerate(gens):
    next(g)
    g.send(i)
gens.clear()
print("end")
