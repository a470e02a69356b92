"""islice: bounds that are no index, negative bounds, steps, and a count that steps by True."""

import itertools


def bounds(*args):
    try:
        print(list(itertools.islice("abcdef", *args)))
    except (ValueError, TypeError) as e:
        print(type(e).__name__, e)


for args in (
    ("x",), (1, "x"), ("x", 3), (-1, 3), (1, -1), (1, -2), ("x", -1), (1, 5, 0), (1, 5, "x"), (None, None),
    (2, None, 3),
):
    bounds(*args)
print(list(itertools.islice(itertools.count(True), 3)))
