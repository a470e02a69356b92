# ** of floats on every pair of special values, and of ints and bools with them.
VALUES = [0.0, -0.0, 0.5, -0.5, 1.0, -1.0, 2.0, -2.0, 3.0, -3.0, 1e308, -1e308, 5e-324, float("inf"), float("-inf"), float("nan"), 0, 1, -1, 2, -3, False, True]
for base in VALUES:
    for exponent in VALUES:
        try:
            print(base, exponent, base**exponent)
        except (ZeroDivisionError, OverflowError) as error:
            print(base, exponent, type(error).__name__, error)
