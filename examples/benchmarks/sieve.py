"""Eratosthenes' sieve over a list of booleans, stepping by hand and by slices."""


def by_hand(limit):
    flags = [True] * (limit + 1)
    flags[0] = flags[1] = False
    number = 2
    while number * number <= limit:
        if flags[number]:
            for multiple in range(number * number, limit + 1, number):
                flags[multiple] = False
        number += 1
    return flags


def by_slices(limit):
    flags = bytearray([1]) * (limit + 1)
    flags[0] = flags[1] = 0
    for number in range(2, int(limit**0.5) + 1):
        if flags[number]:
            flags[number * number::number] = bytes(len(range(number * number, limit + 1, number)))
    return flags


flags = by_hand(3_200_000)
primes = [number for number, flag in enumerate(flags) if flag]
print(len(primes), primes[-1], sum(primes))
again = by_slices(3_200_000)
print(sum(again), all(again[p] for p in primes))
