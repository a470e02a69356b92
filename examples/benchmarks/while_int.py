"""A while loop over integers: arithmetic, bit operations and branches, no calls at all."""


def collatz(limit):
    """The start below `limit` with the longest way to 1, and the length of all ways together."""
    best = longest = total = 0
    start = 1
    while start < limit:
        n = start
        steps = 0
        while n != 1:
            if n & 1:
                n = 3 * n + 1
            else:
                n >>= 1
            steps += 1
        total += steps
        if steps > longest:
            longest = steps
            best = start
        start += 1
    return best, longest, total


def checksum(rounds):
    """A linear congruential generator, folded."""
    state = 1
    folded = 0
    i = 0
    while i < rounds:
        state = (state * 1103515245 + 12345) & 0x7FFFFFFF
        folded ^= state >> (i & 7)
        i += 1
    return folded


print("collatz:", collatz(45_000))
print("checksum:", checksum(600_000))
