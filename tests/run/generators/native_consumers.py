"""Generators that native code goes through: sum, list, any, next, send, zip, unpacking; frames, errors and ends as ever."""
import sys


def count(n, log=None):
    try:
        for i in range(n):
            yield i
    finally:
        if log is not None:
            log.append("closed")


log = []
print(sum(count(5, log)), list(count(3, log)), any(x > 1 for x in count(5, log)), all(x < 2 for x in count(5, log)), log)
print(next(count(0), "default"), max(count(4)), sorted(count(3), reverse=True), tuple(zip(count(2), count(3))), dict(enumerate(count(2))))
a, *b = count(4)
print(a, b, [*count(2), *count(1)], {**{str(k): k for k in count(2)}})
for a, b, c in zip(count(3), "abc", (x * x for x in count(9))):
    print(a, b, c)
for a, b, c in zip(count(1, log), "abc", count(9, log)):
    print(a, b, c)
for (a,) in zip(count(2)):
    print(a)
for a, b, c, d in zip("ab", "cd", "e", count(5, log)):
    print(a, b, c, d)
try:
    for a, b, c in zip("ab", "c", "de", strict=True):
        print(a, b, c)
except ValueError as error:
    print(error)


def fails(n):
    yield n
    raise KeyError(n)


for consume in (sum, list, any, sorted, lambda g: [x for x in g], lambda g: list(zip(g, "ab")), lambda g: ",".join(map(str, g))):
    try:
        consume(fails(0))
    except KeyError as error:
        print(repr(error), error.__traceback__.tb_next.tb_frame.f_code.co_name)


def echo():
    received = None
    while True:
        try:
            received = yield received
        except ValueError as error:
            received = str(error)


g = echo()
print(next(g), [g.send(n) for n in range(3)], g.throw(ValueError("thrown")), g.send("after"), g.gi_frame.f_locals)
frame = g.gi_frame
print(g.send(1), frame is g.gi_frame, frame.f_locals, frame.f_lineno)
g.close()
print(g.gi_frame, frame.f_locals)


def outside():
    yield sys._getframe(1).f_code.co_name
    yield sys.exc_info()[0]


def caller():
    return list(outside())


print(caller())
try:
    raise OSError
except OSError:
    print(next(x for x in outside() if x is OSError))


def nested(n):
    if n:
        yield from (x + 1 for x in nested(n - 1))
    else:
        yield 0


print(list(nested(30)), sum(nested(50)))


def itself():
    yield 1
    yield sum(me)


me = itself()
try:
    print(list(me))
except ValueError as error:
    print(error)


class Noisy:
    def __del__(self):
        print("gone")


def noisy():
    local = Noisy()
    yield 1
    yield 2


print(next(noisy()))
print(sum(noisy()))
g = noisy()
next(g)
g = None
print("end")


def stop_inside():
    yield 1
    next(iter(()))


try:
    sum(stop_inside())
except RuntimeError as error:
    print(error, type(error.__cause__))
for kind in (str, tuple, dict.keys):
    pass
for x in "a\xe9\u1234\U0001f600":
    print(ascii(x), end=" ")
for x in (1, "two", None):
    print(x, end=" ")
d = {"a": 1, "b": 2}
for k in d:
    print(k, end=" ")
for v in d.values():
    print(v, end=" ")
for x in reversed(d):
    print(x, end=" ")
print()
for loop in (d, d.values(), d.items()):
    try:
        for x in loop:
            d[x, len(d)] = 0
    except RuntimeError as error:
        print(error)
it = iter("ab")
for x in it:
    break
print(list(it), list(it), next(iter(()), "none"))
