# An exit without a line of its own is copied for every jump to it, and gets the line it is reached from.
def f(a, b):
    if a:
        if b:
            a()
    else:
        b()


def g(a):
    for x in a:
        if x:
            break
