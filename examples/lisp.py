"""A small Lisp: reader, printer and evaluator, with closures, lists and tail calls that do not grow the stack."""

import functools
import operator


class Symbol(str):
    """A name, as opposed to a piece of text."""


class LispError(Exception):
    """A mistake in the Lisp program."""


def tokens(source):
    lines = (line.partition(";")[0] for line in source.splitlines())
    return " ".join(lines).replace("(", " ( ").replace(")", " ) ").replace("'", " ' ").split()


def read(stream):
    """Take one expression off a list of tokens that stands in reverse."""
    if not stream:
        raise LispError("unexpected end of input")
    token = stream.pop()
    if token == "(":
        items = []
        while stream and stream[-1] != ")":
            items.append(read(stream))
        if not stream:
            raise LispError("missing )")
        stream.pop()
        return items
    if token == ")":
        raise LispError("unexpected )")
    if token == "'":
        return [Symbol("quote"), read(stream)]
    if token in ("#t", "#f"):
        return token == "#t"
    for number in (int, float):
        try:
            return number(token)
        except ValueError:
            pass
    return Symbol(token)


def show(value):
    match value:
        case bool():
            return "#t" if value else "#f"
        case list():
            return "(" + " ".join(map(show, value)) + ")"
        case Procedure(parameters=names):
            return f"<procedure of {len(names)}>"
        case _:
            return str(value)


class Environment(dict):
    """Names and values, and the scope around them."""

    def __init__(self, names=(), values=(), outer=None):
        super().__init__(zip(names, values))
        self.outer = outer

    def __missing__(self, name):
        if self.outer is None:
            raise LispError(f"unbound name: {name}")
        return self.outer[name]


class Procedure:
    """A lambda with the scope it was written in."""

    def __init__(self, parameters, body, scope):
        self.parameters, self.body, self.scope = parameters, body, scope

    def enter(self, arguments):
        if len(arguments) != len(self.parameters):
            raise LispError(f"expected {len(self.parameters)} arguments, got {len(arguments)}")
        return Environment(self.parameters, arguments, self.scope)

    def __call__(self, *arguments):
        return evaluate(self.body, self.enter(arguments))


def evaluate(expr, scope):
    while True:  # a tail call is another turn of this loop
        match expr:
            case Symbol():
                return scope[expr]
            case ["quote", value]:
                return value
            case ["if", condition, yes, no]:
                expr = yes if evaluate(condition, scope) is not False else no
            case ["define", [name, *parameters], body]:
                scope[name] = Procedure(parameters, body, scope)
                return name
            case ["define", Symbol() as name, value]:
                scope[name] = evaluate(value, scope)
                return name
            case ["lambda", parameters, body]:
                return Procedure(parameters, body, scope)
            case ["let", bindings, body]:
                names = [name for name, _ in bindings]
                scope = Environment(names, [evaluate(value, scope) for _, value in bindings], scope)
                expr = body
            case ["begin", *steps, last]:
                for step in steps:
                    evaluate(step, scope)
                expr = last
            case [head, *rest]:
                function = evaluate(head, scope)
                arguments = [evaluate(argument, scope) for argument in rest]
                if isinstance(function, Procedure):
                    expr, scope = function.body, function.enter(arguments)
                elif callable(function):
                    return function(*arguments)
                else:
                    raise LispError(f"not a procedure: {show(function)}")
            case _:
                return expr


def fold(function):
    return lambda *numbers: functools.reduce(function, numbers)


GLOBALS = Environment(outer=None)
GLOBALS.update({
    "+": fold(operator.add), "-": fold(operator.sub), "*": fold(operator.mul), "/": fold(operator.truediv),
    "quotient": operator.floordiv, "remainder": operator.mod, "=": operator.eq, "<": operator.lt, ">": operator.gt,
    "list": lambda *items: list(items), "cons": lambda first, rest: [first, *rest], "car": lambda items: items[0],
    "cdr": lambda items: items[1:], "null?": lambda items: items == [], "length": len, "not": operator.not_,
    "map": lambda function, items: [function(item) for item in items],
})

PROGRAM = """
(define (square x) (* x x))                     ; functions
(map square '(1 2 3 4 5))
(define (fact n) (if (= n 0) 1 (* n (fact (- n 1)))))
(fact 25)
(define (count n sum) (if (= n 0) sum (count (- n 1) (+ sum n))))
(count 20000 0)                                 ; a tail call: no depth
(define (adder n) (lambda (x) (+ x n)))         ; a closure
((adder 10) 32)
(define (filter keep items)
  (if (null? items) '()
      (let ((rest (filter keep (cdr items))))
        (if (keep (car items)) (cons (car items) rest) rest))))
(filter (lambda (x) (= 1 (remainder x 2))) '(1 2 3 4 5 6 7))
(begin (define pi 3.14159) (* pi (square 2)))
'(quoted (list) #t #f)
square
(car (undefined 1))
(square 1 2)
(1 2)
"""


def main():
    stream = tokens(PROGRAM)[::-1]
    while stream:
        expr = read(stream)
        try:
            print(f"{show(expr)}\n    => {show(evaluate(expr, GLOBALS))}")
        except LispError as error:
            print(f"{show(expr)}\n    error: {error}")
    for bad in ["(1 2", ")"]:
        try:
            read(tokens(bad)[::-1])
        except LispError as error:
            print(f"{bad!r}: {error}")


if __name__ == "__main__":
    main()
