"""A matrix class with Python's operators, `@` included, and what linear algebra it takes to solve equations."""


class Matrix:
    """An immutable matrix of numbers; rows are tuples."""

    __slots__ = ("rows",)

    def __init__(self, rows):
        self.rows = tuple(tuple(row) for row in rows)
        if len({len(row) for row in self.rows}) > 1:
            raise ValueError("all rows must have the same length")

    @classmethod
    def identity(cls, size):
        return cls([int(i == j) for j in range(size)] for i in range(size))

    @property
    def shape(self):
        return len(self.rows), len(self.rows[0])

    @property
    def transposed(self):
        return Matrix(zip(*self.rows))

    def __getitem__(self, place):
        match place:
            case (int(i), int(j)):
                return self.rows[i][j]
            case (slice() as i, slice() as j):
                return Matrix(row[j] for row in self.rows[i])
            case _:
                raise TypeError("index a matrix with m[row, column]")

    def __iter__(self):
        return iter(self.rows)

    def __eq__(self, other):
        return isinstance(other, Matrix) and self.rows == other.rows

    def __hash__(self):
        return hash(self.rows)

    def __neg__(self):
        return self * -1

    def __add__(self, other):
        if not isinstance(other, Matrix):
            return NotImplemented
        if self.shape != other.shape:
            raise ValueError(f"cannot add {self.shape} and {other.shape}")
        return Matrix([a + b for a, b in zip(*rows)] for rows in zip(self, other))

    def __sub__(self, other):
        return self + -other

    def __mul__(self, factor):
        if isinstance(factor, Matrix):
            return NotImplemented
        return Matrix([factor * value for value in row] for row in self)

    __rmul__ = __mul__

    def __matmul__(self, other):
        if self.shape[1] != other.shape[0]:
            raise ValueError(f"cannot multiply {self.shape} by {other.shape}")
        columns = list(zip(*other))
        return Matrix([sum(a * b for a, b in zip(row, column)) for column in columns] for row in self)

    def __pow__(self, exponent):
        result, base = Matrix.identity(len(self.rows)), self
        while exponent:
            if exponent & 1:
                result @= base
            base @= base
            exponent >>= 1
        return result

    def determinant(self):
        """By Laplace's expansion along the first row: fine for small matrices."""
        if self.shape == (1, 1):
            return self[0, 0]
        return sum((-1) ** j * a * self.minor(0, j).determinant() for j, a in enumerate(self.rows[0]) if a)

    def minor(self, i, j):
        return Matrix(row[:j] + row[j + 1:] for k, row in enumerate(self) if k != i)

    def solve(self, vector):
        """The x with self @ x == vector, by Gauss's elimination with pivoting."""
        rows = [[*map(float, row), float(v)] for row, v in zip(self, vector)]
        size = len(rows)
        for i in range(size):
            pivot = max(range(i, size), key=lambda r: abs(rows[r][i]))
            if not rows[pivot][i]:
                raise ZeroDivisionError("the matrix is singular")
            rows[i], rows[pivot] = rows[pivot], rows[i]
            for k in range(size):
                if k != i:
                    factor = rows[k][i] / rows[i][i]
                    rows[k] = [a - factor * b for a, b in zip(rows[k], rows[i])]
        return [row[-1] / row[i] for i, row in enumerate(rows)]

    def __repr__(self):
        return f"Matrix({[list(row) for row in self.rows]})"

    def __str__(self):
        cells = [[f"{value:g}" for value in row] for row in self]
        width = max(len(cell) for row in cells for cell in row)
        return "\n".join("[" + " ".join(f"{cell:>{width}}" for cell in row) + "]" for row in cells)


def main():
    a = Matrix([[2, 1, -1], [-3, -1, 2], [-2, 1, 2]])
    b = Matrix([[1, 0, 2], [0, 1, 0], [3, 0, 1]])
    print(a, "\n  shape", a.shape, "determinant", a.determinant())
    print("a + b:", a + b, sep="\n")
    print("a - b:", a - b, sep="\n")
    print("a @ b:", a @ b, sep="\n")
    print("3 * a == a + a + a:", 3 * a == a + a + a)
    print("corner:", a[:2, 1:], "element:", sep="\n", end=" ")
    print(a[2, 0])
    print("transposed twice:", a.transposed.transposed == a, "hash agrees:", hash(a) == hash(Matrix(a)))
    print("solution:", [round(x, 6) for x in a.solve([8, -11, -3])])
    fibonacci = Matrix([[1, 1], [1, 0]]) ** 150
    print("the 150th Fibonacci number:", fibonacci[0, 1])
    for wrong in (lambda: a + Matrix([[1]]), lambda: a + 1, lambda: a[1], lambda: Matrix([[1, 2], [2, 4]]).solve([1, 2]),
                  lambda: Matrix([[1], [2, 3]]), lambda: a * b):
        try:
            wrong()
        except (ValueError, TypeError, ZeroDivisionError) as error:
            print(f"{type(error).__name__}: {error}")


if __name__ == "__main__":
    main()
