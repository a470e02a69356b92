"""Fizz buzz, five ways: the same little game shows five corners of the language."""

import itertools

LIMIT = 20


def with_conditions(limit):
    """The way everybody writes it first."""
    words = []
    for number in range(1, limit + 1):
        if number % 15 == 0:
            words.append("FizzBuzz")
        elif number % 3 == 0:
            words.append("Fizz")
        elif number % 5 == 0:
            words.append("Buzz")
        else:
            words.append(str(number))
    return words


def with_strings(limit):
    """A bool is an int, and an empty string is false."""
    return ["Fizz" * (n % 3 == 0) + "Buzz" * (n % 5 == 0) or str(n) for n in range(1, limit + 1)]


def with_patterns(limit):
    """Match on both remainders at once."""

    def word(number):
        match number % 3, number % 5:
            case 0, 0:
                return "FizzBuzz"
            case 0, _:
                return "Fizz"
            case _, 0:
                return "Buzz"
            case _:
                return f"{number}"

    return list(map(word, range(1, limit + 1)))


def with_iterators(limit):
    """No arithmetic at all: two rhythms running side by side."""
    fizz = itertools.cycle(["", "", "Fizz"])
    buzz = itertools.cycle(["", "", "", "", "Buzz"])
    numbers = itertools.count(1)
    rhythm = (f + b or str(n) for f, b, n in zip(fizz, buzz, numbers))
    return list(itertools.islice(rhythm, limit))


def with_rules(limit, rules=((3, "Fizz"), (5, "Buzz"))):
    """The rules are data, so that players can add their own."""

    def say(number):
        return "".join(word for divisor, word in rules if not number % divisor) or str(number)

    return [say(number) for number in range(1, limit + 1)]


def main():
    ways = [with_conditions, with_strings, with_patterns, with_iterators, with_rules]
    results = [way(LIMIT) for way in ways]
    for way, result in zip(ways, results):
        print(f"{way.__name__:>16}: {' '.join(result[:15])} ...")
    print("All ways agree:", all(result == results[0] for result in results))
    print("With a third rule:", *with_rules(21, ((3, "Fizz"), (5, "Buzz"), (7, "Bang")))[-8:])


if __name__ == "__main__":
    main()
