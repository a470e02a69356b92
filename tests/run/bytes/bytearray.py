# What only bytearray can: change.
def show(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__, e)


a = bytearray(b"abc")
a.append(100)
a.extend(b"ef")
a.extend([103, 104])
a.extend(range(105, 107))
a += b"kl"
a += bytearray(b"m")
a.insert(0, 33)
a.insert(-1, 63)
a.insert(100, 46)
print(a, len(a), a.pop(), a.pop(0), a.pop(-2), a)
a.remove(98)
a.reverse()
print(a, a.copy() == a, a.copy() is a)
a[0] = 65
a[1:3] = b"xyz"
a[-1:] = []
a[2:2] = bytearray(b"__")
a[::3] = b"#" * len(a[::3])
print(a)
del a[0], a[-1]
del a[1:3]
del a[::2]
print(a)
a *= 3
print(a, a * 0)
a[1:4] = a
print(a)
a.clear()
print(a, bool(a))
for f in [lambda: bytearray(b"a").append(256), lambda: bytearray(b"a").append("x"), lambda: bytearray(b"a").extend("ab"), lambda: bytearray(b"a").extend(5), lambda: bytearray(b"a").extend([300]), lambda: bytearray().pop(), lambda: bytearray(b"a").pop(3),
          lambda: bytearray(b"a").remove(5), lambda: bytearray(b"a").remove(300), lambda: bytearray(b"a").insert(0, -1), lambda: bytearray(b"abc").__setitem__(9, 1), lambda: bytearray(b"abc").__setitem__(0, 256), lambda: bytearray(b"abc").__setitem__(0, b"x"),
          lambda: bytearray(b"abc").__setitem__("x", 1), lambda: bytearray(b"abc").__setitem__(slice(0, 2), 5), lambda: bytearray(b"abc").__setitem__(slice(0, 2), "xy"), lambda: bytearray(b"abc").__setitem__(slice(0, 3, 2), b"x"), lambda: bytearray(b"abc").__delitem__(5),
          lambda: bytearray(b"a").__iadd__("x"), lambda: bytearray(b"a").__imul__("x"), lambda: bytearray(b"abc").__reduce__(), lambda: bytearray(b"abc").__reduce_ex__(4), lambda: bytearray(b"abc").__reduce_ex__(2)]:
    show(f)
it = iter(bytearray(b"abc"))
print(next(it), it.__length_hint__(), list(it), list(it))


class B(bytearray):
    def __init__(self, *args):
        super().__init__(*args)
        self.extra = 1


b = B(b"xy")
print(type(b), b, b.extra, type(b + b""), type(b[:1]), repr(b))
