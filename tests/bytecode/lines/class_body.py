# What prepares a class body belongs to the first line, that of a decorator if there is one.
@d
class C(
    B,
):
    x = 1

    def f(self):
        pass
