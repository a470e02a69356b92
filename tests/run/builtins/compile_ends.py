# The end of what compile() reads: blanks and comments that no newline ends, in each mode.
TAILS = ["", "\n", "\n\n", "\n\t", "\n  ", "\n# c", "\n    # c", "\n\x0c", "  # c", "\r\n", "\r\n\r\n"]
for source in ["x", "if x:\n    y", "def f(): x", "1 +", "x = '''"]:
    for mode in ["exec", "eval", "single"]:
        found = []
        for tail in TAILS:
            try:
                compile(source + tail, "ends.py", mode)
                found.append("ok")
            except SyntaxError as error:
                found.append(f"{type(error).__name__}: {error.msg}")
        print(repr(source), mode, found)
