# Every binary operator on small, negative and large ints, and the signs of // and %.
pairs = [(7, 3), (-7, 3), (7, -3), (-7, -3), (0, 5), (2**70, 3), (-2**70, 12345678901234567890), (1, 2**65)]
for a, b in pairs:
    print(a, b, a + b, a - b, a * b, a // b, a % b, divmod(a, b))
    print(a & b, a | b, a ^ b, ~a, -a, +a, abs(a))
    print(a < b, a <= b, a == b, a != b, a > b, a >= b)
    print(a / b)

print(2**10, (-2) ** 3, 2**-1, 0**0, 10**25, pow(3, 100, 7), pow(3, -1, 7))
print(1 << 70, (1 << 70) >> 68, -1 >> 3, -5 >> 1, -5 << 2, 5 >> 1000)
print(True + True, True * 5, -True, ~False, True & 3, True | False, type(True & False), type(True & 1))


def attempt(f):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)


attempt(lambda: 1 // 0)
attempt(lambda: 1 % 0)
attempt(lambda: 1 / 0)
attempt(lambda: divmod(1, 0))
attempt(lambda: 1 << -1)
attempt(lambda: 1 >> -1)
attempt(lambda: pow(2, 3, 0))
attempt(lambda: pow(2, -1, 4))
attempt(lambda: 0**-1)
attempt(lambda: 1 + "a")
attempt(lambda: "a" + 1)
attempt(lambda: 1 @ 2)
attempt(lambda: -"a")
attempt(lambda: 1 < "a")
attempt(lambda: 2**5000 / 3)
attempt(lambda: 10**400 / 10**399)
