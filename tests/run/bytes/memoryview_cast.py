# memoryview.cast: the same memory as other items and shapes.
m = memoryview(bytearray(range(16)))
for format in "bBhHiIlLqQ":
    v = m.cast(format)
    print(format, v.itemsize, v.shape, v.strides, v.tolist()[:4])
print(m.cast("d").tolist() == m.cast("d").tolist(), m.cast("c")[0:2].tolist(), m.cast("?").tolist()[:3])
h = m.cast("H")
h[0] = 65535
h[1:3] = h[2:4]
print(m.tolist(), h.tolist())
g = m.cast("B", [4, 4])
print(g.ndim, g.shape, g.strides, g.tolist(), g[1, 2], g[3, -1], len(g), g.nbytes, g.cast("B").shape)
g[0, 0] = 9
f = memoryview(bytearray(16)).cast("f")
f[0] = 1.5
d = f.cast("B").cast("d")
print(f.tolist(), bytes(f)[:4], d[0], f == f.tolist(), f.cast("B")[:4].tobytes())
i = memoryview(bytearray(8)).cast("i")
i[0] = -5
print(i.tolist(), i.tobytes(), i == memoryview(bytearray(8)).cast("i"), i.cast("B") == i)
for statement in ("m.cast('z')", "m.cast('hh')", "m[:3].cast('H')", "m.cast('H').cast('I')", "m[::2].cast('H')", "h[0] = 65536", "h[0] = -1", "h[0] = 1.5", "f[0] = 'a'", "i[0] = 2**40", "m.cast('B', [3, 4])",
                  "m.cast('B', 5)", "m.cast(5)", "m.cast('c')[0] = 5", "g[0]", "g[0, 9]", "g[1:2]", "m.cast('B', [0, 4])", "m.cast('@H')[0]"):
    try:
        exec(statement)
        print(statement, "worked")
    except Exception as error:
        print(statement, type(error).__name__, error)
