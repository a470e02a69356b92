# Conditions jump as soon as they are decided, through "and", "or", "not" and "if" expressions.
def f(a, b, c):
    if a and b:
        return 1
    if a or b and c:
        return 2
    if not (a or b):
        return 3
    if (a if b else c):
        return 4
