"""A calculator: tokenizer, precedence-climbing parser, and an evaluator with variables and functions."""

import math
import operator
from collections import namedtuple

Token = namedtuple("Token", "kind text column")
Operator = namedtuple("Operator", "precedence right apply")

OPERATORS = {
    "=": Operator(0, True, None),
    "<": Operator(1, False, operator.lt),
    ">": Operator(1, False, operator.gt),
    "+": Operator(2, False, operator.add),
    "-": Operator(2, False, operator.sub),
    "*": Operator(3, False, operator.mul),
    "/": Operator(3, False, operator.truediv),
    "%": Operator(3, False, operator.mod),
    "^": Operator(5, True, operator.pow),
}
UNARY = {"-": operator.neg, "+": operator.pos}
UNARY_PRECEDENCE = 4
FUNCTIONS = {"sqrt": math.sqrt, "sin": math.sin, "max": max, "min": min, "abs": abs, "round": round, "gcd": math.gcd}


class CalculatorError(Exception):
    def __init__(self, message, column):
        super().__init__(message)
        self.column = column


def tokenize(text):
    """Split the text; the last token is an "end"."""
    column = 0
    while column < len(text):
        start, c = column, text[column]
        if c.isspace():
            column += 1
            continue
        if c.isdigit() or c == ".":
            while column < len(text) and (text[column].isdigit() or text[column] == "."):
                column += 1
            kind = "number"
        elif c.isalpha():
            while column < len(text) and text[column].isalnum():
                column += 1
            kind = "name"
        elif c in OPERATORS or c in "(),":
            column += 1
            kind = c
        else:
            raise CalculatorError(f"unexpected {c!r}", column)
        yield Token(kind, text[start:column], start)
    yield Token("end", "", column)


class Parser:
    """Turns tokens into nested tuples: ("+", left, right), ("call", name, arguments), numbers and names."""

    def __init__(self, text):
        self.tokens = tokenize(text)
        self.advance()

    def advance(self):
        self.token = next(self.tokens, None)

    def take(self, *kinds):
        token = self.token
        if token.kind not in kinds:
            raise CalculatorError(f"expected {' or '.join(kinds)}, not {token.text or 'the end'}", token.column)
        self.advance()
        return token

    def statement(self):
        tree = self.expression(0)
        self.take("end")
        return tree

    def expression(self, lowest):
        left = self.operand()
        while (op := OPERATORS.get(self.token.kind)) and op.precedence >= lowest:
            token = self.take(self.token.kind)
            right = self.expression(op.precedence + (not op.right))
            left = (token.text, left, right)
        return left

    def operand(self):
        token = self.take("number", "name", "(", "-", "+")
        match token.kind:
            case "number":
                return float(token.text) if "." in token.text else int(token.text)
            case "name" if self.token.kind == "(":
                return ("call", token.text, self.arguments())
            case "name":
                return token.text
            case "(":
                inner = self.expression(0)
                self.take(")")
                return inner
            case sign:
                return ("unary", sign, self.expression(UNARY_PRECEDENCE))

    def arguments(self):
        self.take("(")
        found = [self.expression(0)]
        while self.token.kind == ",":
            self.advance()
            found.append(self.expression(0))
        self.take(")")
        return found


def evaluate(tree, names):
    match tree:
        case int() | float():
            return tree
        case str(name):
            return names[name]
        case ("=", str(name), value):
            names[name] = evaluate(value, names)
            return names[name]
        case ("=", _, _):
            raise CalculatorError("only a name can be given a value", 0)
        case ("call", name, arguments):
            return FUNCTIONS[name](*(evaluate(a, names) for a in arguments))
        case ("unary", sign, value):
            return UNARY[sign](evaluate(value, names))
        case (op, left, right):
            return OPERATORS[op].apply(evaluate(left, names), evaluate(right, names))


LINES = """\
1 + 2 * 3
(1 + 2) * 3
2 ^ 3 ^ 2
-2 ^ 2
8 / 4 / 2
side = 3
area = side ^ 2
a = b = area + 1
sqrt(a + b + 5)
max(1, side, min(10, 7)) > 6
round(sin(pi / 6), 6)
17 % 5 - -3
gcd(84, 36) * 1.5
1 +
2 $ 3
(4
1 / (side - 3)
unknown + 1
3 = 4
7 7
"""


def main():
    names = {"pi": math.pi}
    for line in LINES.splitlines():
        try:
            print(f"{line:<32} = {evaluate(Parser(line).statement(), names)}")
        except CalculatorError as error:
            print(line, " " * error.column + f"^ {error}", sep="\n")
        except (KeyError, ArithmeticError) as error:
            print(f"{line:<32} ! {type(error).__name__}: {error}")
    print({name: value for name, value in names.items() if name != "pi"})


if __name__ == "__main__":
    main()
