# dis.dis of functions, classes, strings and code objects.
import dis


def branch(a, b=2):
    if a > b and not a:
        return a
    while b:
        b -= 1
    else:
        print(b, sep="x")
    return [i * a for i in range(b)]


class Thing:
    x = 1

    def method(self):
        return self.x


def handler():
    try:
        with open("f") as f:
            raise ValueError from None
    except (KeyError, ValueError) as e:
        return e
    finally:
        print("done")


def closure():
    n = 0

    def inner():
        nonlocal n
        n += 1
        return f"{n:>{n}} {n!r}"

    return inner


dis.dis(branch)
print("-" * 10)
dis.dis(Thing)
print("-" * 10)
dis.dis(handler)
print("-" * 10)
dis.dis(closure)
print("-" * 10)
dis.dis("x = {**a, 'k': [1, *b]}\ndel x[0], y.z\nfor i in x: continue")
print("-" * 10)
dis.dis(compile("lambda *a, **k: f(*a, **k, z=1)", "<c>", "eval"))
print("-" * 10)
dis.dis(Thing.method)
dis.dis(Thing().method)
try:
    dis.dis(5)
except TypeError as error:
    print(error)
