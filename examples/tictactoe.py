"""Tic-tac-toe that cannot be beaten: minimax with memory, played against several opponents."""

from functools import lru_cache
from itertools import cycle

LINES = [(0, 1, 2), (3, 4, 5), (6, 7, 8), (0, 3, 6), (1, 4, 7), (2, 5, 8), (0, 4, 8), (2, 4, 6)]
OTHER = {"X": "O", "O": "X"}
EMPTY = " " * 9


def winner(board):
    for a, b, c in LINES:
        if board[a] != " " and board[a] == board[b] == board[c]:
            return board[a]
    return None


def moves(board):
    return [i for i, mark in enumerate(board) if mark == " "]


def after(board, move, player):
    return board[:move] + player + board[move + 1:]


@lru_cache(maxsize=None)
def value(board, player):
    """What the position is worth to `player`, who moves: 1 won, 0 drawn, -1 lost."""
    if (won := winner(board)) is not None:
        return 1 if won == player else -1
    return max((-value(after(board, move, player), OTHER[player]) for move in moves(board)), default=0)


def perfect(board, player):
    return max(moves(board), key=lambda move: (-value(after(board, move, player), OTHER[player]), -move))


def simple(board, player):
    """Takes the first free square."""
    return moves(board)[0]


def greedy(board, player):
    """Wins if it can, blocks if it must, and likes the centre."""
    for mark in (player, OTHER[player]):
        for move in moves(board):
            if winner(after(board, move, mark)):
                return move
    return min(moves(board), key=[2, 3, 2, 3, 1, 3, 2, 3, 2].__getitem__)


def lucky(seed=7):
    """A player who guesses, the same way on every run."""

    def play(board, player):
        nonlocal seed
        seed = (seed * 75 + 74) % 65537
        free = moves(board)
        return free[seed % len(free)]

    return play


def game(x, o):
    """All the positions of a game."""
    board = EMPTY
    for player, strategy in cycle([("X", x), ("O", o)]):
        yield board
        if winner(board) or not moves(board):
            return
        board = after(board, strategy(board, player), player)


def draw(boards):
    """Boards side by side."""
    for row in range(3):
        print("   ".join("|".join(b[row * 3:row * 3 + 3].replace(" ", ".")) for b in boards))
    print()


def match(name_x, x, name_o, o, rounds):
    results = [winner(list(game(x, o))[-1]) or "drawn" for _ in range(rounds)]
    print(f"{name_x:>8} (X) against {name_o:<8} (O):", {r: results.count(r) for r in ("X", "O", "drawn")})


def main():
    positions = list(game(perfect, greedy))
    draw(positions[:5])
    draw(positions[5:])
    print("perfect play ends with a draw:", value(EMPTY, "X") == 0)
    print("openings for X:", [-value(after(EMPTY, m, "X"), "O") for m in range(9)])
    print("positions looked at:", value.cache_info().currsize)
    match("perfect", perfect, "simple", simple, 1)
    match("simple", simple, "perfect", perfect, 1)
    match("perfect", perfect, "lucky", lucky(), 50)
    match("lucky", lucky(), "perfect", perfect, 50)
    match("lucky", lucky(1), "lucky", lucky(2), 50)
    match("greedy", greedy, "lucky", lucky(3), 50)


if __name__ == "__main__":
    main()
