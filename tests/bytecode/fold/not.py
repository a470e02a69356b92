# "not" turns "is" and "in" around, but not the comparisons that objects may define.
a = not x is y
b = not x in y
c = not not x is y
d = not x == y
e = not x < y
f = not x is y is z
