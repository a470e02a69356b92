# Aliases, shallow copies, multiplied rows, default arguments: who sees a change.
a = [1, [2, 3]]
b, c, d, e, f = a, a[:], list(a), a.copy(), [*a]
a[1].append(4)
a.append(5)
print(a, b, c, d, e, f, b is a, c[1] is a[1])
rows = [[0] * 3] * 2
rows[0][0] = "x"
proper = [[0] * 3 for _ in range(2)]
proper[0][0] = "x"
print(rows, proper, rows[0] is rows[1])


def grow(item, bucket=[]):
    bucket.append(item)
    return bucket


first = grow(1)
second = grow(2)
print(first, second, first is second, grow(3, []), grow.__defaults__)
t = ([], {})
t[0].append(1)
t[1]["k"] = t
print(t[0], t[1]["k"] is t)
x = y = []
x += [1]
x = x + [2]
print(x, y)
l = [1, 2, 3]
l[0], l[1:], l = "a", ["b"], l + ["end"]
print(l)
m = [[i * 3 + j for j in range(3)] for i in range(3)]
print([list(r) for r in zip(*m)], [r[::-1] for r in m][::-1], [m[i][i] for i in range(3)], sum(sum(r) for r in m), [v for r in m for v in r if v % 2], max(m), min(map(max, m)), sorted(m, key=lambda r: -r[1]))
for r in m:
    r.insert(0, len(r))
    r[-1:] = r[-1:] * 2
print(m, [len(r) for r in m])
stack, queue = [], []
for op in "push 1;push 2;pop;push 3;pop;pop".split(";"):
    match op.split():
        case ["push", n]:
            stack.append(n)
            queue.insert(0, n)
        case ["pop"]:
            print(stack.pop(), queue.pop(), end=" ")
print()
n = []
n.append(n)
n.append([n, n[0]])
print(n, n[0][0][0] is n, len(n), n[1][0] == n if False else "cyclic")
del n[:]
z = list(range(10))
z[2:8:2] = "abc"
z[::-3] = [None] * 4
del z[1::3]
print(z, z.index(None), z.count(None), [i for i, v in enumerate(z) if v is None])
big = []
for i in range(5000):
    big.append(i)
    if i % 3 == 0:
        big.pop(0)
    if i % 100 == 0:
        big.reverse()
print(len(big), big[:5], sum(big))
