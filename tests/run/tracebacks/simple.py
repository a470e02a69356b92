# An uncaught exception through several functions.
def first(n):
    return second(n - 1)


def second(n):
    value = [1, 2, 3]
    return value[n]


print("start")
first(
    9
)
print("never")
