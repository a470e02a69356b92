"""Recursive Fibonacci numbers: nothing but calls, comparisons and additions of small integers."""


def fib(n):
    if n < 2:
        return n
    return fib(n - 1) + fib(n - 2)


print("fib(32) =", fib(32))
print("calls agree:", fib(20) == 6765)
