# `_` is a pattern by itself, so that nothing may follow it.
match x:
    case _.a: pass
