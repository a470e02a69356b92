# All the methods of list, on good and bad arguments.
a = [3, 1, 2]
print(a.append(4), a.extend((5, 6)), a.extend("ab"), a.insert(0, 0), a.insert(-1, "x"), a.insert(100, "end"), a)
print(a.pop(), a.pop(0), a.pop(-2), a.remove("a"), a.index(2), a.count(1), a.reverse(), a, a.copy() == a, a.copy() is a)
print([1, 2, 1, 3].index(1, 1), [1, 2, 1].index(1, -1), [1.0, True, 1].count(1), [[]].index([]), [float("nan")].count(float("nan")))
print(a.clear(), a, [].copy(), [1, 2] + [3], [1] * 3, 2 * [0, 1], [1] * 0, [1] * -1, [[]] * 2, list(), list("abc"), list({1: 2}), list(range(3)))
CASES = """
[].pop()
[1].pop(5)
[1].pop(-2)
[1].pop('a')
[1].remove(2)
[1].index(2)
[1, 2].index(1, 1)
[].index()
[1].insert(0)
[1].insert('a', 1)
[].append()
[].append(1, 2)
[].extend(5)
[].extend()
[1].copy(1)
[1].count()
[1].reverse(1)
[1].sort(1)
[1].sort(cmp=1)
[1, 'a'].sort()
[1].sort(key=5)
[3, 1].sort(reverse='x')
[3, 1].sort(reverse=None)
list(5)
list(1, 2)
list(x=1)
[] + (1,)
[1] * 'a'
[1] * 1.5
[1] * 10**30
[1].nothing
[].__class__, [1].__len__(), [1, 2].__contains__(2), [1].__add__([2]), [1].__mul__(2), [1].__eq__([1]), [1].__lt__([2]), [1, 2].__getitem__(1), [1].__iter__().__next__(), list([3, 2].__reversed__())
[1, 2].__eq__((1, 2)), [].__hash__, [1].__sizeof__() > 0, [].__doc__.splitlines()[0]
hash([])
{[]: 1}
[1, 2, 3].__delitem__(0), [1].__setitem__(0, 5), [1].__iadd__((2,)), [1].__imul__(2), [1].__rmul__(2)
"""

for source in CASES.strip().splitlines():
    try:
        print(source, "->", repr(eval(source)))
    except Exception as error:
        print(source, "->", type(error).__name__, error)
