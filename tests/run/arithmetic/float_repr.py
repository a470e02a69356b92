# The shortest text that reads back as the same float, and where it switches to an exponent.
texts = """0.1 0.2 0.3 1/3 2/3 1e15 1e16 1e17 123456789012345678 1e-3 1e-4 1e-5 0.00012345 1e22 1e23 1e100 1.5e300
5e-324 2.2250738585072014e-308 1.7976931348623157e308 9007199254740993.0 0.1+0.2 100.0 1e2 12345.678 -0.0 1e0
4.35 0.000001 1234567.1 9.95 2.675 1.005 1e-7 3.14159265358979 123e-20 9999999999999998.0 99999999999999990.0""".split()
for text in texts:
    value = eval(text)
    print(text, value, repr(value), str(value), float(repr(value)) == value)
print([i / 10 for i in range(-20, 21)])
print([10.0**i for i in range(-6, 24)])
print([2.0**i for i in range(-40, 70, 11)])
print([1.1**i for i in range(0, 400, 37)])
print(1.0, [1.0], (1.0,), {1.0: -1.0}, f"{1.0} {1.0!r} {1.0!s}", "%s %r" % (1e300, 1e-300))
print(float("inf"), float("-inf"), float("nan"), [float("nan")], -float("nan"))
