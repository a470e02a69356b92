# A last wildcard needs neither a copy of the subject nor a test.
match x:
    case 1:
        a()
    case _:
        b()
match x:
    case _:
        pass
