# Retry loops, cleanup stacks, error translation, collecting many errors, exceptions as control flow.
class Transient(Exception):
    pass


class GaveUp(Exception):
    def __init__(self, attempts, last):
        super().__init__(f"gave up after {attempts}")
        self.last = last


def flaky(failures):
    state = {"left": failures}

    def call():
        if state["left"]:
            state["left"] -= 1
            raise Transient(f"{state['left']} to go")
        return "ok"

    return call


def retry(f, times):
    last = None
    for attempt in range(1, times + 1):
        try:
            result = f()
        except Transient as error:
            last = error
            continue
        else:
            return result, attempt
        finally:
            log.append(attempt)
    raise GaveUp(times, last) from last


log = []
print(retry(flaky(2), 5), log)
try:
    retry(flaky(9), 3)
except GaveUp as error:
    print(error, repr(error.last), error.__cause__ is error.last, log)


def cleanup(steps):
    done, errors = [], []
    for name, good in steps:
        try:
            if not good:
                raise OSError(name)
            done.append(name)
        except OSError as error:
            errors.append(error)
    if errors:
        first = errors[0]
        for earlier, later in zip(errors, errors[1:]):
            later.__context__ = earlier
        raise errors[-1]
    return done


print(cleanup([("a", 1), ("b", 1)]))
try:
    cleanup([("a", 0), ("b", 1), ("c", 0), ("d", 0)])
except OSError as error:
    chain = []
    while error:
        chain.append(str(error))
        error = error.__context__
    print(chain)


class Found(Exception):
    pass


def find(grid, wanted):
    try:
        for y, row in enumerate(grid):
            for x, cell in enumerate(row):
                if cell == wanted:
                    raise Found(x, y)
    except Found as f:
        return f.args
    return None


print(find([[1, 2], [3, 4]], 3), find([[1]], 2))


def parse(text):
    errors = {}
    values = {}
    for part in text.split(";"):
        try:
            name, value = part.split("=")
            values[name.strip()] = int(value)
        except ValueError as error:
            errors[part] = str(error)
    return values, errors


print(parse("a=1; b = 2;c;d=x;e=1=2"))


def depth(n):
    try:
        return depth(n + 1)
    except RecursionError:
        return n


print(depth(0) > 100)


def ordered():
    order = []
    try:
        try:
            try:
                order.append("body")
                raise KeyError("k")
            finally:
                order.append("f1")
        except KeyError as e:
            order.append("handler")
            raise ValueError("v") from e
        finally:
            order.append("f2")
    except ValueError as e:
        order.append(type(e.__cause__).__name__)
    else:
        order.append("never")
    finally:
        order.append("f3")
    return order


print(ordered())


def which(x):
    try:
        return [1, 2, 3][x] / x
    except (IndexError, TypeError) as e:
        return type(e).__name__
    except ArithmeticError:
        return "arithmetic"


print([which(x) for x in (0, 1, 5, "a", None, -1, True, 2.5)])
