# Slices of lists: read, assigned and deleted.
def fresh():
    return list(range(10))


for s in (slice(2, 5), slice(None, None, 3), slice(-3, None), slice(8, 2, -2), slice(5, 2), slice(-100, 100), slice(100, None), slice(None, None, -1), slice(0, 0), slice(None, -11, -1)):
    a = fresh()
    taken = a[s]
    del a[s]
    print(s, taken, a)
    a = fresh()
    a[s] = ["x"] * len(taken)
    print("   ", a)
a = fresh()
a[2:4] = "abcd"
a[:0] = [-1]
a[len(a):] = (99,)
a[5:5] = iter(["i"])
a[1:2] = []
print(a)
a[3:1] = ["between"]
a[-2:] = a
a[::2] = range(len(a[::2]))
print(a)
b = [1, 2, 3]
b[:] = b[::-1]
b[1:1] = b
print(b, b[:], b[:] is b, b[-1:], b[:-1], b[True:], b[1:None], [1, 2, 3][slice(None)], b[-1], b[0])
del b[:]
print(b)
for statement in ("a[::2] = [1]", "a[1:2] = 5", "a[::0]", "a[::0] = []", "del a[::0]", "a['x':]", "a[1.0:]", "a[100]", "a[100] = 1", "del a[100]", "a[None]", "a['k']", "a[1, 2]", "a[1.5] = 2", "del a['x']", "a[::-1] = []", "a[10**30]", "a[-10**30:10**30] = [7]", "a[[]]"):
    try:
        exec(statement)
        print(statement, a)
    except Exception as error:
        print(statement, type(error).__name__, error)


class Index:
    def __index__(self):
        return 1


print([5, 6, 7][Index()], [5, 6, 7][Index():], [5, 6, 7][:Index()], [5, 6, 7][::Index()])
