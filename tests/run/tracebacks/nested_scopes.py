# Frames of lambdas, comprehensions, generators, class bodies, decorators and module level.
def decorate(f):
    def wrapper(*args):
        return f(*args)
    return wrapper


class Holder:
    @decorate
    def method(self, n):
        return [list(x / n for x in range(3)) for _ in range(1)]

    @property
    def attribute(self):
        return (lambda n: self.method(n))(0)


class Body:
    value = Holder().attribute
