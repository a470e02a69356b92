# A constant index into a constant str, bytes or tuple is folded; slices are not.
a = "abc"[1], "abc"[-1]
b = b"abc"[0]
c = (1, (2, 3))[1][0]
d = "abc"[0:1]
e = "h\u00e9\U0001f600"[2]
