# range objects: sequence operations, comparison, huge ranges.
CASES = """
range(5), range(2, 5), range(0, 10, 3), range(5, 0, -2), range(0), range(3, 1), list(range(-3, 3)), list(range(10, 0, -3)), list(range(True, 3))
len(range(10)), len(range(0, 10, 3)), len(range(10, 0, -3)), len(range(0)), bool(range(0)), bool(range(1)), range(5).start, range(5).stop, range(5).step
range(10)[3], range(10)[-1], range(10)[2:5], range(10)[::-1], range(10)[::3], range(0, 20, 2)[3:7:2], range(10)[5:2], range(10)[-3:], range(3)[10:], range(10)[8:2:-2]
3 in range(5), 5 in range(5), 4 in range(0, 10, 3), 3.0 in range(5), 3.5 in range(5), 'a' in range(5), -1 in range(5), True in range(2), 9 in range(10, 0, -1), 10**30 in range(10**40)
range(5).index(3), range(0, 10, 2).index(4), range(5).count(3), range(5).count(9), range(5).index(3.0), range(5).count('a')
range(3) == range(0, 3), range(0) == range(5, 2), range(0, 3, 2) == range(0, 4, 2), range(3) == [0, 1, 2], hash(range(3)) == hash(range(0, 3)), range(1) != range(2), range(5, 5) == range(0, 0, 7)
list(reversed(range(4))), list(reversed(range(0, 10, 3))), list(reversed(range(0))), sum(range(101)), max(range(5)), min(range(5, 0, -1)), sorted(range(3, 0, -1)), tuple(range(2)), [*range(2)], set(range(3))
range(10**30), range(10**30)[10**29], range(10**30)[-1], range(0, 10**30, 10**29)[5], list(range(10**30, 10**30 + 3)), range(10**30).index(10**20), range(2**63 - 2, 2**63 + 2)[3], list(range(2**62, 2**62 + 2)), range(-10**20, 10**20, 10**19)[3]
list(range(10**30, 10**30 - 3, -1)), 5 in range(10**30), list(reversed(range(10**20, 10**20 + 3))), range(10**30)[10:10**20], repr(range(1, 10**30, 7)), list(range(2**63, 0, -2**62))
iter(range(3)).__length_hint__(), list(iter(range(3))), next(iter(range(5, 9))), type(iter(range(3))).__name__, type(iter(range(2**70))).__name__, type(reversed(range(3))).__name__
range(5).__reduce__(), str(range(1, 2)), range(1, 2, 1), range(1, 2, 5), isinstance(range(1), range)
range()
range(1, 2, 3, 4)
range(1.0)
range('a')
range(0, 5, 0)
range(1, None)
range(stop=5)
range(5)[10]
range(5)['a']
range(5)[1.0]
range(5).index(9)
range(5).index('a')
len(range(10**30))
range(5) + range(3)
range(5) < range(6)
range(10)[::0]
range(10**30)[10**30]
list(range(3)) + list(range(3))
"""

for source in CASES.strip().splitlines():
    try:
        print(source, "->", repr(eval(source)))
    except Exception as error:
        print(source, "->", type(error).__name__, error)
for statement in ("range(5).start = 1", "range(5)[0] = 1", "range(5).x = 1", "del range(5)[0]", "class R(range): pass"):
    try:
        exec(statement)
    except (TypeError, AttributeError) as error:
        print(statement, error)


class Index:
    def __init__(self, n):
        self.n = n

    def __index__(self):
        return self.n


print(range(Index(3)), range(Index(1), Index(9), Index(2)), list(range(Index(2))), range(9)[Index(4)], Index(2) in range(5))
total = 0
for i in range(3):
    for i in range(2):
        total += i
print(total, i, [i for i in range(5) if i % 2], {i: -i for i in range(2)}, list(zip(range(3), range(5, 9))), list(enumerate(range(7, 9))))
for i in range(0):
    print("never")
else:
    print("empty range, else runs, i is", i)
