# collections.deque: both ends, rotation, bounds, errors.
from collections import deque

d = deque([1, 2, 3])
d.append(4); d.appendleft(0); d.extend([5, 6]); d.extendleft("ab")
print(d, len(d), d[0], d[-1], d[3], d.pop(), d.popleft(), d, 3 in d, d.index(2), d.count(1))
d.rotate(2)
print(d)
d.rotate(-3)
print(d, list(reversed(d)), d.copy(), d == d.copy(), d.copy() is d)
d[1] = "x"
del d[0]
d.insert(2, "ins")
d.remove("ins")
d.reverse()
print(d, d * 2, d + deque("z"), deque("ab") < deque("ac"), deque() == [], bool(deque()), deque([1]) == deque([1]), deque("a").__repr__())
b = deque(range(5), maxlen=3)
b.append(9); b.appendleft(7)
print(b, b.maxlen, d.maxlen, deque([], 0), deque("abc", maxlen=2), b.extend([1, 2, 3, 4]), b, b * 2, deque(b, maxlen=2))
b += "q"
b *= 2
print(b, deque(x for x in "gen"), deque(deque([1])), deque({1: 2}), deque(iterable="kw", maxlen=5))
b.clear()
print(b, deque(range(3)).index(2, 1), [*deque("ab")])
r = deque()
r.append(r)
print(r)
CASES = """
deque().pop()
deque().popleft()
deque([1])[5]
deque([1])['a']
deque([1])[0:1]
deque([1]).remove(2)
deque([1]).index(2)
deque(5)
deque([], -1)
deque([], 'a')
deque([1], maxlen=1).insert(0, 2)
deque().rotate('a')
hash(deque())
deque() + []
deque() < []
deque([]).maxlen
deque([1], 2, 3)
deque().__class__, deque('ab').__len__(), deque('ab').__contains__('a'), [*iter(deque('ab'))], deque('ab').__getitem__(1), deque('a').__reduce__()[1:], deque('ab').__copy__(), deque([3, 1]).__length_hint__ if False else None
"""

for source in CASES.strip().splitlines():
    try:
        print(source, "->", repr(eval(source)))
    except Exception as error:
        print(source, "->", type(error).__name__, error)
d = deque([1, 2, 3])
try:
    for x in d:
        d.append(x)
except RuntimeError as error:
    print(error)
d.maxlen == None
try:
    d.maxlen = 5
except AttributeError as error:
    print(error)


class Sub(deque):
    pass


s = Sub([1, 2], 5)
s.note = "n"
print(s, s.note, type(s.copy()).__name__, type(s + s).__name__)
q = deque()
for i in range(10000):
    q.append(i)
    if i % 3 == 0:
        q.popleft()
print(len(q), q[0], q[-1], q[len(q) // 2], sum(q))
