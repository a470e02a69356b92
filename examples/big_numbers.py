"""Integers without limits: factorials, Fibonacci numbers, a thousand digits of pi, perfect powers, RSA in small."""

from itertools import count, islice
from math import comb, factorial, isqrt, lcm


def fibonacci(n):
    """The n-th Fibonacci number by doubling: as many steps as n has bits."""
    if n == 0:
        return 0, 1
    a, b = fibonacci(n // 2)
    c, d = a * (2 * b - a), a * a + b * b
    return (d, c + d) if n % 2 else (c, d)


def pi_digits():
    """The digits of pi, one after another, from a stream of fractions that close in on it (Gibbons)."""
    q, r, t, k, digit, x = 1, 0, 1, 1, 3, 3
    while True:
        if 4 * q + r - t < digit * t:
            yield digit
            q, r, digit = 10 * q, 10 * (r - digit * t), 10 * (3 * q + r) // t - 10 * digit
        else:
            q, r, t, k, digit, x = (q * k, (2 * q + r) * x, t * x, k + 1,
                                    (q * (7 * k + 2) + r * x) // (t * x), x + 2)


def arctan_inverse(x, unity):
    """arctan(1/x) in fixed point."""
    term = total = unity // x
    for n in count(3, 2):
        term //= -x * x
        if not term:
            return total
        total += term // n


def pi_machin(digits):
    unity = 10 ** (digits + 10)
    return 4 * (4 * arctan_inverse(5, unity) - arctan_inverse(239, unity)) // 10**10


def square_root(number, digits):
    """The square root as text, exact to the last digit shown."""
    root = str(isqrt(number * 10 ** (2 * digits)))
    return root[:-digits] + "." + root[-digits:]


def digits_grouped(number, width=5):
    text = str(number)
    return " ".join(text[i:i + width] for i in range(0, len(text), width))


def rsa(message):
    """Encrypt with the public key, decrypt with the private one."""
    p, q = 2**127 - 1, 2**89 - 1
    modulus, public = p * q, 65537
    private = pow(public, -1, lcm(p - 1, q - 1))
    number = int.from_bytes(message.encode(), "big")
    secret = pow(number, public, modulus)
    plain = pow(secret, private, modulus)
    return secret, plain.to_bytes((plain.bit_length() + 7) // 8, "big").decode()


def main():
    print("50! =", factorial(50))
    big = factorial(1000)
    print(f"1000! has {len(str(big))} digits and ends in {len(str(big)) - len(str(big).rstrip('0'))} zeros")
    print("sum of its digits:", sum(map(int, str(big))))
    print("the 300th Fibonacci number:", fibonacci(300)[0])
    print("bits of the 100,000th:", fibonacci(100_000)[0].bit_length())
    pi = pi_machin(1000)
    print("pi:", digits_grouped(str(pi)[:60]), "...", digits_grouped(str(pi)[-20:]))
    print("a stream of digits:", *islice(pi_digits(), 40), sep="")
    print("the two agree:", "".join(map(str, islice(pi_digits(), 400))) == str(pi)[:400])
    print("square root of 2:", square_root(2, 60))
    print("2**521 - 1 =", hex(2**521 - 1)[:20], "...", (2**521 - 1).bit_length(), "bits")
    print("C(200, 100) =", comb(200, 100))
    print("wheat on a chessboard:", f"{sum(2**i for i in range(64)):,}")
    secret, plain = rsa("Meet me at noon, Ada")
    print(f"secret: {secret:x}\nplain:  {plain}")
    number = 123456789**7
    print(divmod(number, 987654321**3), number % -1000, -number // 10**50, number & 0xFFFF_FFFF, number >> 150)
    print(sum(n**n for n in range(1, 1001)) % 10**10, int("zz" * 10, 36), f"{7**77:e}", float(10**22), 10**23 == 1e23)


if __name__ == "__main__":
    main()
