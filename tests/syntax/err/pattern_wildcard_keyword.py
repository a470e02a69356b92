# Behind a positional pattern `_` is one more of them, not a keyword.
match x:
    case A(a, _=1): pass
