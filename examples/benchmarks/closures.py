"""Functions as values: closures, decorators, default, keyword and star arguments, map, filter and partial application."""

from functools import partial, reduce


def counter():
    count = 0

    def increase(by=1):
        nonlocal count
        count += by
        return count

    return increase


def compose(*functions):
    def composed(value):
        for function in functions:
            value = function(value)
        return value

    return composed


def traced(function):
    def wrapper(*args, **kwargs):
        wrapper.calls += 1
        return function(*args, **kwargs)

    wrapper.calls = 0
    return wrapper


@traced
def area(width, height=2, *, scale=1):
    return width * height * scale


def keywords(a, b, *rest, c=3, **others):
    return a + b * 2 + c * 3 + len(rest) + len(others)


def main(rounds):
    increase = counter()
    pipeline = compose(lambda x: x + 1, lambda x: x * 3, lambda x: x % 1001)
    half = partial(area, scale=2)
    total = 0
    for i in range(rounds):
        total += increase(i & 3) & 15
        total += pipeline(i)
        total += half(i % 10, height=3)
        total += keywords(i % 5, 2, c=1)
        total += keywords(1, 2, 3, 4, extra=i)
    print(total, area.calls)
    print(sum(map(lambda a, b: a * b % 13, range(rounds), reversed(range(rounds)))))
    print(len(list(filter(lambda n: n % 7 in (1, 2), range(rounds)))), reduce(lambda a, b: (a * 31 + b) % 9973, range(rounds)))
    print(max(range(rounds), key=lambda n: (n * 7919) % 10007))


main(200_000)
