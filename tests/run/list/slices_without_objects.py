"""Cutting lists, tuples and strs by plain bounds, and everything else that a subscript with a colon may do."""


class Index:
    def __init__(self, n):
        self.n = n

    def __index__(self):
        print("index", self.n)
        return self.n


class Odd(list):
    def __getitem__(self, key):
        return "odd", key


class Text(str):
    pass


class Pair(tuple):
    pass


bounds = [None, 0, 1, 2, 5, 6, 99, -1, -3, -6, -99, 2**61, -(2**61), 2**70, -(2**70), True]
for whole in ([0, 1, 2, 3, 4, 5], (0, 1, 2, 3, 4, 5), "abcdef", "abc\xe9\u1234\U0001f600", b"abcdef", bytearray(b"abcdef"), range(6), Text("abcdef"), Pair("abcdef"), [], (), ""):
    rows = []
    for start in bounds:
        row = []
        for stop in bounds:
            part = whole[start:stop]
            row.append(len(part))
            assert part == whole[start:stop:1] and type(part) is type(whole[start:stop:1]), (whole, start, stop)
            assert list(part) == [whole[i] for i in range(*slice(start, stop).indices(len(whole)))]
        rows.append(sum(row))
    print(rows, whole[:], whole[1:], whole[:-1], whole[::-1])
t, s, l = (1, 2, 3), "abc", [1, 2, 3]
print(t[:] is t, s[:] is s, l[:] is l, t[0:99] is t, s[-3:] is s, Pair(t)[:] == t, type(Pair(t)[:]), type(Text(s)[:]))
print(Odd([1])[1:2], [1, 2, 3][Index(1):Index(3)], "abcd"[: Index(2)])
for bad in ("a", 1.0, [], object):
    for whole in ([1], (1,), "a", b"a"):
        try:
            whole[bad:]
        except TypeError as error:
            print(error)
try:
    bounds[1][1:2]
except TypeError as error:
    print(error)
try:
    {}[1:2]
except TypeError as error:
    print(error)
try:
    print([1, 2, 3][missing:])
except NameError as error:
    print(error)


class Noisy:
    def __del__(self):
        print("gone")


def temporary():
    return [Noisy(), 1, 2]


print(temporary()[1:])
x = temporary()
x = x[1:]
print(x)
x = x[1:]
print(x, "abc"[1:][1:], (1, 2, 3, 4)[1:-1][0])
y = [[1, 2, 3], [4, 5, 6]]
z = y[1][1:]
print(z, y[0][:2], [row[1:] for row in y], y[:][0] is y[0])
l = list(range(6))
l[1:3] = "xyz"
print(l)
l[:2] = []
del l[1:3]
print(l, l[0:1] + l[-1:])
