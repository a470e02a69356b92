# Operators on numbers of all sizes, from a generator that every implementation runs alike; checked against exact results.
state = 12345


def bits(n):
    global state
    result = 0
    for _ in range((n + 31) // 32):
        state = (state * 6364136223846793005 + 1442695040888963407) % 2**64
        result = result << 32 | state >> 32
    return result & ((1 << n) - 1)


EDGES = [0, 1, -1, 2, 2**29, 2**30, 2**31, 2**32, 2**53, 2**61 - 1, 2**61, 2**62, 2**63 - 1, 2**63, 2**64, 2**127, 2**128]


def number():
    kind = bits(3)
    if kind < 3:
        value = EDGES[bits(8) % len(EDGES)] + bits(2) - 1
    else:
        value = bits(1 + bits(8) if kind < 6 else 1 + bits(11))
    return -value if bits(1) else value


def attempt(operation, *args):
    try:
        return operation(*args)
    except (ZeroDivisionError, ValueError, OverflowError) as error:
        return f"{type(error).__name__}: {error}"


for i in range(300):
    a, b = number(), number()
    assert a + b - b == a and a - b + b == a and -(-a) == a and ~~a == a
    assert (a & b) + (a | b) == a + b and a ^ b == (a | b) - (a & b)
    if b:
        q, r = divmod(a, b)
        assert q * b + r == a and (0 <= r < b or b < r <= 0) and (a // b, a % b) == (q, r), (a, b)
        assert (a * b) // b == a and (a * b) % b == 0
    s = bits(7)
    assert a << s == a * 2**s and a >> s == a // 2**s
    assert int(str(a)) == a == int(hex(a), 16) == int(oct(a), 0) == int(bin(a), 2)
    assert int.from_bytes(a.to_bytes(400, "big", signed=True), "big", signed=True) == a
    assert hash(a) == (lambda h: -2 if h == -1 else h)(abs(a) % (2**61 - 1) * (1 if a >= 0 else -1))
    if i % 5 == 0:
        print(hash(a * b), hash(a + b), (a & b) % 10**9, a.bit_length(), a.bit_count(), attempt(lambda: a / b), attempt(lambda: a < b / 3))
        m = abs(b) + 1
        print(attempt(pow, a, bits(6), m), attempt(pow, a, -1, m), round(a, -3), attempt(float, a), attempt(lambda: a == float(a)))
