"""Millions of instructions of every kind that once kept a native frame for each: no stack may grow with them."""


def run(count):
    words = ["apple", "banana", "cherry"]
    items, rows, found = [0, 0.5, None], [[1, 2], [3, 4]], 0
    for i in range(count):
        word = words[i % 3]
        if "b" <= word < "c":
            found += 1
        if word == "cherry":
            found += 1
        if word != "apple" and word > "banana":
            found += 1
        items[0] = i
        items[-1] = word
        x = rows[i & 1][0]
        if (i, x) == (5, 3) or [x] < [0] or 2.5 < x < 2.75:
            found += 100
        if word in words and x is not None:
            found += 1
    return found, items, x


print(run(600_000))
