"""Dynamic programming: four old puzzles, each solved by remembering the answers to smaller ones."""

from functools import cache
from itertools import accumulate


def edits(a, b):
    """The fewest changes that turn one word into another, and what they are."""
    table = [list(range(len(b) + 1))]
    for i, x in enumerate(a, 1):
        row = [i]
        for j, y in enumerate(b, 1):
            row.append(min(table[i - 1][j - 1] + (x != y), table[i - 1][j] + 1, row[j - 1] + 1))
        table.append(row)
    steps, i, j = [], len(a), len(b)
    while i or j:
        if i and j and table[i][j] == table[i - 1][j - 1] + (a[i - 1] != b[j - 1]):
            i, j = i - 1, j - 1
            if a[i] != b[j]:
                steps.append(f"{a[i]}->{b[j]}")
        elif i and table[i][j] == table[i - 1][j] + 1:
            i -= 1
            steps.append(f"-{a[i]}")
        else:
            j -= 1
            steps.append(f"+{b[j]}")
    return table[-1][-1], steps[::-1]


def knapsack(things, limit):
    """The most valuable things that one can carry."""

    @cache
    def best(count, room):
        if count == 0:
            return 0, ()
        name, weight, value = things[count - 1]
        without = best(count - 1, room)
        if weight > room:
            return without
        total, names = best(count - 1, room - weight)
        return max(without, (total + value, names + (name,)), key=lambda found: found[0])

    result = best(len(things), limit)
    return *result, best.cache_info().currsize


def coins(amount, values=(1, 2, 5, 10, 20, 50, 100, 200)):
    """In how many ways coins make an amount."""
    ways = [1] + [0] * amount
    for value in values:
        for total in range(value, amount + 1):
            ways[total] += ways[total - value]
    return ways[amount]


def common(a, b):
    """The longest common subsequence."""

    @cache
    def longest(i, j):
        if i == len(a) or j == len(b):
            return ""
        if a[i] == b[j]:
            return a[i] + longest(i + 1, j + 1)
        return max(longest(i + 1, j), longest(i, j + 1), key=len)

    return longest(0, 0)


def best_run(numbers):
    """The stretch with the largest sum: (sum, start, end)."""
    best, lowest, where = (float("-inf"), 0, 0), 0, 0
    for end, total in enumerate(accumulate(numbers), 1):
        best = max(best, (total - lowest, where, end), key=lambda found: found[0])
        if total < lowest:
            lowest, where = total, end
    return best


def triangle_path(rows):
    """The heaviest way down a triangle of numbers."""
    below = [0] * (len(rows[-1]) + 1)
    for row in reversed(rows):
        below = [value + max(pair) for value, pair in zip(row, zip(below, below[1:]))]
    return below[0]


def catalan(limit):
    numbers = [1]
    while len(numbers) < limit:
        numbers.append(sum(a * b for a, b in zip(numbers, reversed(numbers))))
    return numbers


def main():
    for a, b in [("kitten", "sitting"), ("python", "typhoon"), ("same", "same"), ("", "abc")]:
        count, steps = edits(a, b)
        print(f"{a!r} to {b!r}: {count} edits {steps}")
    things = [("tent", 7, 42), ("lamp", 1, 9), ("books", 6, 25), ("stove", 3, 20), ("food", 5, 40), ("camera", 2, 22)]
    for limit in (5, 10, 15):
        value, names, remembered = knapsack(things, limit)
        print(f"carry {limit}: {', '.join(names)} (worth {value}, {remembered} answers remembered)")
    print("ways to change:", {amount: coins(amount) for amount in (1, 10, 50, 200, 500)})
    print("common:", common("the quick brown fox", "a quiet row of oxen"), common("AGGTAB", "GXTXAYB"))
    print("best run:", best_run([3, -4, 5, -1, 2, -6, 4, 1, -2, 3]), best_run([-3, -1, -2]))
    print("triangle:", triangle_path([[3], [7, 4], [2, 4, 6], [8, 5, 9, 3]]))
    print("Catalan:", catalan(12))


if __name__ == "__main__":
    main()
