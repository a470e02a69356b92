# Tuples of constants are constants, nested ones too.
a = ()
b = (1,)
c = (1, (2, (3, "x")))
d = (1, x)
e = (1, 2) + (3,)
