"""Long ints divided by short ones: every size around the pieces in which it is done, every sign, digits one by one."""
seed = 99


def random(bits):
    global seed
    number = 0
    for _ in range(bits // 31 + 1):
        seed = seed * 48271 % 2147483647
        number = number << 31 | seed
    return number >> (number.bit_length() - bits) if bits else 0


checksum = 0
divisors = [1, 2, 3, 7, 10, 25, 255, 256, 57121, 10**9, 2**31 - 1, 2**31, 2**32 - 2, 2**32 - 1, 2**32, 2**33 + 1, 10**18, 2**63, 2**64 + 1]
for words in (1, 2, 3, 6, 7, 8, 9, 15, 16, 17, 31, 32, 33, 34, 35, 36, 63, 64, 65, 127, 128, 129, 200):
    for extra in (-1, 0, 1, 40):
        a = random(words * 64 + extra)
        if extra == 40:
            a = a >> 100 << 100
        for divisor in divisors:
            for x in (a, -a, a // divisor * divisor, -(a // divisor * divisor)):
                for d in (divisor, -divisor):
                    quotient, rest = divmod(x, d)
                    assert quotient * d + rest == x and (0 <= rest < d or d < rest <= 0), (x, d)
                    assert x // d == quotient and x % d == rest, (x, d)
                    checksum = (checksum * 31 + hash(quotient) + rest) % (2**61 - 1)
print(checksum)
for n in (64 * 8, 64 * 32, 64 * 33 + 5):
    for x in ((1 << n) - 1, 1 << n, -(1 << n), (1 << n) + 1):
        print([x // d % 1000007 for d in (1, -1, 3, 2**32 - 1, -(2**32 - 1))], [x % d for d in (1, -1, 3, -3, 2**32 - 1)])
n = 7**900
digits = []
while n:
    n, d = divmod(n, 10)
    digits.append(str(d))
print("".join(reversed(digits)) == str(7**900), len(digits))
n, ones = 3**2000, 0
while n:
    ones += n % 2
    n //= 2
print(ones == bin(3**2000).count("1"), ones)
x = 10**600
print(x // True == x, x % True, (x + 3) % 97, -(x + 3) % 97)
for wrong in (lambda: x // 0, lambda: x % 0, lambda: divmod(x, 0), lambda: x // False):
    try:
        wrong()
    except ZeroDivisionError as error:
        print(error)
