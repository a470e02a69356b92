# Generators as coroutines: broadcasting, filters, tail -f, state machines, trampolines.
from functools import wraps


def primed(f):
    @wraps(f)
    def start(*a, **k):
        g = f(*a, **k)
        next(g)
        return g
    return start


@primed
def printer(prefix):
    try:
        while True:
            print(prefix, (yield))
    except GeneratorExit:
        print(prefix, "closed")


@primed
def grep(pattern, target):
    try:
        while True:
            line = yield
            if pattern in line:
                target.send(line)
    finally:
        target.close()


@primed
def broadcast(*targets):
    while True:
        item = yield
        for t in targets:
            t.send(item)


p = printer("p:")
b = broadcast(grep("a", p), grep("b", printer("q:")))
for word in ("apple", "bob", "cab", "dog"):
    b.send(word)
b.close()
del b
print("--")


@primed
def machine():
    state, log = "idle", []
    while True:
        event = yield state
        new = {("idle", "start"): "running", ("running", "pause"): "paused", ("paused", "start"): "running", ("running", "stop"): "idle"}.get((state, event))
        if new is None:
            log.append(event)
            if len(log) > 2:
                return log
            continue
        state = new


m = machine()
print([m.send(e) for e in ("start", "pause", "stop", "start", "nonsense", "stop")])
try:
    m.send("bad")
except StopIteration as stop:
    print(stop.value)


class Trampoline:
    def __init__(self):
        self.stack = []

    def run(self, g):
        self.stack, value = [g], None
        while self.stack:
            try:
                result = self.stack[-1].send(value)
            except StopIteration as stop:
                self.stack.pop()
                value = stop.value
            except Exception as error:
                self.stack.pop()
                if not self.stack:
                    raise
                try:
                    result = self.stack[-1].throw(error)
                except StopIteration as stop:
                    self.stack.pop()
                    value = stop.value
                    continue
                value = None
                self.stack.append(result)
                continue
            else:
                value = None
                self.stack.append(result)
        return value


def fact(n):
    return 1 if n == 0 else n * (yield fact(n - 1))


def safe(n):
    try:
        return (yield divide(10, n))
    except ZeroDivisionError:
        return "infinite"


def divide(a, b):
    return a // b
    yield


t = Trampoline()
print(t.run(fact(20)), len(str(t.run(fact(1000)))), t.run(safe(5)), t.run(safe(0)))
try:
    t.run(divide(1, 0))
except ZeroDivisionError as error:
    print(error)


def producer(n):
    for i in range(n):
        got = yield i
        if got:
            print("producer got", got)


def consumer(source):
    for x in source:
        print("consumed", x)
        if x == 1:
            print(source.send("skip ahead"))


consumer(producer(5))


def running(f, start):
    while True:
        start = f(start, (yield start))


r = running(lambda a, b: a * 10 + b, 0)
next(r)
print([r.send(d) for d in (2, 0, 2, 1)])
