# Sorting with keys and comparisons that fail, lie, count or change the list.
class Item:
    compares = 0

    def __init__(self, n):
        self.n = n

    def __lt__(self, other):
        Item.compares += 1
        if Item.fail_at == Item.compares:
            raise ValueError("enough")
        return self.n < other.n


state = 5


def randrange(n):
    global state
    state = (state * 1103515245 + 12345) % 2**31
    return state // 65536 % n


for size in (0, 1, 2, 30, 63, 64, 65, 200, 1000):
    numbers = [randrange(size + 1) for _ in range(size)]
    for shape in (numbers, sorted(numbers), sorted(numbers, reverse=True), sorted(numbers)[: size // 2] + numbers):
        Item.compares, Item.fail_at = 0, -1
        items = [Item(n) for n in shape]
        items.sort()
        first = Item.compares
        Item.compares = 0
        again = sorted([Item(n) for n in shape], reverse=True)
        print(size, first, Item.compares, [i.n for i in items] == sorted(shape), [i.n for i in again] == sorted(shape, reverse=True))

for fail_at in (1, 50, 500, 1500):
    Item.compares, Item.fail_at = 0, fail_at
    items = [Item(n % 97) for n in range(300)]
    try:
        items.sort()
        print("sorted")
    except ValueError as error:
        print(error, len(items), sorted(i.n for i in items) == sorted(n % 97 for n in range(300)))

pairs = [(n % 3, n) for n in range(20)]
pairs.sort(key=lambda p: p[0])
print(pairs)
pairs.sort(key=lambda p: p[0], reverse=True)
print(pairs)
print(sorted([3.0, 1, 2.5, True, -0.0, 0]), sorted(["b", "ä", "a", "", "\U0001f600", "z"]), sorted([2**70, -2**70, 5]))


def grow(x):
    victim.append(x)
    return x


victim = [3, 1, 2]
try:
    victim.sort(key=grow)
except ValueError as error:
    print(error, victim)


def look(x):
    print(victim, end=" ")
    return -x


victim.sort(key=look)
print(victim)
try:
    victim.sort(key=lambda x: 1 // (x - 2))
except ZeroDivisionError as error:
    print(error, victim)
nan = float("nan")
print(sorted([3.0, nan, 1.0, 2.0]), sorted([nan, 2.0, nan, 1.0]))
