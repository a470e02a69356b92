import io


def t(f, *a):
    try:
        print(repr(f(*a)))
    except Exception as e:
        print(type(e).__name__, e)


b = io.BytesIO(b"abcdef")
print(b.getbuffer()[1:3].tobytes(), b.getbuffer().nbytes, len(b.getbuffer()))
s = io.StringIO("x")
s.close()
t(s.read)
t(s.write, "y")
b.close()
t(b.read)
t(b.getbuffer)
with open(__file__) as f:
    t(f.truncate)
with open(__file__, "rb") as f:
    t(f.truncate)
