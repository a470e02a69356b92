# Augmented assignment: the in-place method first, then the plain one; the target is evaluated once.
class Value:
    def __init__(self, n):
        self.n = n

    def __iadd__(self, other):
        print("iadd", other)
        self.n += other
        return self

    def __mul__(self, other):
        print("mul", other)
        return Value(self.n * other)

    def __isub__(self, other):
        return NotImplemented

    def __sub__(self, other):
        print("sub after isub gave up")
        return Value(self.n - other)

    def __ior__(self, other):
        return "replaced"


class Everything:
    for name in "add sub mul truediv floordiv mod pow matmul and or xor lshift rshift".split():
        exec(f"def __i{name}__(self, other): return 'i{name} ' + str(other)")


v = w = Value(1)
v += 5
print(v is w, v.n)
v *= 3
print(v is w, v.n, w.n)
v -= 1
print(v.n)
v |= 1
print(v)
for op in "+= -= *= /= //= %= **= @= &= |= ^= <<= >>=".split():
    e = Everything()
    exec(f"e {op} 9")
    print(op, e)


def place(name, value):
    print("evaluated", name)
    return value


data = {"k": [1, 2]}
place("container", data)[place("key", "k")] += place("value", [3])
print(data)
items = [1, 2, 3]
alias = items
items += (4, 5)
items *= 2
print(items, alias is items)
text = other = "ab"
text += "c"
print(text, other)
t = ([1], 2)
try:
    t[0] += [9]
except TypeError as error:
    print(error, t)
n = 7
n **= 2; n //= 3; n %= 10; n <<= 4; n |= 3; n ^= 1; n &= 0xFE; n -= 5; n /= 2
print(n)


class Point:
    x = 1


p = Point()
p.x += 1
print(p.x, Point.x, vars(p))
s = {1, 2, 3}
s |= {4}; s &= {2, 3, 4}; s -= {2}; s ^= {4, 5}
print(sorted(s))
for source in ("n += 'a'", "items += 5", "s |= [1]", "text -= 1", "undefined += 1", "p.y += 1", "data['z'] += 1"):
    try:
        exec(source)
    except Exception as error:
        print(source, type(error).__name__, error)
