# s += t may grow a str in place: nothing that refers to the old text may ever see it change.
def build(n):
    s = ""
    for i in range(n):
        s += str(i)
        s += ","
    return s


def aliases():
    s = "start"
    s += "-a"
    t = s
    s += "-b"
    u = [s]
    s += "-c"
    d = {s: 1}
    s += "-d"
    print(t, u, d, s, d.get("start-a-b-c"), hash(t) == hash("start-a"), hash(s) == hash("start-a-b-c-d"))
    s += s
    print(s)
    s = s + "x" + t + "y"
    print(s, t)


def wide():
    s = "ab"
    for piece in ["c", "é", "d", "€", "e", "😀", "f", ""]:
        s += piece
    print(s, len(s), s[-1])


def mixed(x):
    s = "n"
    s += x
    try:
        s += 5
    except TypeError as e:
        print(e, s)
    s *= 2
    s += ("y" + x) + ("z" + x)
    return s


class S(str):
    def __radd__(self, other):
        return "radd"

    def __add__(self, other):
        return "add"


def closure():
    s = "c"

    def more():
        nonlocal s
        s += "!"
        return s
    return [more() for _ in range(3)]


def generator():
    s = "g"
    while len(s) < 4:
        s += "o"
        yield s


def swap(a, b):
    a += b
    b += a
    a, b = b + a, a
    return a, b


print(len(build(20000)), build(12))
aliases()
wide()
print(mixed("q"), closure(), list(generator()), swap("x" * 2, "y" * 2))
s = "plain"
s += S("s")
print(s, S("a") + "b", type(s))
text = "module"
for i in range(3):
    text += str(i)
    kept = text
print(text, kept)
name = "inter"
name += "ned"
print(name, {name: 1}["interned"], getattr(type("T", (), {"interned": 5}), name))
parts = []
line = "l"
for i in range(4):
    line += "x"
    parts.append(line)
print(parts)
