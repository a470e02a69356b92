"""Primes: an endless sieve, factors, a probabilistic test, and some curiosities."""

from itertools import count, islice, takewhile
from math import gcd, isqrt, prod


def primes():
    """All primes, without end: each composite number knows the primes that divide it."""
    divisors = {}
    for number in count(2):
        if number not in divisors:
            yield number
            divisors[number * number] = [number]
        else:
            for prime in divisors.pop(number):
                divisors.setdefault(number + prime, []).append(prime)


def sieve(limit):
    """The primes below `limit`, by striking out slices of a bytearray."""
    flags = bytearray([1]) * limit
    flags[:2] = b"\0\0"
    for number in range(2, isqrt(limit) + 1):
        if flags[number]:
            flags[number * number::number] = bytes(len(range(number * number, limit, number)))
    return [number for number, flag in enumerate(flags) if flag]


def factors(number):
    """The prime factors of a number with how often each occurs."""
    found = {}
    for divisor in count(2):
        if divisor * divisor > number:
            break
        while number % divisor == 0:
            found[divisor] = found.get(divisor, 0) + 1
            number //= divisor
    if number > 1:
        found[number] = 1
    return found


def is_prime(number):
    """Miller and Rabin's test; these witnesses are enough for all numbers below 3.3e24."""
    if number < 2:
        return False
    witnesses = (2, 3, 5, 7, 11, 13, 17, 19, 23, 29, 31, 37, 41)
    if number in witnesses:
        return True
    odd, twos = number - 1, 0
    while odd % 2 == 0:
        odd, twos = odd // 2, twos + 1
    for witness in witnesses:
        x = pow(witness, odd, number)
        if x in (1, number - 1):
            continue
        for _ in range(twos - 1):
            x = x * x % number
            if x == number - 1:
                break
        else:
            return False
    return True


def as_product(parts):
    return " * ".join(f"{p}^{n}" if n > 1 else str(p) for p, n in parts.items())


def totient(number):
    return sum(gcd(k, number) == 1 for k in range(1, number + 1))


def main():
    print("the first 25:", *islice(primes(), 25))
    print("below 100:   ", *takewhile(lambda p: p < 100, primes()))
    small = sieve(100_000)
    print(f"there are {len(small)} primes below 100,000; the last is {small[-1]}")
    print("both ways agree:", small[:2000] == list(islice(primes(), 2000)))
    for number in (360, 1001, 65536, 1234567890, 600851475143):
        parts = factors(number)
        print(f"{number} = {as_product(parts)}", "correct" if prod(p**n for p, n in parts.items()) == number else "?")
    twins = [(p, q) for p, q in zip(small, small[1:]) if q - p == 2]
    print(f"{len(twins)} twins, the last {twins[-1]}")
    gap, before = max((q - p, p) for p, q in zip(small, small[1:]))
    print(f"the widest gap is {gap}, after {before}")
    print("Mersenne exponents:", [p for p in small[:20] if is_prime(2**p - 1)])
    print("a liar for Fermat:", 561, all(pow(a, 560, 561) == 1 for a in range(2, 561) if gcd(a, 561) == 1), is_prime(561))
    print("the next prime after 10**20:", next(n for n in count(10**20) if is_prime(n)))
    print("totients:", [totient(n) for n in range(1, 16)])


if __name__ == "__main__":
    main()
