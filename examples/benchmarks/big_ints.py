"""Big integers: multiplication, division, powers, and conversion to text and back."""


def fibonacci(n):
    a, b = 0, 1
    for _ in range(n):
        a, b = b, a + b
    return a


def factorial(low, high):
    if high - low < 8:
        product = 1
        for n in range(low, high):
            product *= n
        return product
    middle = (low + high) // 2
    return factorial(low, middle) * factorial(middle, high)


def pi(digits):
    """Machin's formula in fixed point."""
    unity = 10 ** (digits + 10)

    def arctan(x):
        term = total = unity // x
        n, square = 3, x * x
        while term:
            term //= -square
            total += term // n
            n += 2
        return total

    return 4 * (4 * arctan(5) - arctan(239)) // 10**10


def is_prime(n):
    odd, twos = n - 1, 0
    while odd % 2 == 0:
        odd //= 2
        twos += 1
    for witness in (2, 3, 5, 7, 11):
        x = pow(witness, odd, n)
        if x in (1, n - 1):
            continue
        for _ in range(twos - 1):
            x = x * x % n
            if x == n - 1:
                break
        else:
            return False
    return True


print(fibonacci(60_000) % 10**30)
big = factorial(1, 30_000)
print(big.bit_length(), big % (2**127 - 1))
print(pi(20_000) % 10**40)
print([n for n in (127, 521, 607, 1000) if is_prime(2**n - 1)])
text = str(7**4500)
print(len(text), int(text) == 7**4500, sum(map(int, text)))
print(sum((1 << n) // (n * n + 1) for n in range(1, 3000)) % 1_000_000_007)
