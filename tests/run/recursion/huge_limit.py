# With an enormous limit the native stack is still guarded: RecursionError, never a crash.
import sys

sys.setrecursionlimit(10**9)


def count(n):
    return 0 if n == 0 else 1 + count(n - 1)


print(count(20_000))
nested = []
for _ in range(3000):
    nested = [nested]
print(len(repr(nested)), nested == nested, str(nested) == repr(nested))
