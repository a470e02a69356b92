# What would raise is left for run time to raise.
a = 1 / 0
b = 1 % 0
c = 1 << -1
d = "a" + 1
e = "abc"[5]
f = -"a"
g = 0.0 ** -1
h = 10 ** 400 + 1.0
i = (1, 2)[3]
