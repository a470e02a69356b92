# One, 1.0 and True are three constants; equal constants are one, in the whole file.
a = 1
b = 1.0
c = True
d = (1, 1.0, True)
e = (1, 1.0, True)
f = 1j, 1 + 0j
