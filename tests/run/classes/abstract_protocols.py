# Vectors, stacks, matrices, intervals and temperatures: small classes that lean on operators.
class Interval:
    def __init__(self, low, high):
        if low > high:
            low, high = high, low
        self.low, self.high = low, high

    def __contains__(self, x):
        return self.low <= x <= self.high

    def __and__(self, o):
        low, high = max(self.low, o.low), min(self.high, o.high)
        return Interval(low, high) if low <= high else None

    def __or__(self, o):
        return Interval(min(self.low, o.low), max(self.high, o.high))

    def __len__(self):
        return int(self.high - self.low)

    def __bool__(self):
        return self.low != self.high

    def __iter__(self):
        return iter(range(self.low, self.high + 1))

    def __eq__(self, o):
        return (self.low, self.high) == (o.low, o.high)

    def __lt__(self, o):
        return self.high < o.low

    def __add__(self, n):
        return Interval(self.low + n, self.high + n)

    __radd__ = __add__

    def __iadd__(self, n):
        self.low += n
        self.high += n
        return self

    def __neg__(self):
        return Interval(-self.high, -self.low)

    def __matmul__(self, o):
        return [(a, b) for a in self for b in o]

    def __getitem__(self, i):
        if isinstance(i, slice):
            return list(self)[i]
        if not 0 <= i <= len(self):
            raise IndexError(f"{i} outside of {self!r}")
        return self.low + i

    def __call__(self, f):
        return [f(x) for x in self]

    def __repr__(self):
        return f"[{self.low}..{self.high}]"

    def __format__(self, spec):
        return f"{self.low:{spec}}-{self.high:{spec}}"

    def __hash__(self):
        return hash((self.low, self.high))

    def __reversed__(self):
        return iter(range(self.high, self.low - 1, -1))

    def __round__(self, n=0):
        return Interval(round(self.low, -n), round(self.high, -n))

    def __divmod__(self, n):
        return self.low // n, self.high // n

    def __rsub__(self, n):
        return n + -self

    def __enter__(self):
        return iter(self)

    def __exit__(self, kind, *rest):
        return kind is StopIteration


a, b = Interval(1, 5), Interval(7, 4)
print(a, b, 3 in a, 9 in a, a & b, a & Interval(8, 9), a | b, len(a), bool(Interval(2, 2)), list(a), a == Interval(5, 1), a < Interval(6, 7), a + 10, 10 + a, -a, a @ Interval(0, 1), a[2], a[1:3], a(lambda x: x * x))
print(f"{a:03}", "{:>4}".format(b), {a: 1}[Interval(1, 5)], list(reversed(b)), round(Interval(12, 47), 1), divmod(b, 2), 100 - a, sorted([Interval(9, 9), b, Interval(0, 1)]), max(a), sum(b), dict(zip(a, b)), [*a, *b], a is not b)
c = a
c += 3
print(a, c is a)
with Interval(1, 2) as it:
    while True:
        print(next(it), end=" ")
print("left")
for f in (lambda: a[9], lambda: a - 1, lambda: a * 2, lambda: a <= b, lambda: a < 5):
    try:
        print(f())
    except Exception as error:
        print(type(error).__name__, error)
