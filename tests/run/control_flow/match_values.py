# match: literals, captures, wildcards, or-patterns, guards, dotted names.
class Color:
    RED, GREEN = 1, "green"


def kind(value):
    match value:
        case 0:
            return "zero"
        case -1 | 1:
            return "unit"
        case 2.5:
            return "float"
        case 3 + 4j:
            return "complex"
        case -2 - 1j:
            return "negative complex"
        case "text" | b"bytes":
            return "text or bytes"
        case None:
            return "none"
        case True:
            return "never: 1 matched"
        case Color.GREEN:
            return "dotted"
        case "a" "b":
            return "concatenated"
        case int(n) if n > 100:
            return f"big {n}"
        case str() as s:
            return f"str {s}"
        case [] | ():
            return "empty sequence"
        case _:
            return "other"


for v in (0, 0.0, False, 1, -1, True, 2.5, 3 + 4j, -2 - 1j, "text", b"bytes", None, "green", "ab", 101, 100, "q", [], (), {}, 1.5, float("nan")):
    print(repr(v), kind(v))


def capture(x):
    match x:
        case y if y:
            return ("true", y)
        case z:
            return ("false", z)


print(capture(5), capture(""))
match 5:
    case 6:
        print("no")
print("fell through")
match (1, 2):
    case a, b:
        print(a, b)
match 1, 2, *[3]:
    case (a, *b):
        print(a, b)
match = {"soft": "keyword"}
case = match["soft"]
_ = 3
print(match, case, _)
match[case] = 1
match (case):
    case _:
        print(match, _)
match -1:
    case -1:
        print("minus one")


def nested(n):
    match n % 2, n % 3:
        case 0, 0:
            return "six"
        case (0, _) | (_, 0) if n > 5:
            return "big multiple"
        case (0, _):
            return "two"
        case _, 0:
            return "three"
    return n


print([nested(n) for n in range(1, 13)])


class Eq:
    def __init__(self, n):
        self.n = n

    def __eq__(self, other):
        print("compared with", other)
        return other == self.n


match Eq(3):
    case 1 | 2:
        print("no")
    case None:
        print("identity only")
    case 3:
        print("three")


def bindings():
    match [1, [2, 3]]:
        case [x, [y, 5]]:
            pass
        case [x, [y, z]] if x > 5:
            pass
        case [x, rest]:
            return sorted(locals().items(), key=str)


print(bindings())
