# Float arithmetic and comparison, with ints of all sizes on the other side.
values = [0.0, -0.0, 1.5, -2.25, 1e308, 5e-324, 1e16, 0.1, float("inf"), float("-inf"), float("nan")]
for a in values:
    for b in (3.0, -0.5, 2, 0.0):
        row = [a + b, a - b, a * b]
        for operation in ("a / b", "a // b", "a % b", "divmod(a, b)"):
            try:
                row.append(eval(operation))
            except ZeroDivisionError as error:
                row.append(str(error))
        print(a, b, row)
for a in values:
    print(a, -a, +a, abs(a), a == a, a < 1, a > 1, a <= 1.5, bool(a))
print(2**53 + 1 == 2.0**53, 2**53 + 1 > 2.0**53, 10**400 > float("inf"), -(10**400) < 1e308, 10**22 == 1e22, 10**23 == 1e23)
print(1 == 1.0, 1.0 == True, 0.1 + 0.2, 0.1 + 0.2 == 0.3, 1e16 + 1, 3 * 0.1, 7 // 2.0, -7 // 2.0, 7 % -2.5)
print(2.0**0.5, 2.0**-1, (-8.0) ** (1 / 3), 0.0**0, float("inf") ** 0, (-2.0) ** 3, 1e200**0.5, 2**0.5, 4**-0.5)
for source in ("1.0 / 0", "1.0 // 0", "1.0 % 0.0", "divmod(1.0, 0)", "0.0 ** -1", "1e200 ** 2", "10**400 * 1.0",
               "10**400 + 1.0", "1.5 + 'a'", "1.5 < 'a'", "1.5 @ 2", "-0.0 ** 2", "float(10**400)", "1e400", "-1e400"):
    try:
        print(source, eval(source))
    except Exception as error:
        print(source, type(error).__name__, error)
