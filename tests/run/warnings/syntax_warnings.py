# What the compiler warns about, one by one.
import warnings

SOURCES = ["x is 1", "x is not 'a'", "x is ()", "x is None", "1 is x", "assert (1, 'm')", "assert ()", "1()", "(1)(2)", "'a'()", "[](1)", "{}[0]", "(1, 2)['a']", "'abc'['x']", "[1]['k']", "1[0]", "None[0]", "f''()", "(lambda: 0)[1]", "{1}[0]", "'a'[1.5]", "'\\d'", "b'\\d'", "'\\8'", "'\\400'", "f'\\d{1}'", "r'\\d'", "0x1for x in y", "1if 1else 2", "1or 2", "0in x", "x is (1,)", "x is ...", "(x for x in y)[0]", "[x for x in y]()", "'%s'['a']", "-1 is x", "1 is 1 is 1", "'''\n\\d'''"]
for source in SOURCES:
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        try:
            compile(source, "s", "exec")
        except SyntaxError as error:
            print(repr(source), "error", error.msg)
            continue
    print(repr(source), [(w.category.__name__, str(w.message), w.lineno) for w in caught])
with warnings.catch_warnings():
    warnings.simplefilter("error")
    for source in ("x is 1", "'\\d'", "assert (1, 2)", "y = 1\nz = (1)()"):
        try:
            compile(source, "given.py", "exec")
        except SyntaxError as error:
            print(repr(source), error.msg, error.filename, error.lineno, error.offset)
