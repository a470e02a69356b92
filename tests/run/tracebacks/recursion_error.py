# A recursion without end: one RecursionError, folded.
import sys

sys.setrecursionlimit(200)


def forever(n):
    return forever(n + 1)


forever(0)
