# send, throw, close, return values and the state of generators.
def echo():
    received = []
    while True:
        try:
            value = yield len(received)
        except ValueError as error:
            received.append(f"caught {error}")
        except GeneratorExit:
            print("closing", received)
            raise
        else:
            received.append(value)
            if value == "stop":
                return received


g = echo()
print(type(g).__name__, g.gi_running, g.gi_frame is not None, g.gi_code.co_name, g.__name__, g.__qualname__, iter(g) is g, g.gi_yieldfrom)
try:
    g.send("too early")
except TypeError as error:
    print(error)
print(next(g), g.send("a"), next(g), g.throw(ValueError("v")), g.throw(ValueError, "w"), g.throw(ValueError), g.send(5))
try:
    g.send("stop")
except StopIteration as stop:
    print(stop.value, stop.args)
print(next(g, "finished"), g.gi_frame, list(g))
for f in (lambda: next(g), lambda: g.send(1), lambda: g.throw(KeyError("after end")), lambda: g.close()):
    try:
        print(f())
    except BaseException as error:
        print(type(error).__name__, error)
h = echo()
next(h)
h.send(1)
print(h.close(), h.close())
i = echo()
print(i.close(), next(i, "never started"))
j = echo()
try:
    j.throw(IndexError("before start"))
except IndexError as error:
    print(error, j.gi_frame)


def stubborn():
    while True:
        try:
            yield
        except GeneratorExit:
            print("ignoring")
            yield "still here"
            return


s = stubborn()
next(s)
try:
    s.close()
except RuntimeError as error:
    print(error)


def reenter():
    yield next(me)


me = reenter()
try:
    next(me)
except ValueError as error:
    print(error)


def stops():
    yield 1
    raise StopIteration("inside")


st = stops()
next(st)
try:
    next(st)
except RuntimeError as error:
    print(error, repr(error.__cause__))


def returns_early():
    return 5
    yield


try:
    next(returns_early())
except StopIteration as stop:
    print(stop.value)
k = echo()
next(k)
for args in ((), (5,), (ValueError, "x", 5), ("text",), (ValueError("a"), "b"), (int,), (None,)):
    try:
        print(k.throw(*args))
    except Exception as error:
        print(type(error).__name__, error)
    if k.gi_frame is None:
        k = echo()
        next(k)
for source in ("g.gi_frame = 1", "g.gi_running = 1", "g.__name__ = 5", "g.__name__ = 'renamed'", "g.nope", "g.x = 1", "type(g)()", "k.send()", "k.send(1, 2)", "k.close(1)", "len(g)", "g[0]", "next(5)"):
    try:
        exec(source)
        print(source, "worked")
    except Exception as error:
        print(source, type(error).__name__, error)
print(repr(g).split(" at")[0], g.__name__)
k.close()
