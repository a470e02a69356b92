# Windows newlines.
if a:
    b = """x
y"""
    c = \
1
