# A script that does not compile: nothing runs.
print("never printed")


def f(a, b):
    return a +* b
