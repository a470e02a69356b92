# Arithmetic between bool, int, float and complex: the type of every result.
import operator

values = [True, 3, -2, 2**70, 1.5, -0.0, 2 + 1j]
for name in ("add", "sub", "mul", "truediv", "floordiv", "mod", "pow", "and_", "or_", "xor", "lshift", "rshift", "eq", "lt", "ge"):
    row = []
    for a in values:
        for b in values:
            if name in ("pow", "lshift", "rshift") and (abs(b) > 100 or abs(a) > 100):
                continue
            try:
                r = getattr(operator, name)(a, b)
                row.append(f"{type(r).__name__[0]}:{r}")
            except (TypeError, ZeroDivisionError, ValueError, OverflowError) as error:
                row.append(type(error).__name__[:5])
    print(name, *row)
for x in values:
    print(type(+x).__name__, type(-x).__name__, type(abs(x)).__name__, type(x * 1).__name__, type(x + 0.0).__name__, type(x + 0j).__name__, type(x ** 2).__name__, type(x == x).__name__, bool(x))
print(sum([True, 1.5, 2j]), sum([1, 2.0]), max(1, True), min(0, False, 0.0), sorted([2.5, True, -1, 2**70]), 1 == True == 1.0 == 1 + 0j, divmod(7.5, True), round(True), int(True) is True, True // True, False ** False, type(True ** 2), type(True // 1.0))
print(0.1 + 1, 1e16 + 1, 2**53 + 1.0, 2**70 * 1.0, 10**25 / 10**5, 10**25 // 1e5, 2**1023 * 1.5 if True else 0, 7 // 0.5, -7 % 0.3, 1j * 1j == -1, (1 + 0j) < 2 if False else "no order")
