# Errors that the compiler finds behind the parser show a line only if the file is there to be read.
for source in ("return 1", "yield 1", "break", "def f(a, a): pass", "nonlocal x", "def f():\n  global x\n  nonlocal x",
               "x = 1\ndef f():\n  print(x)\n  global x", "def f():\n from x import *", "[(yield) for x in y]",
               "from __future__ import braces", "x = (1", "f() = 1"):
    try:
        exec(source)
    except SyntaxError as e:
        print(e.msg, repr(e.text), e.lineno, e.offset, e.end_lineno, e.end_offset)
exec("class C:\n  continue")
