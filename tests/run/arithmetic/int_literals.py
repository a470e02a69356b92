# Integer literals of every form.
print(0, 00, 0_0, 7, 1_000, 0xFF, 0Xff, 0o17, 0O17, 0b1010, 0B1_0, 0x_ff)
print(123456789012345678901234567890, 0xFFFFFFFFFFFFFFFFFFFFFFFF, -1, - -1, ~0, +-+1)
print(2**31 - 1, 2**31, 2**63 - 1, 2**63, 2**64, -(2**63), -(2**63) - 1)
print(4611686018427387903, 4611686018427387904, -4611686018427387904, -4611686018427387905)
print(4611686018427387903 + 1, -4611686018427387904 - 1, 4611686018427387904 - 1, 4611686018427387903 * 2)
print(2**61 - 1 + 2**61, 3037000500 * 3037000500, -3037000500 * 3037000500, 2147483648 * 2147483648)
print(1 if 1_0 == 10 else 2, 1 .real, 1..real, 5 .bit_length())
for source in ["012", "0x", "0b2", "0o8", "1__0", "1_", "0_x1", "1a", "0xg", "0b", "1_000_", "12abc"]:
    try:
        print(source, eval(source))
    except SyntaxError as error:
        print(source, error.msg, error.offset)
