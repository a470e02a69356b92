# slice objects: attributes, indices(), comparison, and user classes that receive them.
CASES = """
slice(5), slice(1, 5), slice(1, 5, 2), slice(None), slice('a', None, [1]), slice(5).start, slice(5).stop, slice(1, 2, 3).step
slice(2, 8, 2).indices(5), slice(None, None, -1).indices(5), slice(-3, None).indices(5), slice(10, -10, -3).indices(5), slice(None).indices(0), slice(1, 2**70).indices(2**65), slice(-100, 100).indices(7)
slice(1, 2) == slice(1, 2), slice(1) < slice(2), slice(1, 2, 3) != slice(1, 2), slice(None) == slice(None, None, None), repr(slice(1, 'x')), slice(1).__reduce__()
slice()
slice(1, 2, 3, 4)
slice(x=1)
slice('a').indices(5)
slice(1, 2, 0).indices(5)
slice(1).indices(-1)
slice(1).indices('a')
hash(slice(1))
{slice(1): 2}
slice(1).indices()
"""

for source in CASES.strip().splitlines():
    try:
        print(source, "->", repr(eval(source)))
    except Exception as error:
        print(source, "->", type(error).__name__, error)


class Echo:
    def __getitem__(self, key):
        return key

    def __setitem__(self, key, value):
        print("set", key, value)

    def __delitem__(self, key):
        print("del", key)

    def __class_getitem__(cls, key):
        return ("class", key)


e = Echo()
print(e[1], e[1:2], e[:], e[::2], e[1:2, 3], e[..., 1:2:3], e[()], e[1,], e["a":"b"], e[None:], e[-1], e[(1, 2)], e[x := 5], e[lambda: 0].__class__.__name__, Echo[int], Echo[1:2])
e[0] = 1
e[1:2] = e[3:] = "x"
e[1, 2:3] = 5
e["k"] += "!"
del e[0], e[::2], e["a", 1]
i = 0
e[i], i = 5, 1
i, e[i] = 7, 8
