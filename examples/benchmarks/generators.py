"""Generators: pipelines, recursion with yield from, send(), and comprehensions."""


def count_to(limit):
    n = 0
    while n < limit:
        yield n
        n += 1


def evens(source):
    for n in source:
        if n % 2 == 0:
            yield n


def pairs(source):
    last = None
    for n in source:
        if last is not None:
            yield last, n
        last = n


class Tree:
    def __init__(self, low, high):
        self.value = (low + high) // 2
        self.left = Tree(low, self.value) if low < self.value else None
        self.right = Tree(self.value + 1, high) if self.value + 1 < high else None

    def __iter__(self):
        if self.left:
            yield from self.left
        yield self.value
        if self.right:
            yield from self.right


def averager():
    total = count = 0
    average = 0
    while True:
        total += yield average
        count += 1
        average = total // count


def permutations(items):
    if not items:
        yield ()
    for i, item in enumerate(items):
        for rest in permutations(items[:i] + items[i + 1:]):
            yield (item, *rest)


print(sum(b * a % 7 for a, b in pairs(evens(count_to(1_200_000)))))
tree = Tree(0, 40_000)
print(sum(1 for _ in tree), sum(value * i % 11 for i, value in enumerate(tree)))
average = averager()
next(average)
print(sum(average.send(n) for n in range(400_000)))
print(sum(p[0] * p[-1] for p in permutations((1, 2, 3, 4, 5, 6, 7))))
print(sum(x * y for x in range(600) for y in range(x) if (x + y) % 3))
