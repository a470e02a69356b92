# Iterator classes: chunks, peeking, cycling, round robin, flattening, unique, with and without length hints.
class Peek:
    def __init__(self, source):
        self.source, self.buffer = iter(source), []

    def __iter__(self):
        return self

    def __next__(self):
        return self.buffer.pop(0) if self.buffer else next(self.source)

    def peek(self, default=None):
        if not self.buffer:
            try:
                self.buffer.append(next(self.source))
            except StopIteration:
                return default
        return self.buffer[0]

    def __bool__(self):
        return self.peek(self) is not self


class Chunks:
    def __init__(self, source, n):
        self.source, self.n = source, n

    def __iter__(self):
        it = iter(self.source)
        while chunk := [x for _, x in zip(range(self.n), it)]:
            yield chunk

    def __length_hint__(self):
        return -(-len(self.source) // self.n)


class Unique:
    def __init__(self, source, key=lambda x: x):
        self.source, self.key = source, key

    def __iter__(self):
        seen = set()
        for x in self.source:
            k = self.key(x)
            if k not in seen:
                seen.add(k)
                yield x


class RoundRobin:
    def __init__(self, *sources):
        self.its = [iter(s) for s in sources]

    def __iter__(self):
        return self

    def __next__(self):
        while self.its:
            it = self.its.pop(0)
            for x in it:
                self.its.append(it)
                return x
        raise StopIteration


class Fib:
    def __init__(self, limit):
        self.limit = limit

    def __iter__(self):
        a, b = 0, 1
        while a < self.limit:
            yield a
            a, b = b, a + b

    def __contains__(self, n):
        return any(n == f for f in self)

    def __len__(self):
        return sum(1 for _ in self)


p = Peek("abc")
print(p.peek(), next(p), p.peek(), list(p), bool(p), p.peek("end"))
words = Peek("to be or not to be".split())
out = []
while words:
    w = next(words)
    if words.peek() == "be":
        w += " " + next(words)
    out.append(w)
print(out, list(Chunks(range(7), 3)), list(Chunks("", 2)), Chunks("abcde", 2).__length_hint__(), list(Unique([3, 1, 3, 2, 1])), list(Unique("aAbB", str.lower)), "".join(RoundRobin("abc", "d", "ef")), list(Fib(50)), 21 in Fib(100), 22 in Fib(100), len(Fib(1000)), max(Fib(10)), sorted(Fib(10), reverse=True))
a, b, *c = Fib(20)
print(a, b, c, [*Unique([1, 1])], dict(enumerate(Chunks("abcd", 2))), list(zip(Fib(5), Fib(100))), sum(Fib(4_000_000)) % 1000, list(map(list, Chunks("abc", 2))), next(iter(Fib(5))))


class Countdown:
    def __init__(self, n):
        self.n = n

    def __iter__(self):
        return self

    def __next__(self):
        self.n -= 1
        if self.n < 0:
            raise StopIteration
        return max(self.n, 0)

    def __length_hint__(self):
        return max(self.n, 0)


c = Countdown(3)
print(list(c), list(c), list(Countdown(2)), tuple(Countdown(0)))
for i in (it := Countdown(6)):
    if i == 3:
        break
print(it.n, [*it])
