# Equality, ordering, containment and text of lists, also of lists that contain themselves.
print([1, 2] == [1, 2], [1, 2] == (1, 2), [1] < [1, 0], [2] > [1, 9], [] < [0], [1, "a"] == [1.0, "a"], [1] != [1], [[1]] == [[1]], [None] == [None])
print([1, [2, 3]] < [1, [2, 4]], [1, 2] <= [1, 2], [3] >= [3, 0], [1] in [[1]], 1 in [[1]], "a" in ["abc"], None in [0, None])
a = [1]
a.append(a)
print(a, repr(a), a in a, a[1] is a, str([a]), len(a[1][1][1]))
b = [1, {"k": [2, (3,)]}, "q", 1.5, None, b"z", {4}, ...]
b[1]["k"].append(b)
print(b)
t = ([],)
t[0].append(t)
print(t, [t])
d = {}
d["d"] = d
d["l"] = [d]
print(d)


class Odd:
    def __eq__(self, other):
        print("asked")
        return True

    def __repr__(self):
        return "<odd>"


o = Odd()
print([o] == [o], [o] == [5], 7 in [o], [o, 1].index(9), [1, o].count(2), [o].remove(3), [o])
for source in ("[1] < ['a']", "[1] < (1,)", "[None] < [None, 1]", "[None] < [1]", "[[1]] < [['a']]"):
    try:
        print(source, eval(source))
    except TypeError as error:
        print(source, error)
x = []
x.append(x)
y = []
y.append(y)
try:
    x == y
except RecursionError as error:
    print("RecursionError", str(error)[:32])
