# Shifts and bit operations, with negative and with big numbers.
for n in (0, 1, -1, 5, -5, 2**64 + 3, -(2**64) - 3, 2**200 - 1):
    print(n, [n >> s for s in (0, 1, 2, 30, 63, 64, 100, 300)])
    print([n << s for s in (0, 1, 2, 30, 64)])
    print(n & 0xFF, n & -256, n | 0xFF, n | -256, n ^ 0xFF, n ^ -1, ~n)
for a in (-(2**70), -12, 0, 12, 2**70):
    for b in (-(2**65) - 1, -7, 0, 7, 2**65 + 1):
        print(a, b, a & b, a | b, a ^ b)
mask = 0
for bit in (0, 3, 64, 100):
    mask |= 1 << bit
print(mask, bin(mask).count("1"), [bit for bit in range(128) if mask >> bit & 1])
mask &= ~(1 << 64)
print(mask, mask.bit_length())
print(True & True, True | 2, True ^ True, False << 3, True << 3, True & 1.0 if False else "no")
print(1 << 0, 0 << 10**6, 1 >> 10**30, -1 >> 10**30)
for source in ("1 << -1", "1 >> -1", "1.0 << 1", "1 << 1.0", "1 & 1.0", "'a' | 1", "~1.5", "1 << 10**30"):
    try:
        print(eval(source))
    except Exception as error:
        print(source, type(error).__name__, error)
