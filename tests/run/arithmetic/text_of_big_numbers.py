# Numbers as text in all bases, and the limit on digits.
import sys

for n in (0, 1, -1, 10**18, 10**19, -(10**30), 2**64, 3**200, -(7**77)):
    print(n, str(n) == repr(n), hex(n), oct(n)[:20], bin(n)[:24], f"{n:,}", f"{n:_x}", f"{n:e}", len(str(abs(n))), int(str(n)) == n)
print(sys.get_int_max_str_digits(), sys.int_info.default_max_str_digits, sys.int_info.str_digits_check_threshold)
for source in ("str(10**4300)", "len(str(10**4299))", "int('1' * 4301)", "len(hex(10**5000))", "int('f' * 5000, 16) > 0", "f'{10**4300}'", "'%d' % 10**1", "'%d' % (10**4300)", "repr([10**4300])", "int('1_' * 3000 + '1')", "sys.set_int_max_str_digits(100)", "sys.set_int_max_str_digits(-1)", "sys.set_int_max_str_digits('a')", "len(oct(8**5000))", "float('1' * 5000)", "float(10**300)", "10**4300 > 0", "print(10**4300)", "(10**4300).bit_length()"):
    try:
        print(source, eval(source))
    except Exception as error:
        print(source, type(error).__name__, error)
sys.set_int_max_str_digits(0)
print(len(str(10**5000)), int("9" * 5000) == 10**5000 - 1)
sys.set_int_max_str_digits(640)
try:
    str(10**640)
except ValueError as error:
    print(error)
print(len(str(10**639)))
