# A repeated str or bytes may have 4096 characters, a repeated tuple 256 items.
a = "ab" * 3
b = "ab" * 2048
c = "ab" * 2049
d = b"x" * 4096
e = b"x" * 4097
f = (1, 2) * 128
g = (1, 2) * 129
h = ((1, 2, 3),) * 200
i = 0 * "ab", -1 * "ab"
