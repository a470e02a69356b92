"""The spectral norm of an endless matrix, cut off: float arithmetic in comprehensions and generator expressions."""

from math import sqrt


def element(i, j):
    """Entry of the matrix 1, 1/2, 1/3, 1/4 ... counted along its diagonals."""
    return 1.0 / ((i + j) * (i + j + 1) // 2 + i + 1)


def times(vector):
    return [sum(element(i, j) * value for j, value in enumerate(vector)) for i in range(len(vector))]


def times_transposed(vector):
    size = len(vector)
    result = []
    for i in range(size):
        total = 0.0
        for j in range(size):
            total += element(j, i) * vector[j]
        result.append(total)
    return result


def norm(size, rounds):
    u = [1.0] * size
    for _ in range(rounds):
        v = times_transposed(times(u))
        u = times_transposed(times(v))
    uv = sum(a * b for a, b in zip(u, v))
    vv = sum(b * b for b in v)
    return sqrt(uv / vv)


print(f"{norm(210, 10):.9f}")
