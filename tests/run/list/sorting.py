# sort and sorted: stability, keys, reverse, errors, and lists that change while being sorted.
class Item:
    def __init__(self, key, tag):
        self.key, self.tag = key, tag

    def __lt__(self, other):
        return self.key < other.key

    def __repr__(self):
        return f"{self.key}{self.tag}"


items = [Item(i * 7 % 4, t) for i, t in enumerate("abcdefghij")]
print(sorted(items), sorted(items, reverse=True), sorted(items, key=lambda i: -i.key), sorted(items, key=lambda i: i.tag, reverse=True))
for data in ([], [1], [2, 1], [3, 1, 2], list(range(70)), list(range(70, 0, -1)), [i * 37 % 101 for i in range(150)], [i % 5 for i in range(100)], [0.5, -1, True, 2**70, -0.0, 0]):
    a = sorted(data)
    b = sorted(data, reverse=True)
    print(a[:6], b[:6], all(x <= y for x, y in zip(a, a[1:])), all(x >= y for x, y in zip(b, b[1:])), len(a))
words = "the quick Brown fox Jumps over the lazy dog".split()
print(sorted(words), sorted(words, key=str.lower), sorted(words, key=len), sorted(words, key=lambda w: (len(w), w), reverse=True), sorted(words, key=None))
pairs = [(2, "b"), (1, "z"), (2, "a"), (1, "a")]
pairs.sort()
print(pairs, sorted(pairs, key=lambda p: p[1]), sorted({3: "c", 1: "a"}), sorted("hello"), sorted({3, 1, 2}), sorted([[2], [1, 5], []]), sorted(x * x for x in (-3, 1, 2)))
calls = 0


def key(x):
    global calls
    calls += 1
    return x % 10


print(sorted(range(25), key=key), calls)
comparisons = 0


class Counting(int):
    def __lt__(self, other):
        global comparisons
        comparisons += 1
        return int(self) < int(other)


for data in (range(100), range(100, 0, -1), [i * 37 % 101 for i in range(100)], [1] * 50, [*range(50), *range(50)]):
    comparisons = 0
    sorted(map(Counting, data))
    print("comparisons:", comparisons)
a = [3, 2, 1]


def spoiler(x):
    a.append(x)
    return x


try:
    a.sort(key=spoiler)
except ValueError as error:
    print(error, a)


class Angry:
    def __lt__(self, other):
        raise RuntimeError("no comparing")


b = [Angry(), Angry(), 5]
for f in (lambda: b.sort(), lambda: sorted([1, None]), lambda: sorted([3, "a", 2]), lambda: sorted(5), lambda: sorted([1], key=lambda x: x.nope), lambda: sorted(), lambda: sorted([1], 2), lambda: sorted([1j, 2j]), lambda: sorted([1], key=3), lambda: sorted([{}, {}])):
    try:
        print(f())
    except Exception as error:
        print(type(error).__name__, error)
print(len(b), [4, 2].sort(), sorted([1j]), sorted([float("nan")] * 1 + [1])[-1])
