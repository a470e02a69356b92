"""The queens puzzle: as many queens as rows on a chessboard, none attacking another.

Three solvers of different tempers: a generator that backtracks, permutations
with sets, and one that does it all with bits.
"""

from itertools import permutations


def solutions(size, columns=()):
    """Place one queen a row; `columns` are those placed so far."""
    row = len(columns)
    if row == size:
        yield columns
        return
    for column in range(size):
        if all(column != c and abs(column - c) != row - r for r, c in enumerate(columns)):
            yield from solutions(size, (*columns, column))


def by_permutations(size):
    """Each order of the columns is a board without shared rows or columns; the diagonals must differ too."""
    return [
        order for order in permutations(range(size))
        if len({c + r for r, c in enumerate(order)}) == len({c - r for r, c in enumerate(order)}) == size
    ]


def count(size, columns=0, left=0, right=0):
    """How many solutions there are: three bit masks say which columns and diagonals are taken."""
    full = (1 << size) - 1
    if columns == full:
        return 1
    total, free = 0, full & ~(columns | left | right)
    while free:
        bit = free & -free
        free ^= bit
        total += count(size, columns | bit, (left | bit) << 1, (right | bit) >> 1)
    return total


def mirrored(board):
    return tuple(len(board) - 1 - column for column in board)


def turned(board):
    """The board after a quarter turn."""
    result = [0] * len(board)
    for row, column in enumerate(board):
        result[column] = len(board) - 1 - row
    return tuple(result)


def variants(board):
    """The eight boards that are the same but for turning and mirroring."""
    for _ in range(4):
        yield board
        yield mirrored(board)
        board = turned(board)


def draw(board):
    for column in board:
        print("  " + " ".join("Q" if c == column else "." for c in range(len(board))))


def main():
    print("the first solution for 8 queens:")
    draw(next(solutions(8)))
    for size in range(1, 10):
        print(f"{size} queens: {count(size):4} solutions")
    boards = list(solutions(6))
    print("permutations agree:", boards == by_permutations(6))
    truly_different = {min(variants(board)) for board in solutions(8)}
    print(f"8 queens: {len(truly_different)} solutions differ truly")
    symmetric = [board for board in truly_different if turned(turned(board)) == board]
    print(f"of these, {len(symmetric)} is the same upside down:")
    draw(symmetric[0])


if __name__ == "__main__":
    main()
