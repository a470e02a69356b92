# Tuples: construction, operations, comparison, hashing, methods.
CASES = """
(), (1,), (1, 2), 1, 2
tuple(), tuple([1, 2]), tuple('ab'), tuple({1: 2}), tuple(x for x in (1, 2)), tuple(range(3)), tuple(((1,), [2]))
(1, 2) + (3,), (1,) * 3, 2 * (0, 1), (1, 2) * 0, () + (), (1, 2, 3)[1], (1, 2, 3)[-1], (1, 2, 3)[1:], (1, 2, 3)[::-1], (1, 2)[5:]
(1, 2).index(2), (1, 2, 1).count(1), (1, 2).index(1, 0, 1), len((1, 2)), 2 in (1, 2), max((3, 1)), sum((1, 2)), sorted((3, 1)), reversed((1,)).__class__.__name__
(1, 2) == (1, 2), (1, 2) < (1, 3), (1,) < (1, 0), () < (0,), (1, 2) == [1, 2], (1, 'a') > (1, 'A'), (1, 2) != (2, 1), (1,) == (1.0,)
hash((1, 2)) == hash((1, 2)), {(1, 2): 'x'}[1, 2], {((),): 1}[((),)], hash((1, (2, 3))) == hash((1, (2, 3)))
repr((1,)), repr(((1,), ())), str((1, 'a', None)), '%s %s' % (1, 2), f'{(1, 2)}', (1, 2).__class__, (1).__class__
(1, 2).__add__((3,)), (1,).__mul__(2), (1, 2).__contains__(1), (1, 2).__getitem__(0), (1, 2).__getnewargs__(), (1,).__rmul__(2)
(1, 2)[5]
(1, 2).index(3)
(1, 2) + [3]
(1, 2) * 'a'
(1, 2) < [1, 2]
(1, 'a') < (1, 2)
hash((1, []))
{(1, {}): 2}
tuple(5)
tuple(1, 2)
tuple(x=1)
t['a']
(1, 2).append(3)
t[1.0]
(1,) * 10**30
(1, 2).count()
"""
t = (1, 2)

for source in CASES.strip().splitlines():
    try:
        print(source, "->", repr(eval(source)))
    except Exception as error:
        print(source, "->", type(error).__name__, error)
for statement in ("t[0] = 1", "del t[0]", "t.x = 1", "t += [1]"):
    try:
        exec(statement)
    except (TypeError, AttributeError) as error:
        print(statement, error)
u = t
u += (3,)
u *= 2
print(u, t, tuple(t) is t, t[:] is t, (t + ()) == t)


class Pair(tuple):
    def __new__(cls, a, b):
        return super().__new__(cls, (a, b))

    first = property(lambda self: self[0])

    def __add__(self, other):
        return Pair(self[0] + other[0], self[1] + other[1])


p = Pair(1, 2)
p.note = "a dict of its own"
print(p, p + (10, 20), type(p + p).__name__, p.first, type(p[:]).__name__, p == (1, 2), hash(p) == hash((1, 2)), p.note, type(p * 2).__name__, tuple(p), type(tuple(p)).__name__)
a, *b = p
print(a, b, [x for x in p], dict([p]), "%d-%d" % p)
