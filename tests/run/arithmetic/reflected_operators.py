# Which side's method is asked first, and what NotImplemented means.
class Left:
    def __init__(self, name):
        self.name = name

    def __add__(self, other):
        print(f"{self.name}.__add__({show(other)})")
        return NotImplemented if isinstance(other, Right) else "left sum"

    def __radd__(self, other):
        print(f"{self.name}.__radd__({show(other)})")
        return "left reflected"

    def __sub__(self, other):
        return NotImplemented


class Right:
    def __radd__(self, other):
        print(f"Right.__radd__({show(other)})")
        return "right sum"

    def __rsub__(self, other):
        return NotImplemented

    def __rmul__(self, other):
        return f"{show(other)} times right"


class Derived(Left):
    def __radd__(self, other):
        print(f"Derived.__radd__({show(other)})")
        return "derived first"


class Silent(Left):
    pass


def show(value):
    return getattr(value, "name", value) if not isinstance(value, Right) else "right"


base, right, derived, silent = Left("base"), Right(), Derived("derived"), Silent("silent")
print(base + right)
print(base + 1)
print(1 + base)
print(base + derived)
print(derived + base)
print(base + silent)
print(base + base)
print(3 * right, "x" * 2, [1] * 2, 2 * [1])
for operation in ("base - right", "base - 1", "right - right", "right * 3", "base * base", "1 + right + 1", "None + None",
                  "[] + ()", "() + []", "'a' + b'a'", "{} | []", "{} + {}", "base ** right", "base @ 2", "-base", "~right"):
    try:
        print(operation, "=", eval(operation))
    except TypeError as error:
        print(operation, "!", error)
