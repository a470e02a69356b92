# Products and quotients of numbers of very different sizes, checked by identities.
def check(a, b):
    q, r = divmod(a, b)
    return q * b + r == a and 0 <= abs(r) < abs(b) and (r == 0 or (r < 0) == (b < 0))


state = 1
samples = []
for bits in (1, 20, 29, 30, 31, 59, 60, 61, 62, 63, 64, 65, 100, 128, 500, 1000, 3000):
    n = 0
    while n.bit_length() < bits:
        state = (state * 6364136223846793005 + 1442695040888963407) % 2**64
        n = n << 40 | state >> 24
    samples.append(n % 2**bits | 1 << bits - 1)
print([n % 1000 for n in samples])
print(all(check(a, b) and check(-a, b) and check(a, -b) and check(-a, -b) for a in samples for b in samples))
print(all((a + b) * (a - b) == a * a - b * b for a in samples for b in samples))
print(all(a * b // b == a for a in samples for b in samples))
print(all(int(str(a)) == a and int(hex(a), 16) == a and int(bin(a), 2) == a and int(oct(a), 8) == a for a in samples))
print(sum(a * b for a in samples for b in samples) % (2**89 - 1))
print([a // 7**20 % 10**9 for a in samples[-6:]])
print(pow(samples[-1], samples[-2], samples[-3]) % 10**12, pow(3, 10**40, 10**18 + 9))
print(str(samples[-1])[:40], len(str(samples[-1])), hex(samples[10]), oct(samples[8]), bin(samples[3]))
