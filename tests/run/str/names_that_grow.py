"""`s += t` where the name holds the str too: modules, class bodies, globals, cells; whoever else has the str keeps it."""
s = ""
for i in range(5):
    s += "ab"
print(s)
t = s
for i in range(3):
    s += "c"
    if i == 1:
        u = s
print(s, t, u)
s = s + "d"
s = s + s
print(s, t)
kept = []
s = "x" * 20
for i in range(4):
    kept.append(s)
    s += str(i)
print(kept, s)
d = {"k": s}
for i in range(3):
    s += "!"
print(d, s, {s: 1}[s], hash(s) == hash("".join(list(s))))
s = "\xe9"
for i in range(3):
    s += "z"
    s += "\u1234"
print(ascii(s))


class Body:
    text = ""
    for i in range(4):
        text += "cd"
        copy = text
    text += "e"


print(Body.text, Body.copy)
g = ""


def in_globals():
    global g
    for i in range(4):
        g += "ef"
    h = g
    g += "!"
    return h


print(in_globals(), g)


def in_cell():
    text = ""

    def add(more):
        nonlocal text
        for i in range(3):
            text += more
        return text

    first = add("gh")
    second = add("i")
    text += "own"
    return first, second, text


print(in_cell())
n = 1
for i in range(3):
    n += "x" if i > 5 else 2
print(n)
s = "start" * 3
for i in range(4):
    try:
        s += 1 if i == 2 else "p"
    except TypeError as error:
        print(error)
print(s)


class Text(str):
    def __add__(self, other):
        return Text("<" + str(self) + "+" + other + ">")


w = Text("w")
for i in range(2):
    w += "v"
print(w, type(w).__name__)


class Loud(dict):
    def __setitem__(self, key, value):
        print("set", key, value)
        super().__setitem__(key, value)

    def __getitem__(self, key):
        return super().__getitem__(key)


exec("q = 'a'\nfor i in range(3): q += 'b'\n", {}, Loud())
space = {"__builtins__": __builtins__}
exec("q = 'aaa'\nfor i in range(3): q += 'b'\nr = q\nq += 'c'", space)
print(space["q"], space["r"], sorted(space)[1:])
exec("def f():\n    global q\n    q += 'd'\nfor i in range(4): f()", space)
print(space["q"], space["r"])
a = b = "same" * 2
for i in range(3):
    a += "1"
    b += "2"
print(a, b)
x = ["p" * 9]
for i in range(3):
    x[0] += "q"
print(x)
s = "z" * 9
for i in range(3):
    s += s
print(len(s))
s = "m" * 9
del_me = s
del del_me
for i in range(3):
    s += "n"
    del i
print(s, "i" in globals())
