# Backtracking: knight's tour, subset sums, N queens, sudoku rows, word squares, coins.
import itertools


def tour(n):
    moves = [(1, 2), (2, 1), (2, -1), (1, -2), (-1, -2), (-2, -1), (-2, 1), (-1, 2)]
    board = [[0] * n for _ in range(n)]

    def free(r, c):
        return [(r + a, c + b) for a, b in moves if 0 <= r + a < n and 0 <= c + b < n and not board[r + a][c + b]]

    r = c = 0
    for step in range(1, n * n + 1):
        board[r][c] = step
        options = free(r, c)
        if not options:
            return board, step
        r, c = min(options, key=lambda p: (len(free(*p)), p))
    return board, step


def subsets(numbers, target, chosen=()):
    if target == 0:
        yield chosen
    elif target > 0:
        for i, n in enumerate(numbers):
            yield from subsets(numbers[i + 1:], target - n, chosen + (n,))


def queens(n, rows=()):
    if len(rows) == n:
        return 1
    return sum(queens(n, rows + (c,)) for c in range(n) if all(c != q and abs(c - q) != len(rows) - r for r, q in enumerate(rows)))


def word_squares(words):
    def extend(square):
        if len(square) == len(words[0]):
            yield square
            return
        prefix = "".join(w[len(square)] for w in square)
        for w in words:
            if w.startswith(prefix):
                yield from extend(square + [w])
    for w in words:
        yield from extend([w])


def magic():
    for p in itertools.permutations(range(1, 10)):
        a, b, c, d, e, f, g, h, i = p
        if a + b + c == 15 == d + e + f == a + d + g == b + e + h == a + e + i == c + e + g:
            yield p


def partitions(n, largest=None):
    if n == 0:
        yield []
    for k in range(min(n, largest or n), 0, -1):
        for rest in partitions(n - k, k):
            yield [k, *rest]


board, steps = tour(6)
for row in board:
    print(" ".join(f"{n:2}" for n in row))
print(steps, list(subsets((3, 5, 6, 7, 8, 9, 10), 15)), [queens(n) for n in range(1, 8)], list(word_squares(["area", "lead", "wall", "lady", "ball"])))
print(len(list(magic())), next(magic()), list(partitions(5)), [len(list(partitions(n))) for n in range(1, 15)])
send = next((d for d in itertools.permutations(range(10), 4) if d[0] and (d[0] * 10 + d[1]) * (d[2] * 10 + d[3]) == 2021), None)
print(send)
