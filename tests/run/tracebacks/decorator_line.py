# An error while a decorator is applied, and one in a default value.
def broken(function):
    raise TypeError("cannot decorate")


try:
    @broken
    def f():
        pass
except TypeError as error:
    print(error.__traceback__.tb_lineno, error.__traceback__.tb_next.tb_lineno)


@broken
class Decorated:
    x = 1
