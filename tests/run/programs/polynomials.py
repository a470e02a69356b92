# Polynomials: a number-like class with text, evaluation, division, derivative, roots.
class Poly:
    def __init__(self, *coefficients):
        c = list(coefficients)
        while len(c) > 1 and c[-1] == 0:
            c.pop()
        self.c = tuple(c) or (0,)

    @property
    def degree(self):
        return len(self.c) - 1

    def __call__(self, x):
        result = 0
        for a in reversed(self.c):
            result = result * x + a
        return result

    def __add__(self, other):
        other = other if isinstance(other, Poly) else Poly(other)
        n = max(len(self.c), len(other.c))
        pad = lambda c: c + (0,) * (n - len(c))
        return Poly(*(a + b for a, b in zip(pad(self.c), pad(other.c))))

    __radd__ = __add__

    def __neg__(self):
        return Poly(*(-a for a in self.c))

    def __sub__(self, other):
        return self + -other

    def __rsub__(self, other):
        return -self + other

    def __mul__(self, other):
        other = other if isinstance(other, Poly) else Poly(other)
        result = [0] * (len(self.c) + len(other.c) - 1)
        for i, a in enumerate(self.c):
            for j, b in enumerate(other.c):
                result[i + j] += a * b
        return Poly(*result)

    __rmul__ = __mul__

    def __pow__(self, n):
        result = Poly(1)
        for _ in range(n):
            result *= self
        return result

    def __divmod__(self, other):
        rest, quotient = self, Poly(0)
        while rest.degree >= other.degree and any(rest.c):
            term = Poly(*[0] * (rest.degree - other.degree), rest.c[-1] // other.c[-1])
            quotient += term
            rest -= term * other
        return quotient, rest

    def __floordiv__(self, other):
        return divmod(self, other)[0]

    def __mod__(self, other):
        return divmod(self, other)[1]

    def __eq__(self, other):
        return isinstance(other, Poly) and self.c == other.c

    def __hash__(self):
        return hash(self.c)

    def __bool__(self):
        return any(self.c)

    def __getitem__(self, i):
        return self.c[i] if i <= self.degree else 0

    def __iter__(self):
        return iter(self.c)

    def derive(self):
        return Poly(*(i * a for i, a in enumerate(self.c) if i)) if self.degree else Poly(0)

    def __str__(self):
        parts = []
        for i, a in reversed(list(enumerate(self.c))):
            if a:
                body = {0: "", 1: "x"}.get(i, f"x^{i}")
                number = "" if abs(a) == 1 and i else str(abs(a))
                parts.append((" - " if a < 0 else " + ") + number + body)
        text = "".join(parts) or " + 0"
        return ("-" if text[1] == "-" else "") + text[3:]

    def __repr__(self):
        return f"Poly{self.c}"


x = Poly(0, 1)
p, q = x**3 - 2 * x**2 - 5 * x + 6, x - 1
print(p, "|", q, "|", p + q, "|", p - 3, "|", 1 - q, "|", p * q, "|", q**3)
print(divmod(p, q), p // q, p % (x - 4), [p(n) for n in range(-3, 5)], p.derive(), p.derive().derive().derive().derive())
print(p == Poly(6, -5, -2, 1), hash(p) == hash(Poly(6, -5, -2, 1, 0)), bool(Poly()), p[3], p[9], list(p), Poly(0, 0, -1), str(Poly()), sum([x, x, 1], Poly(0)))
roots = [n for n in range(-10, 11) if not p(n)]
print(roots, p(0.5), p(1j), p(2**40), len({p, q, x, x * 1}))
