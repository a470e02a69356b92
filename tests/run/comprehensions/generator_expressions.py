# Generator expressions: laziness, scope of the first iterable, use as an only argument.
def source():
    for i in range(3):
        print("make", i)
        yield i


lazy = (x * 2 for x in source())
print("built")
print(next(lazy), next(lazy))
lazy.close()
print(list(lazy))
data = [1, 2, 3]
g = (x for x in data if x in data)
data.append(4)
first = next(g)
data = [3]
print(first, list(g))
print(sum(i for i in range(4)), max((i for i in (3, 9, 2)), default=0), sorted((c for c in "hello"), reverse=True), dict((k, k * 2) for k in range(2)), ",".join(str(i) for i in range(3)), any(i == 2 for i in range(9)), all(i for i in ()))
print(g.__name__, g.__qualname__, g.gi_frame, g.gi_running, g.gi_code.co_name, g.gi_yieldfrom, g.gi_code.co_varnames)


def outer(n):
    return (i + n for i in range(n))


print(list(outer(3)), outer(2).__qualname__, [*outer(2), *outer(1)], tuple(outer(2)), set(outer(3)) == {3, 4, 5})
a = (i for i in range(10))
print([next(a) for _ in range(3)], 5 in a, list(a))
pairs = ((x, y) for x in range(3) for y in "ab" if x)
print(next(pairs), list(pairs))
nested = ((i * j for j in range(i)) for i in range(4))
print([list(row) for row in nested])
total = sum(len(w) for line in ["a bb", "ccc"] for w in line.split())
print(total)


class Gen:
    n = 2
    values = list(x for x in range(n))


print(Gen.values)
try:
    list(1 // (2 - i) for i in range(4))
except ZeroDivisionError as error:
    print(error)
h = (print("evaluated now") or x for x in [print("at once")])
print(list(h))
