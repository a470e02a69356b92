# memoryview: indexing, slicing, casts, assignment, release.
def show(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__, e)


data = bytearray(b"abcdefgh")
m = memoryview(data)
r = memoryview(b"abcdefgh")
for f in [lambda: m[0], lambda: m[-1], lambda: m[-9], lambda: m[8], lambda: m["x"], lambda: m[...], lambda: m[()], lambda: m[10**30], lambda: m[1:3].tobytes(), lambda: m[::2].tolist(), lambda: m[::-1].tobytes(), lambda: m[::-2][1:].tolist(), lambda: m[5:2].tolist(),
          lambda: m.cast("H").tolist(), lambda: m.cast("H").shape, lambda: m.cast("H", [2, 2]).tolist(), lambda: m.cast("H", [2, 3]), lambda: m.cast("z"), lambda: m.cast("HH"), lambda: m.cast("@I").format, lambda: m[::2].cast("H"), lambda: m.cast("H").cast("I"), lambda: m.cast("H").cast("B").tolist(),
          lambda: m.cast("B", [2, 4])[0], lambda: m.cast("B", [2, 4])[0, 1], lambda: m.cast("B", [2, 4])[0, 9], lambda: m.cast("B", [2, 4])[0, 1, 2], lambda: m.cast("B", [2, 4])[0:1].tolist(), lambda: m.cast("B", (2, 2, 2)).tolist(), lambda: m.cast("B", [2, 4]).strides, lambda: m.cast("c").tolist(), lambda: m.cast("?").tolist(), lambda: m.cast("b").tolist(), lambda: m.cast("i").tolist(), lambda: m.cast("Q").tolist(), lambda: m.cast("f").tolist(), lambda: m.cast("d").tolist(),
          lambda: m.cast("B", []), lambda: m.cast("B", 5), lambda: m.cast("B", [0, 8]), lambda: m.cast("B", ["x"]), lambda: m.cast(5), lambda: m[:3].cast("H"), lambda: memoryview(b"a").cast("B", []).tolist(), lambda: memoryview(b"a").cast("B", [])[()], lambda: memoryview(b"a").cast("B", [])[0],
          lambda: r.readonly, lambda: m.readonly, lambda: m.toreadonly().readonly, lambda: r.__setitem__(0, 1), lambda: m.__setitem__(0, 300), lambda: m.__setitem__(0, "x"), lambda: m.__setitem__(9, 1), lambda: m.__setitem__(slice(0, 2), b"xyz"), lambda: m.__setitem__(slice(0, 2), "xy"), lambda: m.__delitem__(0),
          lambda: (m.nbytes, m.itemsize, m.ndim, m.shape, m.strides, m.suboffsets, m.format, m.c_contiguous, m.f_contiguous, m.contiguous), lambda: (m[::2].nbytes, m[::2].strides, m[::2].contiguous), lambda: len(m.cast("B", [2, 4])), lambda: list(m.cast("B", [2, 4])),
          lambda: m == r, lambda: m == b"abcdefgh", lambda: m != b"x", lambda: m == 5, lambda: m.cast("H") == m, lambda: m.cast("B", [2, 4]) == m, lambda: m < r, lambda: hash(r) == hash(b"abcdefgh"), lambda: hash(m), lambda: r[::2] == b"aceg", lambda: memoryview(memoryview(b"a")).obj, lambda: m.obj is data,
          lambda: m.hex(), lambda: m.hex(":", 2), lambda: m[::2].hex(), lambda: m.tobytes("F"), lambda: m.tobytes(order=None), lambda: m.tobytes("X"), lambda: m.cast("B", [2, 4]).tobytes("F"), lambda: list(m), lambda: list(reversed(m)), lambda: 97 in m, lambda: bytes(m[2:4]), lambda: bytearray(m[::-1]), lambda: b"-".join([m[:1], m[1:2]]), lambda: memoryview(5), lambda: memoryview("a"), lambda: memoryview(object=b"k").tolist(), lambda: memoryview()]:
    show(f)
m[0] = 65
m[1:3] = b"BC"
m[-2:] = memoryview(b"xy")
m[::4] = bytearray(b"--")
m.cast("H")[1] = 0x4142
m.cast("B", [2, 4])[1, 0] = 33
m.cast("b")[3] = -1
m.cast("c")[5] = b"c"
m.cast("?")[6] = 5
print(data)
show(lambda: m.cast("b").__setitem__(0, -129)), show(lambda: m.cast("f").__setitem__(0, "x")), show(lambda: m.cast("c").__setitem__(0, 5)), show(lambda: m.cast("c").__setitem__(0, b"xx"))
show(lambda: data.append(1)), show(lambda: data.clear()), show(lambda: data.__delitem__(0)), show(lambda: data.__setitem__(slice(0, 1), b"xyz"))
data[0] = 1
print(m[0])
with memoryview(b"x") as w:
    print(w[0])
for f in [lambda: w[0], lambda: w.tobytes(), lambda: len(w), lambda: w.obj, lambda: w == w, lambda: w == b"x", lambda: w.__enter__(), lambda: w.release(), lambda: hash(w), lambda: memoryview(w), lambda: bytes(w)]:
    show(f)
print(repr(w).startswith("<released memory at "), repr(m).startswith("<memory at "))
m.release()
del f, w
data = bytearray(b"ab")
v = memoryview(data)
part = v[1:]
v.release()
show(lambda: data.append(1))
part.release()
data.append(1)
print(data)
