# A global statement anywhere makes the name global in the module's own code too.
x = 1


def f():
    global x
    x = 2

    def g():
        return x


class C:
    global y
    y = 3
