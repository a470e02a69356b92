"""Lists of lists: matrix products, a flood fill, and a dynamic program, all by subscripts."""


def product(a, b):
    size, inner, width = len(a), len(b), len(b[0])
    result = [[0] * width for _ in range(size)]
    for i in range(size):
        row = a[i]
        target = result[i]
        for k in range(inner):
            factor = row[k]
            other = b[k]
            for j in range(width):
                target[j] += factor * other[j]
    return result


def flood(grid, x, y):
    """How many cells are reached from (x, y)."""
    stack, reached = [(x, y)], 0
    while stack:
        x, y = stack.pop()
        if 0 <= y < len(grid) and 0 <= x < len(grid[y]) and grid[y][x] == 0:
            grid[y][x] = 2
            reached += 1
            stack += [(x + 1, y), (x - 1, y), (x, y + 1), (x, y - 1)]
    return reached


def distance(a, b):
    """How many edits turn one sequence into the other."""
    last = list(range(len(b) + 1))
    for i in range(1, len(a) + 1):
        row = [i] + [0] * len(b)
        for j in range(1, len(b) + 1):
            if a[i - 1] == b[j - 1]:
                row[j] = last[j - 1]
            else:
                row[j] = 1 + min(last[j - 1], last[j], row[j - 1])
        last = row
    return last[-1]


size = 160
a = [[(i * 7 + j * 3) % 10 for j in range(size)] for i in range(size)]
b = [[(i * 5 + j * 11) % 10 for j in range(size)] for i in range(size)]
c = product(a, b)
print(sum(map(sum, c)), c[3][4], c[-1][-1])
grid = [[int((x * x + 3 * y * x + y) % 11 == 0) for x in range(400)] for y in range(400)]
print(flood(grid, 0, 1), sum(row.count(2) for row in grid))
print(distance([i * i % 17 for i in range(500)], [i * 3 % 17 for i in range(450)]))
