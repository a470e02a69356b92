match x:
    case {-1: a, "é": c, True: b, 1.0: d}: pass
