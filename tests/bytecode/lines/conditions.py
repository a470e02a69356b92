# The jump on a comparison has the line of the comparison; the next jump keeps it if its own test is none.
def f(a, b, c):
    if (
        a.b
        and a == b
        and c
        and not a
        in c
    ):
        return 1
