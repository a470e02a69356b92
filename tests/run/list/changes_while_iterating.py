# Iterators look at the list as it is when they are asked.
a = [1, 2, 3, 4]
for x in a:
    print(x, end=" ")
    if x < 3:
        a.append(x + 10)
    if x == 2:
        a.remove(3)
print(a)
a = [1, 2, 3]
it = iter(a)
print(next(it), it.__length_hint__())
a.clear()
print(list(it), it.__length_hint__())
a.extend([7, 8, 9, 10])
print(list(it), next(it, "exhausted for good"))
r = reversed(a)
print(next(r), r.__length_hint__())
del a[2:]
print(list(r), a)
b = [0]
for x in b:
    if x < 5:
        b += [x + 1]
print(b)
c = [1, 2, 3]
for i, x in enumerate(c):
    c[i] = x * 10
print(c, [c.pop() for _ in range(2)], c)
e = list(range(6))
for x in e[:]:
    if x % 2:
        e.remove(x)
print(e)
e[:] = (x for x in e if x)
print(e)
it = iter([1, 2, 3])
print([*it, *it], list(zip(*[iter(range(6))] * 2)), 2 in (it := iter([1, 2, 3])), list(it))
