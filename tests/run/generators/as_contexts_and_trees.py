# Trees and parsers as generators; generators in classes; lazy merging; sliding state.
class Tree:
    def __init__(self, items=()):
        self.root = None
        for x in items:
            self.add(x)

    def add(self, x):
        if self.root is None:
            self.root = [x, None, None]
            return
        node = self.root
        while True:
            side = 1 if x < node[0] else 2
            if node[side] is None:
                node[side] = [x, None, None]
                return
            node = node[side]

    def __iter__(self):
        def walk(node):
            if node:
                yield from walk(node[1])
                yield node[0]
                yield from walk(node[2])
        return walk(self.root)

    def levels(self):
        row = [self.root] if self.root else []
        while row:
            yield [n[0] for n in row]
            row = [c for n in row for c in n[1:] if c]

    @property
    def leaves(self):
        stack = [self.root]
        while stack:
            n = stack.pop()
            if n:
                if n[1] is n[2] is None:
                    yield n[0]
                stack += [n[2], n[1]]


t = Tree([5, 2, 8, 1, 9, 3])
print(list(t), list(t.levels()), list(t.leaves), 8 in t, sum(t), max(t), [*t, *t][:7], list(Tree()))


def merge(*sources):
    its = [iter(s) for s in sources]
    heads = []
    for it in its:
        for x in it:
            heads.append((x, len(heads), it))
            break
    while heads:
        heads.sort()
        x, i, it = heads.pop(0)
        yield x
        for y in it:
            heads.append((y, i, it))
            break


print(list(merge([1, 4, 7], range(0, 10, 3), Tree([2, 6]))), list(merge()), list(merge([], [1])))


def tokens(text):
    number = ""
    for c in text + " ":
        if c.isdigit():
            number += c
            continue
        if number:
            yield int(number)
            number = ""
        if not c.isspace():
            yield c


def evaluate(stream):
    def term():
        value = yield from factor()
        while ops and ops[-1] in "*/":
            op = ops.pop()
            right = yield from factor()
            value = value * right if op == "*" else value / right
        return value

    def factor():
        value = next(stream)
        if value == "(":
            value = yield from total()
        ops.append(next(stream, ")"))
        yield f"read {value}"
        return value

    def total():
        value = yield from term()
        while ops and ops[-1] in "+-":
            op = ops.pop()
            right = yield from term()
            value = value + right if op == "+" else value - right
        ops.pop()
        return value

    ops = []
    return (yield from total())


def run(text):
    steps, g = [], evaluate(tokens(text))
    while True:
        try:
            steps.append(next(g))
        except StopIteration as stop:
            return stop.value, len(steps)


print(list(tokens("12+3 *(4)")), [run(t) for t in ("1+2*3", "(1+2)*3", "8/4/2", "2*(3+4)-5", "7")])


class Counter:
    def __init__(self, n):
        self.n = n

    def up(self):
        for self.i in range(self.n):
            yield self.i

    __iter__ = up


c = Counter(3)
g, h = c.up(), iter(c)
print(next(g), next(h), next(g), c.i, list(g), list(h), [x * c.i for x in c])


def primes():
    yield 2
    found = []
    n = 3
    while True:
        if all(n % p for p in found if p * p <= n):
            found.append(n)
            yield n
        n += 2


def until(limit, source):
    for x in source:
        if x > limit:
            return
        yield x


def zigzag(rows):
    for i, row in enumerate(rows):
        yield from (reversed(row) if i % 2 else row)


print(list(until(40, primes())), list(zigzag([[1, 2], [3, 4], [5, 6]])), sum(until(1000, primes())))
