# Frames that alternate are not folded.
def even(n):
    odd(n - 1)


def odd(n):
    if n < 1:
        1 / 0
    even(n - 1)


even(9)
