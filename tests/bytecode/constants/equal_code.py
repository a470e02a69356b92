# Code objects that look alike are one constant, if they start on the same line.
a = [lambda: 0, lambda: 0]
b = [lambda: 0,
     lambda: 0]
