# pow() with two and three arguments, inverses, and the method behind it.
for base in (-7, -1, 0, 1, 2, 5, 10**20):
    for exponent in (0, 1, 2, 5, 63, 10**10):
        print(base, exponent, [pow(base, exponent, m) for m in (1, 2, -5, 7, 10**9 + 7, 2**70)])
print([pow(a, -1, 17) for a in range(1, 17)], pow(3, -5, 7), pow(-3, -1, 11), pow(2, -1, 2**61 - 1), pow(10**30, -3, 10**9 + 7))
print(pow(2, 10), pow(2, -2), pow(2.0, 3), pow(4, 0.5), pow(-4, 0.5), pow(base=2, exp=5, mod=13), pow(2, 5, mod=None))
print([n**e for n in (-3, 0, 3) for e in range(5)], 0**0, 0.0**0.0, (-1) ** 10**20, 1 ** -5, (-1) ** -3)


class P:
    def __pow__(self, exponent, modulus=None):
        return ("pow", exponent, modulus)

    def __rpow__(self, base, modulus=None):
        return ("rpow", base, modulus)

    def __ipow__(self, exponent):
        return ("ipow", exponent)


p = P()
print(p**2, 2**p, pow(p, 2), pow(p, 2, 3), pow(2, p))
p **= 4
print(p)
for source in ("pow(2, 3, 0)", "pow(2, -1, 4)", "pow(0, -1, 5)", "pow(2, 3.0, 5)", "pow(2.0, 3, 5)", "pow('a', 2)",
               "pow(2)", "pow(2, 3, 4, 5)", "2 ** 'a'", "pow(2, 'a', 3)", "0 ** -2", "0.0 ** -1.5", "pow(2, P(), 3)"):
    try:
        print(source, eval(source))
    except Exception as error:
        print(source, type(error).__name__, error)
