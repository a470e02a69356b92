"""`for a, b in ...` over enumerate, zip and dict items, where no tuple need ever be made."""
import sys


class Target:
    pass


t, d = Target(), {}
for t.index, d["item"] in enumerate("ab", start=-1):
    print(t.index, d)
for t.index, (a, b) in enumerate(zip("xy", [1, 2])):
    print(t.index, a, b)
for i, x in enumerate([], 5):
    print("never")
else:
    print("else")
for i, x in enumerate("ab", 2**63 - 1):
    print(i, x)
for i, x in enumerate("ab", 10**30):
    print(i, x)


def counted(n):
    for i in range(n):
        print("make", i)
        yield i
    print("end")


for a, b in zip(counted(2), counted(1)):
    print(a, b)
for a, b in zip(counted(1), counted(3)):
    print(a, b)
for pair in ([1], [1, 2]), ([1, 2], [1]):
    try:
        for a, b in zip(*pair, strict=True):
            print(a, b)
    except ValueError as error:
        print(error)
for a, b in zip("ab", "cd", strict=True):
    print(a, b)
try:
    for a, b in zip("ab", "cd", "ef"):
        print(a, b)
except ValueError as error:
    print(error)
try:
    for a, b, c in zip("ab", "cd"):
        print(a, b, c)
except ValueError as error:
    print(error)
table = {"one": 1, "two": 2, "three": 3}
for key, value in table.items():
    print(key, value)
    table[key] = value * 10
print(table)
try:
    for key, value in table.items():
        table["new" + key] = value
except RuntimeError as error:
    print(error)
table = {1: 1, 2: 2}
try:
    for key, value in table.items():
        del table[key]
        table[key + 10] = value
except RuntimeError as error:
    print(error)
items = table.items()
iterator = iter(items)
for key, value in iterator:
    table.clear()
    break
try:
    next(iterator)
except RuntimeError as error:
    print(error)


class Bad:
    def __init__(self):
        self.left = 2

    def __iter__(self):
        return self

    def __next__(self):
        if not self.left:
            raise KeyError("inner")
        self.left -= 1
        return self.left


try:
    for i, x in enumerate(Bad()):
        print(i, x)
except KeyError as error:
    print(repr(error), error.__traceback__.tb_lineno)
try:
    for a, b in zip([1, 2, 3], Bad()):
        print(a, b)
except KeyError as error:
    print(repr(error))


class Sub(enumerate):
    def __next__(self):
        i, x = super().__next__()
        return x, i


for a, b in Sub("pq"):
    print(a, b)


class Items(dict):
    def items(self):
        return [("not", "it")]


for a, b in Items(x=1).items():
    print(a, b)
for pair in enumerate("ab"):
    kept = pair
    print(pair)
pairs = list(enumerate("abc"))
print(pairs, [id(a) == id(b) for a, b in zip(pairs, pairs)])
kept = []
for i, item in enumerate([[], []]):
    kept.append(item)
print(sys.getrefcount(kept[0]))


class Noisy:
    def __del__(self):
        print("gone")


def fresh():
    for _ in range(2):
        yield Noisy()


for i, x in enumerate(fresh()):
    print("have", i)
del x
for i, x in zip(range(1), fresh()):
    del x
print("zip done")
print([(i, c) for i, c in enumerate("ab")], {k: v for k, v in zip("ab", range(2))})
for i, (j, k) in enumerate({"a": 1}.items()):
    print(i, j, k)
