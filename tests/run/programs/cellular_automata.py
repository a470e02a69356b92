# One-dimensional automata, a turtle-free dragon curve, Langton's ant and wireworld.
def automaton(rule, width, steps, cells=None):
    cells = cells or [int(i == width // 2) for i in range(width)]
    for _ in range(steps):
        yield cells
        cells = [rule >> (cells[i - 1] << 2 | cells[i] << 1 | cells[(i + 1) % width]) & 1 for i in range(width)]


for rule in (30, 90, 110):
    print("rule", rule)
    for row in automaton(rule, 31, 8):
        print("".join(".#"[c] for c in row))


def ant(steps):
    black, x, y, dx, dy = set(), 0, 0, 0, 1
    for _ in range(steps):
        if (x, y) in black:
            black.discard((x, y))
            dx, dy = -dy, dx
        else:
            black.add((x, y))
            dx, dy = dy, -dx
        x, y = x + dx, y + dy
    return black


cells = ant(200)
xs, ys = [x for x, _ in cells], [y for _, y in cells]
print(len(cells), min(xs), max(xs), min(ys), max(ys), len(ant(5000)))
for y in range(max(ys), min(ys) - 1, -1):
    print("".join("#" if (x, y) in cells else "." for x in range(min(xs), max(xs) + 1)))


def wireworld(picture, steps):
    grid = {(x, y): c for y, row in enumerate(picture) for x, c in enumerate(row) if c != " "}
    for _ in range(steps):
        yield grid
        grid = {(x, y): {"H": "t", "t": ".", ".": "H" if 1 <= sum(grid.get((x + a, y + b)) == "H" for a in (-1, 0, 1) for b in (-1, 0, 1)) <= 2 else "."}[c] for (x, y), c in grid.items()}


for grid in wireworld(["tH.......", "        .", ".........", "."], 6):
    print("".join(grid.get((x, 0), " ") for x in range(9)), "|", "".join(grid.get((x, 2), " ") for x in range(9)), sum(c == "H" for c in grid.values()))
fold = [1]
for _ in range(4):
    fold = fold + [1] + [1 - t for t in reversed(fold)]
print("".join("LR"[t] for t in fold), len(fold), sum(fold))


def sandpile(n, size=7):
    grid = [[0] * size for _ in range(size)]
    grid[size // 2][size // 2] = n
    topples = 0
    while True:
        full = [(x, y) for y in range(size) for x in range(size) if grid[y][x] > 3]
        if not full:
            return grid, topples
        for x, y in full:
            grid[y][x] -= 4
            topples += 1
            for a, b in ((1, 0), (-1, 0), (0, 1), (0, -1)):
                if 0 <= x + a < size and 0 <= y + b < size:
                    grid[y + b][x + a] += 1


grid, topples = sandpile(120)
print(topples, *("".join(map(str, row)) for row in grid), sep="\n")
