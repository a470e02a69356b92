# Three constants or more are extended into a list from a tuple.
a = [1, 2]
b = [1, 2, 3]
c = {1: 2, 3: 4}
d = {1: 2, x: 3}
e = {**a, 1: 2, **b}
f = [*a, b]
g = (*a, b)
