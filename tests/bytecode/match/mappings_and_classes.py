# Keys are fetched all at once; attributes by position and by name.
match x:
    case {}:
        pass
    case {"a": 1, b.c: d, **rest}:
        pass
    case C():
        pass
    case C(1, _, x=y, z=[w]) as v:
        pass
    case [C(a=q), {"k": r}] | [{"k": q}, C(a=r)]:
        pass
