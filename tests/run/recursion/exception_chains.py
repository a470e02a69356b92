# Chains of a hundred thousand exceptions: built, followed, dropped.
error = None
for i in range(100_000):
    new = ValueError(i)
    new.__context__ = error
    error = new
depth = 0
e = error
while e is not None:
    depth += 1
    e = e.__context__
print(depth)
error = new = None
print("context dropped")
for i in range(100_000):
    new = KeyError(i)
    new.__cause__ = error
    error = new
error = new = None
print("cause dropped")


def nested(n):
    try:
        raise ValueError(n)
    except ValueError:
        if n:
            nested(n - 1)
        else:
            raise KeyError("innermost")


try:
    nested(200)
except KeyError as e:
    count = 0
    c = e.__context__
    while c is not None:
        count += 1
        c = c.__context__
    print(e, count)
e = None
for i in range(20_000):
    try:
        raise IndexError(i) from e
    except IndexError as caught:
        e = caught
print(e.args, e.__cause__.args)
e = caught = None if "caught" in globals() else None
print("done")
