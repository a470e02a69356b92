# Warnings that the compiler and the types give go to stderr, once for each place.
x = 5
if x is 5 or x is not "a":
    print("compared")
assert (x, "always true")
print("a" "b" if x is () else "other")
for _ in range(2):
    exec("x is 1")
    exec("[1, 2](3)", {}) if False else None
y = "\d" + b"\q".decode()
print(y)
f = lambda: (1)(2)
g = lambda: "text"["key"]


class IntSub:
    def __int__(self):
        return True

    def __index__(self):
        return True


class FloatSub(float):
    pass


class Floating:
    def __float__(self):
        return FloatSub(2.5)


print(int(IntSub()), [1, 2][IntSub()], float(Floating()))
