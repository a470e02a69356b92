# Subclasses of list, and which operations give back plain lists.
class Stack(list):
    def push(self, x):
        self.append(x)
        return self

    def __getitem__(self, i):
        return ("item", i) if isinstance(i, str) else super().__getitem__(i)

    def __len__(self):
        return 42

    def __repr__(self):
        return f"Stack({list.__repr__(self)})"


s = Stack([1, 2]).push(3)
s.label = "mine"
print(s, len(s), s["x"], s[0], s[1:], type(s[1:]).__name__, type(s + [1]).__name__, type(s * 2).__name__, type(s.copy()).__name__, s.label, s == [1, 2, 3], [1, 2, 3] == s)
print(sorted(s, reverse=True), list(s), [*s], sum(s), 2 in s, s.index(3), bool(Stack()), isinstance(s, list), json if (json := s.pop()) else None, s)
s += [8]
s *= 2
print(s, type(s).__name__, max(s), tuple(s), s[::-1], f"{s}", str(s), "%s" % s)


class Init(list):
    def __init__(self, n):
        super().__init__(range(n))
        self.n = n


print(Init(3), Init(3).n, Init(2) + Init(2), Init(3) == [0, 1, 2], hash(Stack) is not None)


class Noisy(list):
    def append(self, x):
        print("append", x)
        super().append(x)

    def __iter__(self):
        return iter(["from", "iter"])

    def __contains__(self, x):
        return x == "everything"


n = Noisy()
n.append(1)
n.extend([2, 3])
n += [4]
print(n, list(n), [*n], "everything" in n, 2 in n, tuple(n), len(n), [x for x in n], ",".join(n), sorted(n), list.__iter__(n).__next__())
try:
    hash(n)
except TypeError as error:
    print(error)
