# Every level of precedence and associativity.
print(2 + 3 * 4 ** 2, (2 + 3) * 4, -2 ** 2, (-2) ** 2, 2 ** -1, 2 ** 3 ** 2, -3 ** 2 ** 0)
print(7 - 3 - 2, 100 / 10 / 2, 7 // 2 * 2, 7 % 4 * 2, 2 * 3 % 4, 8 >> 1 << 2, 1 + 2 << 3)
print(1 | 2 ^ 3 & 4, 6 & 3 == 3, 6 & (3 == 3), 1 < 2 | 4, ~1 + 1, not 1 + 1, -1 ** 0, ~-1)
print(1 or 0 and 0, (1 or 0) and 0, not 0 or 1, not (0 or 1), 1 if 0 else 2 if 0 else 3)
print(1 if 1 else 2 if 1 else 3, (lambda: 1 or 2)(), [x if x else -1 for x in (0, 1)])
print(3 in [1, 3] == True, 1 + 1 in [2], "a" "b" * 2, "a" + "b" * 2, 5 - -5, 5 - +5, 5--5)
a = b = 3
print(a == b == 3, (y := 5) + 1, y, [z := 1, z + 1], {1: 2, **{3: 4}}[3])
print(1, *[2, 3], 4 if a else 5, sep=",")
print(await_ := 3, 10 - 2 - 3 == 5, 2 ** 2 * 3, 2 * 2 ** 3, -2 * -3, 4 // -3, -4 // 3, -4 % 3, 4 % -3)
print(True + True * 2, not True == False, 0x10 + 0b11 - 0o7, 1 .__add__(2) * 3, "%d" % 3 + "x", "%d" % (3 + 4))
