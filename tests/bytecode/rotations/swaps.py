# Assigning two or three values to as many names rotates the stack instead of making a tuple.
a, b = b, a
a, b, c = c, a, b
a, b, c, d = d, c, b, a
a, = b,
(a, b), c = (b, a), d
