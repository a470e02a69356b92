# memoryview: looking at and changing the memory of another object.
data = bytearray(b"abcdefgh")
m = memoryview(data)
print(m[0], m[-1], bytes(m[2:5]), len(m), m.tolist(), m.tobytes(), m.readonly, m.format, m.itemsize, m.ndim, m.shape, m.strides, m.nbytes, m.contiguous, m.c_contiguous)
m[0] = 65
m[1:3] = b"XY"
m[::4] = b"??" if len(m[::4]) == 2 else b""
print(data, bytes(m[::2]), bytes(m[::-1]), m[::2].contiguous, m[::2].strides, m == data, m[1:3] == b"XY", m == memoryview(bytes(data)))
view = m[2:6]
view[0] = 0
print(data, list(view), 101 in view, view.obj is data, type(m).__name__, [chr(c) for c in view[1:]])
r = memoryview(b"readonly")
print(r.readonly, hash(r) == hash(b"readonly"), r.hex(), r.hex("-", 2), r.toreadonly().readonly, m.toreadonly().readonly, bytes(reversed(r)), r.tobytes("C"))
for statement in ("r[0] = 1", "m[0] = 256", "m[0] = 'a'", "m[100]", "m['a']", "m[0:2] = b'abc'", "hash(m)", "memoryview('text')", "memoryview()", "memoryview(5)", "m[1.5]", "data.append(1)", "data.clear()", "data += b'x'",
                  "del data[0]", "del m[0]", "m < m", "m.x", "m[:, 0]", "m[0, 0]", "r + r"):
    try:
        exec(statement)
        print(statement, "worked")
    except Exception as error:
        print(statement, type(error).__name__, error)
data[0] = 1
view.release(); m.release()
data.append(9)
print(data)
for statement in ("m[0]", "len(m)", "m.tolist()", "bytes(m)", "m == r", "m.release()", "m.format"):
    try:
        exec("print(" + statement + ")")
    except ValueError as error:
        print(statement, error)
with memoryview(data) as w:
    print(w[0])
try:
    w[0]
except ValueError as error:
    print(error)
