"""Ints around the sizes at which they change how they are stored: 62, 64, 126 and 128 bits."""
edges = []
for bits in (0, 1, 31, 53, 60, 61, 62, 63, 64, 65, 100, 124, 125, 126, 127, 128, 129, 190):
    for near in (-1, 0, 1):
        edges += [(1 << bits) + near, -(1 << bits) + near]
edges = sorted(set(edges))


def check(a, b):
    total, difference, product = a + b, a - b, a * b
    assert total - b == a and difference + b == a and (a ^ b) ^ b == a, (a, b)
    assert (a & b) + (a | b) == total and ~a == -a - 1, (a, b)
    if b:
        quotient, rest = divmod(a, b)
        assert quotient == a // b and rest == a % b, (a, b)
        assert quotient * b + rest == a and (0 <= rest < b or b < rest <= 0), (a, b)
        assert product // b == a and product % b == 0, (a, b)
    assert (a < b) == (difference < 0) and (a == b) == (difference == 0), (a, b)
    return total, product, hash(total)


checksum = 0
for a in edges:
    for b in edges:
        for value in check(a, b):
            checksum = (checksum * 1000003 + value) % (2**61 - 1)
    for count in (0, 1, 2, 61, 62, 63, 64, 65, 127):
        assert a << count >> count == a and a >> count == a // 2**count, (a, count)
        checksum = (checksum * 31 + (a << count) + (a >> count)) % (2**61 - 1)
    assert int(str(a)) == a and f"{a}" == str(a) == "%d" % a == format(a, "d") == repr(a)
print(len(edges), checksum)
for a, b in ((2**63, -1), (-(2**63), -1), (-(2**127), -1), (-(2**126), 1), (2**125, -(2**64)), (-7, 2**64), (7, -(2**64)), (-(2**64), 7)):
    print(a // b, a % b, divmod(a, b), a * b, a + b, a - b)
for a in (2**64, 2**200, 5, True):
    for operation in (lambda: a // 0, lambda: a % 0, lambda: divmod(a, 0), lambda: a / 0):
        try:
            operation()
        except ZeroDivisionError as error:
            print(error)


class Sub(int):
    def __add__(self, other):
        return "added"

    def __rmul__(self, other):
        return "multiplied"


s = Sub(2**64)
print(s + 1, 2 * s, 2**64 * s, s - 1, type(s - 1), True + 2**64, 2**64 % True, 2**64 + 0.5, 2**64 // 2.0)
x = 1
for _ in range(100):
    x = x * 6364136223846793005 % (1 << 64)
print(x)
x = 0
for i in range(200):
    x += 1 << i
    x -= i
    x ^= i << 3
print(x)
