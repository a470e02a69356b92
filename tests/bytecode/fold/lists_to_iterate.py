# What is only iterated over, or searched by "in", may be a tuple or frozenset instead of a list or set.
for x in [1, 2, 3]:
    pass
for x in [a, b]:
    pass
for x in {1}:
    pass
for x in [*a]:
    pass
y = a in [1, 2], a not in {1}, a in [b, c], a == b in [1]
z = [i for i in [1, 2]]
w = [i for i in x for j in [i + 1] for k in [1]]
