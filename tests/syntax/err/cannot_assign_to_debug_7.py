match x:
    case A(__debug__=1): pass
