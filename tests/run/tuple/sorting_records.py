# Tuples as records: sorting by several keys, grouping, unpacking in loops, swapping, comparing.
people = [("Ada", 36, "math"), ("Grace", 85, "navy"), ("Alan", 41, "math"), ("Edsger", 72, "math"), ("Barbara", 36, "lang")]
print(sorted(people), sorted(people, key=lambda p: p[1]), sorted(people, key=lambda p: (p[2], -p[1])), max(people, key=lambda p: p[1]), min(people)[0])
by = {}
for name, age, field in people:
    by.setdefault(field, []).append((age, name))
for field, members in sorted(by.items()):
    print(field, *sorted(members), sum(a for a, _ in members) / len(members))
names, ages, fields = zip(*people)
print(names, sum(ages), sorted(set(fields)), dict(zip(names, ages)), list(zip(names, ages[1:])), [n for n, *_ in people], [(i, n) for i, (n, *_) in enumerate(people, 1)])
a, b, c = 1, 2, 3
a, b, c = c, a, b
print(a, b, c, (a, b) < (b, a), (1, 2, 3) < (1, 2, 3, 0), (1, "b") < (1, "c"), ((1, 2), 3) < ((1, 3), 0), () < (1,), (1, [2]) == (1, [2]), (0.0, 1) == (False, True))
t = (1, 2, 3, 2)
print(t.count(2), t.index(2), t.index(2, 2), t[1:-1], t + (4,), t * 2, 3 in t, len(t), t[::-1], tuple(x * x for x in t), sum(t), *t, sep=", ")
nested = (1, (2, (3, (4,))))
depth = 0
while isinstance(nested, tuple):
    head, *rest = nested
    nested = rest[0] if rest else None
    depth += 1
print(depth, hash((1, 2)) == hash((1, 2)), {(0, 0): "origin"}[0, 0], isinstance((), tuple), (1,) + () == (1,), tuple("ab") + tuple(range(2)), ((),) * 2, (None,) * 3)


def stats(*numbers):
    return min(numbers), max(numbers), sum(numbers) / len(numbers)


low, high, mean = stats(3, 1, 2)
(lo, hi), avg = stats(5)[:2], stats(5)[2]
print(low, high, mean, lo, hi, avg, "%d to %d" % stats(1, 2)[:2], "{} {} {}".format(*stats(1, 2, 6)), divmod(17, 5)[1], stats(*range(10))[2])
matrix = ((1, 2), (3, 4))
print(tuple(zip(*matrix)), tuple(map(sum, matrix)), [x for row in matrix for x in row], matrix[1][0], tuple(tuple(x + 1 for x in row) for row in matrix))
try:
    matrix[0][0] = 5
except TypeError as e:
    print(e)
print(sorted([(2, "x"), (1, "y"), (2, "a")], reverse=True), sorted([("b", 2), ("a", 2), ("c", 1)], key=lambda p: p[1]), sorted(zip([3, 1, 2], "cab")))
