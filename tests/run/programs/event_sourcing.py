# Undo and redo, observers, commands with decorators, and a tiny query language.
from collections import namedtuple
from functools import wraps

Event = namedtuple("Event", "kind data")


def command(f):
    @wraps(f)
    def wrapper(self, *args):
        events = list(f(self, *args) or ())
        for e in events:
            self.apply(e)
        self.undone.clear()
        self.log.append(events)
        return self
    wrapper.is_command = True
    return wrapper


class Store:
    def __init__(self):
        self.items, self.log, self.undone, self.watchers = {}, [], [], []

    @command
    def add(self, name, count):
        if count <= 0:
            raise ValueError("count must be positive")
        yield Event("changed", (name, count))

    @command
    def remove(self, name, count):
        if self.items.get(name, 0) < count:
            raise KeyError(name)
        yield Event("changed", (name, -count))
        if self.items[name] == count:
            yield Event("sold out", (name,))

    @command
    def move(self, *pairs):
        for name, count in pairs:
            yield Event("changed", (name, count))

    def apply(self, event, direction=1):
        match event:
            case Event("changed", (name, n)):
                self.items[name] = self.items.get(name, 0) + n * direction
                if not self.items[name]:
                    del self.items[name]
        for w in self.watchers:
            w(event, direction)

    def undo(self):
        events = self.log.pop()
        for e in reversed(events):
            self.apply(e, -1)
        self.undone.append(events)

    def redo(self):
        events = self.undone.pop()
        for e in events:
            self.apply(e)
        self.log.append(events)

    def where(self, **tests):
        def fits(name, count):
            row = {"name": name, "count": count}
            for key, want in tests.items():
                field, _, op = key.partition("__")
                have = row[field]
                if not {"": lambda: have == want, "gt": lambda: have > want, "lt": lambda: have < want, "has": lambda: want in have, "in": lambda: have in want}[op]():
                    return False
            return True
        return sorted(n for n, c in self.items.items() if fits(n, c))


s = Store()
seen = []
s.watchers.append(lambda e, d: seen.append((e.kind[0], *e.data, d)))
s.add("apple", 5).add("pear", 2).add("apple", 3).remove("pear", 2).move(("fig", 4), ("apple", -1))
print(s.items, len(s.log))
for f, args in ((s.add, ("x", 0)), (s.remove, ("pear", 1)), (s.remove, ("apple", 100))):
    try:
        f(*args)
    except (ValueError, KeyError) as e:
        print(type(e).__name__, e, s.items)
s.undo(); print(s.items)
s.undo(); print(s.items)
s.redo(); print(s.items)
s.redo(); print(s.items)
s.undo()
s.add("kiwi", 1)
try:
    s.redo()
except IndexError as e:
    print(e)
print(seen)
print(s.where(count__gt=2), s.where(name__has="i"), s.where(name__in=("apple", "zzz"), count__lt=100), s.where(count=1), [m for m in dir(s) if getattr(getattr(s, m), "is_command", False)])
