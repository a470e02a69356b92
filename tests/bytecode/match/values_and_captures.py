# Names are captured on the stack and stored when the whole pattern has matched.
match x:
    case 1 | -2 | 3 + 4j | "s" | None | a.b:
        pass
    case [a, b] if a:
        pass
    case (c, *d):
        pass
    case [_, *_, e]:
        pass
    case f:
        pass
