# Exceptions through generators, yield from, and throw().
def leaf():
    yield 1
    raise ValueError("in the leaf")


def branch():
    yield 0
    yield from leaf()


def consume(source):
    for item in source:
        print(item)


consume(branch())
