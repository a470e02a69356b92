# co_code of small statements, with the line table.
SOURCES = ["x = 1", "x = y = 1", "a, b = b, a", "a, b, c = c, b, a", "x += 1", "x[0] += 1", "x.y += 1", "del x, y[0], z.w", "pass", "x", "'doc'", "'doc'\nx", "if x: y", "if x:\n  y\nelse:\n  z", "if not x: y", "if x and y: z", "if x or y: z", "if 0: x", "if 1: x\nelse: y", "while x: y", "while 1: x", "while 0: x", "while True:\n  if x: break", "for x in y: z", "for x in y: break\nelse: z", "for x in (1, 2): continue", "for x in [1, 2]: pass", "try: x\nexcept: y", "try: x\nexcept A as e: y", "try: x\nfinally: y", "try: x\nexcept A: y\nelse: z\nfinally: w", "with a as b: c", "with a, b: c", "import a.b.c", "import a.b as c", "from a import b, c as d", "from . import a", "from a import *", "assert x", "assert x, y", "assert 1", "raise", "raise x from y", "global x; x = 1", "def f(): pass", "def f(a, b=1, *c, d, e=2, **g) -> h: return a", "def f():\n  yield 1\n  x = yield\n  return 2", "async def f(): await x", "class C: pass", "class C(A, metaclass=M):\n  x: int = 1\n  def f(self): return __class__", "@d\ndef f(): pass", "@a.b(1)\nclass C: pass", "match x:\n  case 1: y\n  case [a, *b]: z\n  case {'k': v, **r}: w\n  case C(p=1): q\n  case _: pass", "x: int", "x: int = 1", "(x): int = 1", "x.y: int = 1", "return_ = lambda: (yield)", "print(*x, sep='')", "x = [i for i in y]; z = {i for i in x}", "\n\n\nx\n\ny", "x = (1,\n  2,\n  y)", "f(\n  a,\n  b\n)", "def f():\n  try:\n    return 1\n  finally:\n    x", "for x in y:\n  try:\n    continue\n  finally:\n    z", "def f():\n  with a:\n    return b", "if x:\n  pass\nelif y:\n  z", "x = 1 if y else 2", "x = not y; z = not x in y"]


def show(code, depth=0):
    print("  " * depth, code.co_name, code.co_code.hex(), code.co_linetable.hex(), code.co_stacksize, code.co_names, code.co_varnames, code.co_cellvars, code.co_freevars)
    for c in code.co_consts:
        if hasattr(c, "co_code"):
            show(c, depth + 1)


for source in SOURCES:
    print(repr(source))
    show(compile(source, "s", "exec"))
