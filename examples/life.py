"""Conway's game of life on an endless board: the living cells are a set of coordinates."""

from collections import Counter

GLIDER = """
.#.
..#
###
"""
ACORN = """
.#.....
...#...
##..###
"""
BLINKER_AND_BLOCK = """
.....##
###..##
"""


def read(picture):
    return {(x, y) for y, line in enumerate(picture.split()) for x, cell in enumerate(line) if cell == "#"}


def neighbours(cell):
    x, y = cell
    return ((x + dx, y + dy) for dx in (-1, 0, 1) for dy in (-1, 0, 1) if dx or dy)


def step(cells):
    """The next generation: three neighbours give life, two keep it."""
    counts = Counter(place for cell in cells for place in neighbours(cell))
    return {place for place, count in counts.items() if count == 3 or count == 2 and place in cells}


def generations(cells):
    while True:
        yield cells
        cells = step(cells)


def draw(cells, width, height):
    rows = ("".join("#" if (x, y) in cells else "." for x in range(width)) for y in range(height))
    return "\n".join(rows)


def moved_to_origin(cells):
    left, top = min(x for x, _ in cells), min(y for _, y in cells)
    return frozenset((x - left, y - top) for x, y in cells)


def period(cells, limit=50):
    """After how many generations the picture comes back, and how far it has moved by then."""
    start = moved_to_origin(cells)
    for age, later in zip(range(limit), generations(cells)):
        if age and moved_to_origin(later) == start:
            return age, min(later)[0] - min(cells)[0]
    return None


def main():
    for age, cells in zip(range(5), generations(read(GLIDER))):
        print(f"glider, generation {age}")
        print(draw(cells, 6, 5))
    print("glider: period and shift", period(read(GLIDER)))
    print("blinker and block: period and shift", period(read(BLINKER_AND_BLOCK)))
    for age, cells in zip(range(201), generations(read(ACORN))):
        if age % 40 == 0:
            print(f"acorn, generation {age:3}: {len(cells)} cells")


if __name__ == "__main__":
    main()
