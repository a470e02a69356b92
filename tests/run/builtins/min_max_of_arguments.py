"""min and max of several arguments: order of comparison, ties, keys, and errors."""


class Seen:
    def __init__(self, n):
        self.n = n

    def __lt__(self, other):
        print(f"{self.n}<{other.n}", end=" ")
        return self.n < other.n

    def __gt__(self, other):
        print(f"{self.n}>{other.n}", end=" ")
        return self.n > other.n

    def __repr__(self):
        return f"Seen({self.n})"


a, b, c = Seen(2), Seen(1), Seen(3)
print(min(a, b, c), max(a, b, c), min([a, b, c]), max((a, b, c)))
print(min(1, 1.0), min(1.0, 1), max(1, True), max(True, 1), min(0.0, -0.0), max(-0.0, 0.0), min("b", "a"), max("b", "a", "c"))
nan = float("nan")
print(min(nan, 1.0), min(1.0, nan), max(nan, 1.0), max(1.0, nan), min(2, 1, key=None), min("bb", "a", key=len), max([1, 2], [1, 3]))
print(min(10**30, 5), max(-(10**30), 1.5), min((1, 2), (1, 1)), min([5], default=3), min([], default=3), max(3, 2**70, 7))
for wrong in (lambda: min(), lambda: min(1, "a"), lambda: max(1, 2, default=3), lambda: min([]), lambda: min(5), lambda: min(1, 2, what=3), lambda: max(None, 1), lambda: min(1, 2, key=3)):
    try:
        print(wrong())
    except (TypeError, ValueError) as error:
        print(type(error).__name__, error)
print(True + 1, True + True, False - True, True * 3, 7 // True, 7 % True, True / 2, True << 3, 5 >> True, True & 1, True & True, True | 2, True ^ True, True ^ 1, type(True & True), type(True & 1), True < 2, -True, True ** 2)
for a in (True, False, 2, 1.5):
    for b in (True, False, 3):
        print(a + b, a - b, a * b, a == b, a < b, end="; ")
print()
x = [0] * 10
x[::2] = [1, 2, 3, 4, 5]
x[::-3] = (6, 7, 8, 9)
print(x)
x[2:5] = x
print(x)
x[::2] = x[::2][::-1]
x[1:1] = ["in"]
x[5:] = []
x[:0] = x
print(x)
y = x
y[:] = y
y[::1] = y[:3]
print(y)
for wrong in (lambda: x.__setitem__(slice(None, None, 2), [1]), lambda: x.__setitem__(slice(0, 1), 5), lambda: x.__setitem__(slice(None, None, 2), 5)):
    try:
        wrong()
    except (TypeError, ValueError) as error:
        print(error)


class Noisy:
    def __del__(self):
        print("gone", end=" ")


z = [Noisy(), Noisy(), 1]
z[:2] = [2, 3, 4]
print(z)
source = [Noisy()]
z[::2] = source + [5]
print(len(source), source is not z)
