def f(a, b):
    r = []
    if a == b: r.append(1)
    if a != b: r.append(2)
    if not a == b: r.append(3)
    if a + "" == b: r.append(4)
    if a == b + "": r.append(5)
    if a + "" == b + "": r.append(6)
    if a[:1] != b[:1]: r.append(7)
    if a == "abc": r.append(8)
    if a[1:] == "bc": r.append(9)
    while a != b:
        a = b
        r.append(10)
    return r
import gc
ab = "".join(["a", "b", "c"])
print(f("abc", ab), f("abc", "abd"), f("", ""), f("é", "é"), f("é", "a"), f("中", "中"), f("abc", "中"))
class S(str):
    def __eq__(self, o): return True
    def __hash__(self): return 1
print(f(S("x"), "y"), f("y", S("x")))
for i in range(100000):
    s = str(i)
    if s == "77": print(s)
    if str(i) == str(99999 - i): print("half")
    if str(i)[0] != "9" and s == str(i): pass
t = 0
for c in "hello world" * 1000:
    if c == "o": t += 1
    elif c != "l": t += 2
print(t)
import sys
a = "xyz" * 3; n = sys.getrefcount(a)
for i in range(100):
    if a == "xyzxyzxyz": pass
    if a != a[:9]: pass
    if a[:] == a: pass
    if (a, a)[0] == (a, 1)[0]: pass
print(sys.getrefcount(a) - n)
