# Operators, rounding and text of floats from a generator that every implementation runs alike.
state = 2024


def bits(n):
    global state
    state = (state * 6364136223846793005 + 1442695040888963407) % 2**64
    return state >> 64 - n


def number():
    kind = bits(2)
    mantissa, exponent = bits(53), bits(7) - 64
    if kind == 0:
        return (mantissa >> 40) / 2 ** bits(3) * (-1) ** bits(1)
    if kind == 1:
        exponent = bits(11) - 1074
    value = float.fromhex(f"0x{mantissa:x}p{min(exponent, 900)}")
    return -value if bits(1) else value


def attempt(operation, *args):
    try:
        return repr(operation(*args))
    except (ZeroDivisionError, ValueError, OverflowError) as error:
        return f"{type(error).__name__}: {error}"


for i in range(300):
    a, b, n = number(), number(), bits(6) - 32
    assert float(repr(a)) == a == float.fromhex(a.hex())
    numerator, denominator = a.as_integer_ratio()
    assert numerator / denominator == a
    print(a, b, attempt(lambda: a + b), attempt(lambda: a * b), attempt(lambda: a / b), attempt(divmod, a, b), a < b)
    print(round(a), attempt(round, a, n), hash(a), a.hex(), int(a) % 1000007, a == int(a), int(a) <= a)
    print(f"{a:.3f} {a:.5e} {a:g} {a:,.2f} {a:+012.1f} {a!r:>25} {a:%}" if abs(a) < 1e60 else f"{a:.17g}")
