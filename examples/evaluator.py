"""A little algebra system: structural pattern matching over expression trees.

Expressions are built with Python's own operators, then simplified,
differentiated, printed and evaluated by `match` statements.
"""

import math


class Expr:
    """Operators that build trees instead of computing."""

    __match_args__ = ()

    def __init__(self, *args):
        for name, value in zip(self.__match_args__, args):
            setattr(self, name, value)

    def __eq__(self, other):
        return type(self) is type(other) and vars(self) == vars(other)

    def __add__(self, other):
        return simplify(Add(self, wrap(other)))

    def __sub__(self, other):
        return self + -1 * wrap(other)

    def __mul__(self, other):
        return simplify(Mul(self, wrap(other)))

    def __rmul__(self, other):
        return wrap(other) * self

    def __radd__(self, other):
        return wrap(other) + self

    def __pow__(self, other):
        return simplify(Pow(self, wrap(other)))

    def __repr__(self):
        return show(self)


class Num(Expr):
    __match_args__ = ("value",)


class Var(Expr):
    __match_args__ = ("name",)


class Add(Expr):
    __match_args__ = ("left", "right")


class Mul(Expr):
    __match_args__ = ("left", "right")


class Pow(Expr):
    __match_args__ = ("base", "exponent")


class Call(Expr):
    __match_args__ = ("function", "argument")


def wrap(value):
    return value if isinstance(value, Expr) else Num(value)


def simplify(expr):
    """One level of algebra; the operators call it, so that trees stay simple."""
    match expr:
        case Add(Num(a), Num(b)):
            return Num(a + b)
        case Mul(Num(a), Num(b)):
            return Num(a * b)
        case Add(Num(0), x) | Add(x, Num(0)) | Mul(Num(1), x) | Mul(x, Num(1)) | Pow(x, Num(1)):
            return x
        case Mul(Num(0), _) | Mul(_, Num(0)):
            return Num(0)
        case Pow(_, Num(0)):
            return Num(1)
        case Mul(x, Num() as number):
            return number * x
        case Mul(Num(a), Mul(Num(b), x)):
            return Num(a * b) * x
        case Add(x, y) if x == y:
            return 2 * x
        case _:
            return expr


def derive(expr, name):
    """The derivative with respect to the variable `name`."""
    match expr:
        case Num():
            return Num(0)
        case Var(n):
            return Num(1 if n == name else 0)
        case Add(a, b):
            return derive(a, name) + derive(b, name)
        case Mul(a, b):
            return derive(a, name) * b + a * derive(b, name)
        case Pow(base, Num(n)):
            return n * base ** (n - 1) * derive(base, name)
        case Call("sin", x):
            return Call("cos", x) * derive(x, name)
        case Call("exp", x):
            return expr * derive(x, name)
        case Pow() | Call():
            raise NotImplementedError(f"no rule for {expr}")


def evaluate(expr, **values):
    match expr:
        case Num(value):
            return value
        case Var(name) if name in values:
            return values[name]
        case Var(name):
            raise NameError(f"{name} has no value")
        case Add(a, b):
            return evaluate(a, **values) + evaluate(b, **values)
        case Mul(a, b):
            return evaluate(a, **values) * evaluate(b, **values)
        case Pow(a, b):
            return evaluate(a, **values) ** evaluate(b, **values)
        case Call(function, x):
            return getattr(math, function)(evaluate(x, **values))


def show(expr, strength=0):
    """The expression as one would write it, with the parentheses it needs and no more."""
    match expr:
        case Num(value) | Var(value):
            return str(value)
        case Call(function=name, argument=x):
            return f"{name}({show(x)})"
        case Add(a, b):
            text, own = f"{show(a, 1)} + {show(b, 1)}", 1
        case Mul(a, b):
            text, own = f"{show(a, 2)}*{show(b, 2)}", 2
        case Pow(a, b):
            text, own = f"{show(a, 4)}^{show(b, 3)}", 3
    return f"({text})" if own < strength else text


def main():
    x, y = Var("x"), Var("y")
    for expr in [x + x, 3 * x**2 + 2 * x - 7, (x + 1) * (x + 1), x * 0 + y, (x + y) ** 3, Call("sin", 2 * x),
                 Call("exp", x**2) * y]:
        print(f"{expr!r:>22}    d/dx = {derive(expr, 'x')}")
    curve = x**3 - 2 * x
    print([evaluate(curve, x=value) for value in range(-2, 3)])
    guess, slope = 2.0, derive(curve, "x")
    for step in range(6):
        guess -= evaluate(curve, x=guess) / evaluate(slope, x=guess)
        print(f"Newton step {step + 1}: {guess:.12f}")
    for broken in (lambda: evaluate(x + y, x=1), lambda: derive(Call("log", x), "x")):
        try:
            broken()
        except (NameError, NotImplementedError) as error:
            print(f"{type(error).__name__}: {error}")


if __name__ == "__main__":
    main()
