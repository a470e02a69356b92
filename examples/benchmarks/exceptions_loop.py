"""Exceptions in a loop: raised, caught by kind, passed through finally and functions, and turned into others."""


class Refused(Exception):
    def __init__(self, number):
        super().__init__(number)
        self.number = number


def check(number):
    if number % 3 == 0:
        raise Refused(number)
    if number % 5 == 0:
        raise ValueError("five")
    return number


def deep(number, depth):
    try:
        return check(number) if depth == 0 else deep(number, depth - 1)
    finally:
        deep.left += 1


deep.left = 0


def run(count):
    refused = fives = passed = missing = 0
    table = {}
    for i in range(count):
        try:
            passed += deep(i, 2)
        except Refused as error:
            refused += error.number
        except ValueError:
            fives += 1
        try:
            table[i]
        except KeyError:
            missing += 1
            if i % 2:
                table[i + 1] = i
        try:
            try:
                int("x" if i % 4 == 0 else "7")
            except ValueError as error:
                raise RuntimeError("translated") from error
        except RuntimeError as error:
            fives += error.__cause__ is not None
        else:
            passed += 1
    return refused, fives, passed, missing, deep.left


print(run(220_000))
