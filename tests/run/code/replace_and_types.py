# code.replace, comparing, hashing and making code objects.
def f(x):
    y = x + 1
    return y, "constant"


code = f.__code__
changed = code.replace(co_consts=(None, 10, "changed"), co_name="renamed", co_firstlineno=100, co_filename="other.py")
f.__code__ = changed
print(f(5), f.__code__.co_name, f.__name__, changed.co_firstlineno, list(changed.co_lines())[:1], changed.co_filename)
print(code == code.replace(), code.replace() is code, code == changed, hash(code) == hash(code.replace()), code != 5, {code: 1}[code.replace()], code.replace(co_filename="x") == code, code.replace(co_name="x") == code)
print(repr(code.replace(co_filename="file.py")).replace(hex(id(code))[2:], "").split(" at")[0], type(code).__name__)
same1, same2 = compile("x = 1", "a", "exec"), compile("x = 1", "b", "exec")
print(same1 == same2, compile("1", "", "eval") == compile("1.0", "", "eval"), compile("0.0", "", "eval") == compile("-0.0", "", "eval"), compile("x", "", "eval") == compile("\nx", "", "eval"))
CodeType = type(code)
made = CodeType(1, 0, 0, 1, 1, 67, b"|\x00S\x00", (None,), (), ("a",), "made.py", "identity", 7, b"\x04\x00", (), ())
g = type(f)(made, {})
print(g("passed through"), g.__name__, made.co_filename)
for kwargs in ({"co_consts": [1]}, {"co_names": (1,)}, {"co_argcount": -1}, {"co_argcount": "a"}, {"co_code": "text"}, {"co_nope": 1}, {"co_name": 5}, {"co_varnames": ()}, {"co_flags": "x"}, {"co_freevars": ("z",)}, {"co_filename": None}):
    try:
        code.replace(**kwargs)
        print(kwargs, "worked")
    except Exception as error:
        print(kwargs, type(error).__name__, error)
for source in ("code.co_name = 'x'", "del code.co_name", "code.x = 1", "CodeType()", "CodeType(1, 2)", "f.__code__ = (lambda: f)() and (lambda: g.__code__).__code__", "code()", "code.replace(1)", "code.nope", "code < code"):
    try:
        exec(source)
        print(source, "worked")
    except Exception as error:
        print(source, type(error).__name__, error)


def closure():
    v = 1
    return lambda: v


inner = closure()
try:
    inner.__code__ = f.__code__
except ValueError as error:
    print(error)
print([list(c.co_lines()) for c in (compile("x\n\n\ny\nz", "s", "exec"), compile("if x:\n  y\nelse:\n  z", "s", "exec"))])
