# The name after `as` is deleted; loops and nested handlers; exceptions kept alive elsewhere.
def f():
    e = "before"
    try:
        raise ValueError("x")
    except ValueError as e:
        kept = e
    try:
        return e
    except UnboundLocalError as error:
        return str(error), repr(kept)


print(f())


def nested():
    out = []
    try:
        raise ValueError(1)
    except ValueError as e:
        out.append(repr(e))
        try:
            raise KeyError(2)
        except KeyError as e:
            out.append(repr(e))
        try:
            out.append(repr(e))
        except UnboundLocalError as gone:
            out.append(str(gone))
    return out


print(nested())
for i in range(3):
    try:
        raise ValueError(i)
    except ValueError as e:
        if i == 1:
            continue
        print("handled", e)
print("e" in globals())


def deletes():
    try:
        raise ValueError
    except ValueError as e:
        del e
    return "no error"


def rebinds():
    try:
        raise ValueError
    except ValueError as e:
        e = "rebound"
        x = e
    return x, "e" in locals()


def returns():
    try:
        raise ValueError("r")
    except ValueError as e:
        return e


def in_closure():
    try:
        raise ValueError("closed over")
    except ValueError as e:
        g = lambda: e
        first = repr(g())
    try:
        return g()
    except NameError as error:
        return first, str(error)


def as_global():
    global ge
    try:
        raise ValueError
    except ValueError as ge:
        pass
    return "ge" in globals()


print(deletes(), rebinds(), repr(returns()), in_closure(), as_global())


class Body:
    try:
        raise ValueError("class level")
    except ValueError as err:
        text = str(err)


print(Body.text, hasattr(Body, "err"))
errors = []
for kind in (ValueError, KeyError, TypeError):
    try:
        raise kind("k")
    except Exception as e:
        errors.append(e)
print(errors, [type(e.__context__) for e in errors], [e.__traceback__ is not None for e in errors])
