# Names that start with two underscores belong to the class.
class _C:
    __x = 1

    def __f(self, __a, *, __b=2):
        import __m
        self.__y = __a + __b + self.__z__
        return __class__

    def g(self): return self.__f(__a=1)


class __:
    __x = 1
