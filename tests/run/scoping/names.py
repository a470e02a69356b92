# Where names are looked up: local, enclosing, global, builtin; unbound locals; del.
x = "global"


def read():
    return x


def assign():
    x = "local"
    return x


def global_assign():
    global x, made
    x = "changed"
    made = "made global"


def unbound():
    try:
        print(x)
    except UnboundLocalError as error:
        print(type(error).__name__, error)
    x = 1
    del x
    try:
        x
    except UnboundLocalError as error:
        print(type(error).__name__, error)
    try:
        del x
    except UnboundLocalError as error:
        print(type(error).__name__, error)
    if False:
        never = 1
    try:
        never
    except NameError as error:
        print(type(error).__name__, error, error.name if hasattr(error, "name") else "")
    for item in []:
        pass
    try:
        item
    except NameError as error:
        print(error)
    try:
        x += 1
    except UnboundLocalError as error:
        print(error)


print(read(), assign(), x)
global_assign()
print(x, made, read())
unbound()
for statement in ("undefined", "del undefined", "undefined += 1", "undefined()", "undefined.attr", "print(undefined)", "del x; x", "x = 1; del x; del x"):
    try:
        exec(statement, {})
    except NameError as error:
        print(statement, "->", type(error).__name__, error, error.name)


class Body:
    y = "class"
    z = y + "!"

    def method(self):
        try:
            return y
        except NameError as error:
            return str(error)

    x = x + " copied"
    del z


print(Body().method(), Body.x, hasattr(Body, "z"), x)
len = lambda s: "shadowed"
print(len("abc"))
del len
print(len("abc"))
try:
    del len
except NameError as error:
    print(error)


def shadows(list, str=5):
    print = [list, str]
    return print


print(shadows(1))


def conditional(flag):
    if flag:
        value = 1
    return value


for flag in (True, False):
    try:
        print(conditional(flag))
    except UnboundLocalError as error:
        print(error)
try:
    raise ValueError("gone after the handler")
except ValueError as e:
    print(e)
try:
    e
except NameError as error:
    print(error)
for loop_variable in range(3):
    pass
print(loop_variable, [loop_variable for _ in range(1)], globals()["loop_variable"], "loop_variable" in dir(), __name__)
