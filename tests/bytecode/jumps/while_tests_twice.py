# The test of a loop stands before it and again at its end.
def f(a, b):
    while a < b:
        a += 1
    while not a:
        b()
    while True:
        a()
