# Source that nests deeply: compiled, or refused with an exception.
def attempt(label, source, mode="eval"):
    try:
        result = eval(compile(source, "deep", mode))
    except SyntaxError as error:
        print(label, "refused", error.msg)
    else:
        print(label, result if not isinstance(result, (list, tuple, dict)) else type(result).__name__)


def survive(label, source, want):
    """The right result or running out of depth are both fine."""
    try:
        result = eval(compile(source, "deep", "eval"), {})
    except (RecursionError, MemoryError, NameError):
        result = want
    print(label, "fine" if result == want else "WRONG")


survive("addition", "+".join(["1"] * 3000), 3000)
attempt("parentheses 50", "(" * 50 + "1" + ")" * 50)
attempt("parentheses 90000", "(" * 90000 + "1" + ")" * 90000)
attempt("lists 90", "[" * 90 + "]" * 90)
attempt("lists 90000", "[" * 90000 + "]" * 90000)
survive("minus", "-" * 90000 + "1", 1)
survive("not", "not " * 90000 + "1", True)
attempt("unclosed", "(" * 90000)
attempt("power", "**".join(["1"] * 50))
attempt("and", " and ".join(["1"] * 5000))
attempt("comparison", " < ".join(map(str, range(2000))))
attempt("conditional", "1 if 1 else " * 80 + "2")
survive("attributes", "(1)" + ".real" * 80000, 1)
survive("calls", "f" + "()" * 80000, None)
attempt("arguments", "max(" + ",".join(map(str, range(5000))) + ")")
attempt("list of many", "len([" + ",".join(map(str, range(20000))) + "])")
attempt("strings", "len(" + " ".join(["'a'"] * 5000) + ")")
attempt("if nested 20", "".join(" " * i + "if 1:\n" for i in range(20)) + " " * 20 + "pass", "exec")
attempt("if nested 200", "".join(" " * i + "if 1:\n" for i in range(200)) + " " * 200 + "pass", "exec")
attempt("while nested 30", "".join(" " * i + "while 0:\n" for i in range(30)) + " " * 30 + "pass", "exec")
attempt("functions nested", "".join(" " * i + "def f():\n" for i in range(60)) + " " * 60 + "pass", "exec")
attempt("elif", "if 0: pass\n" + "elif 0: pass\n" * 2000, "exec")
attempt("statements", "x = 1\n" * 20000, "exec")
attempt("lambda", "(" + "lambda: " * 60 + "1)" + "()" * 60)
attempt("long line", "x = '" + "a" * 1_000_000 + "'", "exec")
attempt("f-string", "f'{" * 5 + "1" + "}'" * 5)
