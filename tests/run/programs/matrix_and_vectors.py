# Linear algebra over fractions of ints: elimination, inverse, rank, eigenvalue by iteration.
from math import gcd, sqrt


class Q:
    __slots__ = "n", "d"

    def __init__(self, n, d=1):
        g = gcd(n, d) * (-1 if d < 0 else 1)
        self.n, self.d = n // g, d // g

    def __add__(self, o):
        o = o if isinstance(o, Q) else Q(o)
        return Q(self.n * o.d + o.n * self.d, self.d * o.d)

    def __mul__(self, o):
        o = o if isinstance(o, Q) else Q(o)
        return Q(self.n * o.n, self.d * o.d)

    def __truediv__(self, o):
        o = o if isinstance(o, Q) else Q(o)
        return Q(self.n * o.d, self.d * o.n)

    def __sub__(self, o):
        return self + o * -1

    __radd__, __rmul__ = __add__, __mul__

    def __bool__(self):
        return self.n != 0

    def __eq__(self, o):
        return (self.n, self.d) == ((o.n, o.d) if isinstance(o, Q) else (o, 1))

    def __repr__(self):
        return f"{self.n}" if self.d == 1 else f"{self.n}/{self.d}"


def identity(n):
    return [[Q(int(i == j)) for j in range(n)] for i in range(n)]


def rationals(rows):
    return [[Q(x) for x in row] for row in rows]


def product(a, b):
    return [[sum((x * y for x, y in zip(row, col)), Q(0)) for col in zip(*b)] for row in a]


def eliminate(m):
    m, pivots, det = [row[:] for row in m], [], Q(1)
    r = 0
    for c in range(len(m[0])):
        p = next((i for i in range(r, len(m)) if m[i][c]), None)
        if p is None:
            continue
        if p != r:
            m[r], m[p] = m[p], m[r]
            det = det * -1
        det = det * m[r][c]
        m[r] = [x / m[r][c] for x in m[r]]
        for i in range(len(m)):
            if i != r and m[i][c]:
                f = m[i][c]
                m[i] = [x - f * y for x, y in zip(m[i], m[r])]
        pivots.append(c)
        r += 1
        if r == len(m):
            break
    return m, pivots, det


def inverse(m):
    n = len(m)
    reduced, pivots, _ = eliminate([row + e for row, e in zip(m, identity(n))])
    if pivots != list(range(n)):
        raise ZeroDivisionError("singular")
    return [row[n:] for row in reduced]


def hilbert(n):
    return [[Q(1, i + j + 1) for j in range(n)] for i in range(n)]


a = rationals([[2, 1, -1], [-3, -1, 2], [-2, 1, 2]])
print(eliminate(a)[2], inverse(a), product(a, inverse(a)) == identity(3))
print(inverse(hilbert(4)), eliminate(hilbert(5))[2], len(eliminate(rationals([[1, 2], [2, 4]]))[1]))
try:
    inverse(rationals([[1, 2], [2, 4]]))
except ZeroDivisionError as error:
    print(error)
m = [[4.0, 1.0], [2.0, 3.0]]
v = [1.0, 1.0]
for _ in range(50):
    w = [sum(x * y for x, y in zip(row, v)) for row in m]
    norm = sqrt(sum(x * x for x in w))
    v = [x / norm for x in w]
print(round(norm, 9), [round(x, 9) for x in v])
pascal = [[1]]
while len(pascal) < 8:
    pascal.append([a + b for a, b in zip([0] + pascal[-1], pascal[-1] + [0])])
print(*pascal, sep="\n")
print(sum(map(sum, pascal)), [sum(row[i] for row in pascal if i < len(row)) for i in range(8)])
spiral = lambda rows: list(rows[0]) + spiral([*zip(*rows[1:])][::-1]) if rows else []
print(spiral([[1, 2, 3], [4, 5, 6], [7, 8, 9]]), [[*map(sum, zip(*rows))] for rows in ([[1, 2], [3, 4]],)])
