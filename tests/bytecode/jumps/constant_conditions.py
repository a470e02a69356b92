# Branches that can never be taken are left out.
def f():
    if 0:
        a()
    if 1:
        b()
    while 0:
        c()
    x = 1 and y
    x = 0 or y
    x = 0 and y
    return 1 if "" else 2
