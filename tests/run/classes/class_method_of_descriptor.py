# A class method around another descriptor asks that one, with the class as instance and owner; __set_name__ of property.
class Descriptor:
    def __init__(self, f):
        self.f = f

    def __get__(self, instance, owner=None):
        return lambda: (self.f(instance), owner.__name__)


class A:
    @classmethod
    @property
    def name(cls):
        return "I am " + cls.__name__

    @classmethod
    @Descriptor
    def both(cls):
        return cls.__name__

    @classmethod
    @classmethod
    def twice(cls):
        return cls.__name__

    @classmethod
    @staticmethod
    def alone():
        return "alone"


class B(A):
    pass


print(A.name, B.name, B().name, A.both(), B.both(), B().both(), B.twice(), A.alone())
for args in ((), (1,), (1, 2, 3)):
    try:
        property().__set_name__(*args)
    except TypeError as error:
        print(error)
