# Subclasses of set, elements with odd equality, and sets that change while iterated over.
class Tagged(set):
    tag = "t"

    def __repr__(self):
        return f"Tagged({sorted(self)})"


t = Tagged([3, 1])
print(t, t | {2}, type(t | {2}).__name__, type({2} | t).__name__, t.copy(), type(t.copy()).__name__, t == {1, 3}, t.tag, Tagged() == set(), type(t.union([5])).__name__)
t |= {9}
print(t, type(t).__name__, isinstance(t, set), sorted(t), len(t), 9 in t)


class Frozen(frozenset):
    def __new__(cls, items, name="n"):
        self = super().__new__(cls, items)
        self.name = name
        return self


f = Frozen([1, 2], name="fr")
print(f == {1, 2}, f.name, hash(f) == hash(frozenset([1, 2])), repr(f), type(f | {3}).__name__, type(f.copy()).__name__, {f: 1}[frozenset([2, 1])])


class Key:
    def __init__(self, n):
        self.n = n

    def __eq__(self, other):
        return self.n % 10 == other.n % 10

    def __hash__(self):
        return self.n % 10

    def __repr__(self):
        return f"K{self.n}"


s = {Key(1), Key(11), Key(2)}
s.add(Key(12))
print(len(s), sorted(k.n for k in s), Key(21) in s, len(s & {Key(31)}), len(s - {Key(2)}), [k.n for k in s & {Key(31)}], [k.n for k in {Key(31)} & s])
s = {1, 2, 3}
for change in (lambda: s.add(max(s) + 1), lambda: s.pop(), lambda: s.clear()):
    try:
        for x in s:
            change()
    except RuntimeError as error:
        print(error)
s = {1, 2}
for x in s:
    s.add(1)
    s.discard(99)
it = iter({5})
print(next(it), it.__length_hint__(), next(it, "done"), type(it).__name__)
nan = float("nan")
print(len({nan, nan}), nan in {nan}, {nan} == {nan}, len({0.0, -0.0, 0}), {()} == {()}, {frozenset()} == {frozenset()}, {1} == {1.0})


class Unhashable:
    def __eq__(self, other):
        return True


for item in (Unhashable(), [], {}, set(), bytearray(), slice(1)):
    try:
        {item}
    except TypeError as error:
        print(error)
