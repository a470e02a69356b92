# 0.0 and -0.0 are different constants, and so are the complex zeros.
a = 0.0
b = -0.0
c = 0j
d = -0j
e = 0.0 * -1
f = 1 + 0.0
