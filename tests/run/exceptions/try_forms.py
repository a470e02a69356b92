# try, except, else, finally: every path through them.
def path(kind, log):
    try:
        log.append("try")
        if kind == "value":
            raise ValueError("v")
        if kind == "key":
            raise KeyError("k")
        if kind == "other":
            raise RuntimeError("r")
        if kind == "return":
            return "returned"
        log.append("end of try")
    except ValueError as error:
        log.append(f"value {error}")
    except (KeyError, IndexError) as error:
        log.append(f"tuple {error!r}")
        return "from handler"
    else:
        log.append("else")
    finally:
        log.append("finally")
    return "after"


for kind in ("none", "value", "key", "other", "return"):
    log = []
    try:
        print(kind, path(kind, log), log)
    except RuntimeError as error:
        print(kind, "escaped", error, log)


def finally_wins():
    try:
        return "try"
    finally:
        return "finally"


def finally_swallows():
    try:
        1 / 0
    finally:
        return "swallowed"


def finally_replaces():
    try:
        raise ValueError("first")
    finally:
        raise KeyError("second")


def value_is_kept():
    x = 1
    try:
        return x
    finally:
        x = 2


def nested():
    try:
        try:
            raise ValueError(1)
        except KeyError:
            print("no")
        finally:
            print("inner finally")
    except ValueError as e:
        try:
            raise TypeError(2) from e
        except TypeError as f:
            return type(f.__cause__).__name__, f.__context__ is e
    finally:
        print("outer finally")


def reraise():
    try:
        try:
            {}["k"]
        except KeyError:
            print("handling")
            raise
    except KeyError as e:
        return e.args


def bare():
    try:
        raise KeyboardInterrupt("ki")
    except:
        return "bare caught"


def loop():
    out = []
    for i in range(5):
        try:
            if i == 1:
                continue
            if i == 3:
                break
            if i == 2:
                raise ValueError
            out.append(i)
        except ValueError:
            out.append("e")
            continue
        else:
            out.append("else")
        finally:
            out.append("f")
    return out


print(finally_wins(), finally_swallows(), value_is_kept(), nested(), reraise(), bare(), loop())
try:
    finally_replaces()
except KeyError as e:
    print(repr(e), repr(e.__context__))


def dynamic(kinds):
    try:
        raise IndexError("x")
    except kinds:
        return "caught"


for kinds in (LookupError, (KeyError, (IndexError,)), (), Exception, [IndexError], 5, "IndexError", (5,), IndexError("instance"), BaseException, object):
    try:
        print(dynamic(kinds))
    except BaseException as error:
        print(type(error).__name__, error)
for source in ("try: pass", "try: pass\nexcept: pass\nexcept ValueError: pass", "except: pass", "try: pass\nelse: pass", "try: pass\nfinally: pass\nelse: pass", "try: pass\nexcept A, B: pass", "try: pass\nexcept A as b.c: pass", "raise", "raise 5", "raise ValueError from 5", "raise None", "raise ValueError, 'x'", "raise type", "raise object()", "try: 1/0\nexcept ZeroDivisionError as e: pass\ne"):
    try:
        exec(source)
        print(repr(source), "worked")
    except BaseException as error:
        print(repr(source), type(error).__name__, error.msg if isinstance(error, SyntaxError) else error)
