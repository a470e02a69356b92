# Plain recursion without end and 10**9 as recursion limit: an exception, not the end of the process.
import sys

sys.setrecursionlimit(10**9)


def forever(n):
    return forever(n + 1) + 1


try:
    forever(0)
except (RecursionError, MemoryError):
    print("ended")
