# Cells and free variables are sorted by name; parameters can be cells.
def f(z, y):
    x = 1

    def g():
        def h():
            return z, x
        return y, h
    return g
