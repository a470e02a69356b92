# What happens when a dict changes under its iterators.
def attempt(change, view=lambda d: d):
    d = {1: "a", 2: "b", 3: "c"}
    seen = []
    try:
        for x in view(d):
            seen.append(x)
            change(d, len(seen))
    except RuntimeError as error:
        print(seen, error, d)
    else:
        print(seen, d)


attempt(lambda d, n: d.__setitem__(n + 10, 0))
attempt(lambda d, n: d.pop(2, None))
attempt(lambda d, n: d.__setitem__(1, "changed"))
attempt(lambda d, n: d.clear())
attempt(lambda d, n: (d.pop(n), d.__setitem__(n + 100, 1)) if n == 1 else None)
attempt(lambda d, n: d.update({4: 4}) if n == 3 else None)
attempt(lambda d, n: d.__delitem__(3) if n == 3 else None)
attempt(lambda d, n: d.popitem() if n == 1 else None, dict.items)
attempt(lambda d, n: d.setdefault(9), dict.values)
attempt(lambda d, n: d.pop(1, None), reversed)
d = {1: 1, 2: 2}
it = iter(d)
print(next(it), it.__length_hint__(), type(it).__name__, type(iter(d.values())).__name__, type(iter(d.items())).__name__, type(reversed(d)).__name__)
d[3] = 3
for _ in range(2):
    try:
        print(next(it))
    except (RuntimeError, StopIteration) as error:
        print(type(error).__name__, error)
for key in list(d):
    if key % 2:
        del d[key]
print(d)


class Evil:
    def __init__(self, n):
        self.n = n

    def __hash__(self):
        return 1

    def __eq__(self, other):
        table.pop("victim", None)
        return isinstance(other, Evil) and self.n == other.n


table = {}
table = {Evil(1): "one", "victim": 0, Evil(2): "two"}
print(table.get(Evil(2)), len(table), Evil(3) in table, table[Evil(1)])


class Raises:
    def __hash__(self):
        return hash("k")

    def __eq__(self, other):
        raise ValueError("no equality")


for f in (lambda: {"k": 1}[Raises()], lambda: {"k": 1, Raises(): 2}, lambda: Raises() in {"k": 1}, lambda: {"k": 1}.get(Raises())):
    try:
        print(f())
    except ValueError as error:
        print("ValueError", error)
