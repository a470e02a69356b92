# Operators on literals are computed by the compiler: ints, floats, complex numbers, bools.
x = 2 * 3 + 4
x = -7 // 2, -7 % 3, 7 / 2, 2 ** 10, 1 << 4, 255 >> 3
x = 5 & 3 | 8 ^ 1
x = -5.5 % 2, 1.0 // 0.3, 2.5 ** 2, 2 ** -1
x = (1 + 2j) * (3 - 1j), (1 + 2j) / (3 - 1j), (-8) ** (1 / 3)
x = ~5, +True, -True, not 1, True + True, True & False
