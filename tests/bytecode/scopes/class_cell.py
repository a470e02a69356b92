# super and __class__ need a cell that holds the class; the class body stores it for type.__new__.
class C:
    def f(self):
        return super().f()

    def g(self):
        return __class__

    def h(self):
        return 1
