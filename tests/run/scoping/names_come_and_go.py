"""Names of a module that are bound and deleted again and again, while other code reads globals that it has cached."""
value = 0
log = []


def read():
    return value


def read_error():
    try:
        return error
    except NameError:
        return None


for i in range(6):
    try:
        if i % 2:
            raise ValueError(i)
        value = i
    except ValueError as error:
        log.append((read(), read_error() is error, error.args))
    log.append((read(), read_error()))
print(log)


def other():
    return missing


for i in range(4):
    try:
        other()
    except NameError as problem:
        print(problem, i)
    if i == 1:
        missing = "there"
    if i == 2:
        del missing
for i in range(6):
    temp = i
    if i == 3:
        fresh = "inserted"
    got = read(), "fresh" in globals(), temp
    del temp
    print(got, "temp" in globals())
del fresh
names = ["one", "two", "three"]
for round in range(3):
    for name in names:
        globals()[name] = name * round
    print(one, two, three)
    for name in reversed(names):
        del globals()[name]
for round in range(3):
    one = 1
    two = 2
    del one
    one = 3
    print(one, two, [k for k in globals() if k in names])
    del two, one


def len_of(x):
    return len(x)


print(len_of("abc"))
for i in range(3):
    len = lambda x: "own"
    print(len_of("abc"))
    del len
    print(len_of("abc"))
space = {}
for i in range(3):
    exec("try:\n    1/0\nexcept ZeroDivisionError as e:\n    kept = e.args\nprint(kept, 'e' in globals(), sorted(k for k in globals() if k[0] != '_'))", space)
