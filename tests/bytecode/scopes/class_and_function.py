# A name that a class body both binds and shares with its methods' function is looked up in the class first.
def f():
    x = 1
    y = 2

    class C:
        x = x
        z = y

        def g(self):
            return x
    return C
