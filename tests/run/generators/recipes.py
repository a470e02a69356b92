# Generators put to use: pipelines, state machines, infinite streams, permutations, interleaving.
import itertools


def naturals(n=1):
    while True:
        yield n
        n += 1


def primes():
    seen = {}
    for n in naturals(2):
        step = seen.pop(n, None)
        if step is None:
            yield n
            seen[n * n] = n
        else:
            m = n + step
            while m in seen:
                m += step
            seen[m] = step


def take(n, it):
    for _, x in zip(range(n), it):
        yield x


def average():
    total, n, value = 0, 0, None
    while True:
        x = yield value
        total, n = total + x, n + 1
        value = total / n


def window(it, n):
    buffer = []
    for x in it:
        buffer.append(x)
        if len(buffer) == n:
            yield tuple(buffer)
            del buffer[0]


def interleave(*its):
    its = [iter(i) for i in its]
    while its:
        for i in its[:]:
            try:
                yield next(i)
            except StopIteration:
                its.remove(i)


def permutations(items):
    if len(items) <= 1:
        yield list(items)
        return
    for p in permutations(items[1:]):
        for i in range(len(items)):
            yield p[:i] + [items[0]] + p[i:]


def flatten(x):
    for y in x:
        if isinstance(y, (list, tuple)):
            yield from flatten(y)
        else:
            yield y


def parser():
    tokens, current = [], ""
    while (c := (yield)) is not None:
        if c == " ":
            tokens.append(current)
            current = ""
        else:
            current += c
    return tokens + [current]


def scheduler(*tasks):
    queue = list(tasks)
    while queue:
        task = queue.pop(0)
        try:
            yield next(task)
        except StopIteration as stop:
            yield f"done: {stop.value}"
        else:
            queue.append(task)


def task(name, n):
    for i in range(n):
        yield f"{name}{i}"
    return name


print(list(take(12, primes())), list(window("abcde", 3)), list(interleave("abc", [1], range(5, 7))), len(list(permutations([1, 2, 3, 4]))), list(flatten([1, [2, (3, [4])], []])))
a = average()
next(a)
print([a.send(x) for x in (10, 20, 60)])
p = parser()
next(p)
for c in "to be or":
    p.send(c)
try:
    p.send(None)
except StopIteration as stop:
    print(stop.value)
print(list(scheduler(task("a", 2), task("b", 1), task("c", 3))), sum(itertools.islice(naturals(), 100)))
print(list(zip(naturals(), "abc")), dict(zip("xy", naturals(5))), max(take(5, naturals())), [*take(3, naturals(7))], sorted(take(4, (x * 7 % 10 for x in naturals()))), 50 in naturals(), next(x for x in naturals() if x * x > 500))
