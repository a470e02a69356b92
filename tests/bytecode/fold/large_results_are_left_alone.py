# A product, power or shift of more than 128 bits is computed when the program runs.
a = 1 << 127
b = 1 << 128
c = 2 ** 127
d = 2 ** 128
e = 10 ** 20 * 10 ** 18
f = 10 ** 20 * 10 ** 20
