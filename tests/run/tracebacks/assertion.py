# A failed assertion with a message, in a method called through a class.
class Checker:
    def __call__(self, value):
        assert value > 0, f"{value} is not positive"
        return value


check = Checker()
print(check(5))
check(-1)
