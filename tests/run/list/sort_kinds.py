"""Sorting keys of one kind, which needs no `__lt__`, agrees with comparing them one by one, and is stable."""


def by_hand(items, key=None, reverse=False):
    """Insertion sort with `<`, stable in both directions."""
    key = key or (lambda item: item)
    result = []
    for item in items:
        i = len(result)
        if reverse:
            while i and key(result[i - 1]) < key(item):
                i -= 1
        else:
            while i and key(item) < key(result[i - 1]):
                i -= 1
        result.insert(i, item)
    return result


def check(name, items, key=None):
    for reverse in (False, True):
        got = sorted(items, key=key, reverse=reverse)
        wanted = by_hand(items, key, reverse)
        same = len(got) == len(wanted) and all(a is b or repr(a) == repr(b) for a, b in zip(got, wanted))
        print(name, reverse, same, repr(got[:3]))


seed = 1


def random(n):
    global seed
    seed = seed * 48271 % 2147483647
    return seed % n


strs = ["", "\0", "\0\0", "a", "a\0", "a\0b", "ab", "abcdefg", "abcdefgh", "abcdefgi", "abcdefg\0", "b", "\xe9", "\xff",
        "\xff\0", "\xffa", "\u0100", "\u0100a", "\u0101", "a\u1234", "a\u1234z", "a\u1235a", "a\xff", "\U0001f600", "\ud800", "\uffff"]
check("strs", [strs[random(len(strs))] for _ in range(120)])
check("ascii", [strs[random(12)] + str(random(30)) for _ in range(120)])
check("ints", [random(50) - 25 for _ in range(120)])
check("big", [(random(50) - 25) * 10**25 for _ in range(60)])
check("floats", [random(20) / 4 - 2.5 for _ in range(120)])
zeros = [0.0, -0.0, 1.0, -1.0, float("inf"), float("-inf"), 1e300, -1e300, 5e-324, -5e-324]
check("zeros", [zeros[random(10)] for _ in range(120)])
check("immediate zeros", [zeros[random(4)] for _ in range(120)])
check("int and float", [random(9) if random(2) else random(9) / 2 for _ in range(100)])
check("bools", [bool(random(2)) if random(2) else random(3) for _ in range(60)])
pairs = [(random(4), -random(5)) for _ in range(120)]
check("pairs", pairs)
check("pairs of strs", [(strs[random(20)], random(3), random(7) / 2) for _ in range(120)])
check("by first", pairs, key=lambda pair: pair[0])
check("by pair", list(range(100)), key=lambda n: (n % 7, str(n % 5), n % 2 / 2))
check("lengths differ", [(1, 2)[: random(3)] for _ in range(40)])
check("kinds differ", [(random(3), 1.5 if random(2) else 1) for _ in range(60)])
check("nested", [((random(3), random(3)), random(3)) for _ in range(60)])
check("lists", [[random(3), random(3)] for _ in range(60)])
nan = float("nan")
print(sorted([3.0, nan, 1.0, 2.0, nan, 0.5]))
print(sorted([(3.0, 1), (nan, 2), (1.0, 3), (nan, 0)]))
print(sorted([(nan, 2), (nan, 1)]), sorted([(nan, 2)] * 2 + [(nan, 1)]))
for bad in ([1, "a"], [(1, "a"), (1, 2)], [(1, None), (1, None), (0, 0)], [(1, None), (1, 2)], [None, None]):
    try:
        print(sorted(bad))
    except TypeError as error:
        print(error)


class Word(str):
    def __lt__(self, other):
        return len(self) < len(other)


print(sorted([Word("ccc"), Word("a"), Word("bb")]), sorted([(Word("bb"), 1), (Word("a"), 2)]))


class Pair(tuple):
    def __lt__(self, other):
        return self[1] < other[1]


print(sorted([Pair((1, 2)), Pair((2, 1))]))
items = [3, 1, 2]
try:
    items.sort(key=lambda n: items.append(n) or n)
except ValueError as error:
    print(error, items)
items = [3, 1, 2, 0]


def fails(n):
    if n == 2:
        raise KeyError(n)
    return n


try:
    items.sort(key=fails)
except KeyError as error:
    print(repr(error), sorted(items), len(items))
