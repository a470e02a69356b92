# Where `_` is no pattern it is a name.
match x:
    case A(_=1, b=2): pass
    case {_.a: 1}: pass
