"""A sudoku solver: keep for each square the digits that are still possible, and guess where there are fewest."""

PUZZLES = {
    "gentle": "53..7....6..195....98....6.8...6...34..8.3..17...2...6.6....28....419..5....8..79",
    "hard": "8..........36......7..9.2...5...7.......457.....1...3...1....68..85...1..9....4..",
    "wrong": "55..7....6..195....98....6.8...6...34..8.3..17...2...6.6....28....419..5....8..79",
}
DIGITS = "123456789"
SQUARES = range(81)


def units_of(square):
    """The row, the column and the box of a square."""
    row, column = divmod(square, 9)
    corner = row // 3 * 27 + column // 3 * 3
    yield [row * 9 + i for i in range(9)]
    yield [column + i * 9 for i in range(9)]
    yield [corner + i // 3 * 9 + i % 3 for i in range(9)]


UNITS = [list(units_of(square)) for square in SQUARES]
PEERS = [set().union(*UNITS[square]) - {square} for square in SQUARES]


class Contradiction(Exception):
    """No digit is left for some square."""


class Sudoku:
    def __init__(self, puzzle):
        self.possible = [DIGITS] * 81
        self.guesses = 0
        for square, digit in enumerate(puzzle):
            if digit in DIGITS:
                self.place(self.possible, square, digit)

    def place(self, possible, square, digit):
        """Put the digit there: all others are impossible."""
        for other in possible[square].replace(digit, ""):
            self.exclude(possible, square, other)
        if possible[square] != digit:
            raise Contradiction(f"{digit} cannot stand in row {square // 9 + 1}, column {square % 9 + 1}")

    def exclude(self, possible, square, digit):
        if digit not in possible[square]:
            return
        left = possible[square] = possible[square].replace(digit, "")
        if not left:
            raise Contradiction(f"nothing fits in row {square // 9 + 1}, column {square % 9 + 1}")
        if len(left) == 1:
            for peer in PEERS[square]:
                self.exclude(possible, peer, left)
        for unit in UNITS[square]:
            places = [s for s in unit if digit in possible[s]]
            if not places:
                raise Contradiction(f"no place for {digit}")
            if len(places) == 1 and len(possible[places[0]]) > 1:
                self.place(possible, places[0], digit)

    def solve(self, possible=None):
        """Depth-first search; each guess works on a copy."""
        possible = possible or self.possible
        open_squares = [s for s in SQUARES if len(possible[s]) > 1]
        if not open_squares:
            return "".join(possible)
        square = min(open_squares, key=lambda s: (len(possible[s]), s))
        for digit in possible[square]:
            attempt = possible.copy()
            self.guesses += 1
            try:
                self.place(attempt, square, digit)
                return self.solve(attempt)
            except Contradiction:
                continue
        raise Contradiction("no guess leads on")


def show(grid):
    for row in range(9):
        if row in (3, 6):
            print("------+-------+------")
        cells = [grid[row * 9 + i:row * 9 + i + 3] for i in (0, 3, 6)]
        print(" | ".join(" ".join(part) for part in cells))


def main():
    for name, puzzle in PUZZLES.items():
        print(f"== {name}")
        try:
            sudoku = Sudoku(puzzle)
            solution = sudoku.solve()
        except Contradiction:
            print("This has no solution.")
            continue
        show(solution)
        complete = all({solution[s] for s in unit} == set(DIGITS) for units in UNITS for unit in units)
        print(f"complete: {complete}, guesses needed: {'some' if sudoku.guesses else 'none'}")


if __name__ == "__main__":
    main()
