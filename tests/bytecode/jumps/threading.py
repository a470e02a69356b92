# A jump to a jump goes straight to the end of the chain, when both are on one line.
def f(a, b, c):
    x = a and b or c
    y = (a or b) and c
    return a if b else c if x else y


def g(a, b):
    while a:
        if b:
            continue
