# co_flags and generator, coroutine and nested functions.
import sys

FLAGS = {1: "OPTIMIZED", 2: "NEWLOCALS", 4: "VARARGS", 8: "VARKEYWORDS", 16: "NESTED", 32: "GENERATOR", 64: "NOFREE", 128: "COROUTINE", 256: "ITERABLE", 512: "ASYNC_GENERATOR", 0x1000000: "annotations"}


def names(code):
    return [name for bit, name in FLAGS.items() if code.co_flags & bit]


SOURCE = """
def plain(): pass
def star(*a): pass
def both(*a, **k): pass
def generator(): yield
async def coroutine(): pass
async def async_generator(): yield
async def awaits(): return [await x for x in y]
lam = lambda: 0
comp = [x for x in y]
gen = (x for x in y)
def outer():
    v = 1
    def inner(): return v
    def unrelated(): pass
    class Local: w = v
    return [v for _ in y]
class C:
    def method(self): return super().method()
"""


def walk(code, depth=0):
    print("  " * depth + code.co_name, names(code), code.co_stacksize, code.co_nlocals)
    for c in code.co_consts:
        if hasattr(c, "co_code"):
            walk(c, depth + 1)


walk(compile(SOURCE, "s", "exec"))
walk(compile("from __future__ import annotations\ndef f(): pass", "s", "exec"))
walk(compile("x", "s", "eval"))
print(compile("from __future__ import annotations", "s", "exec").co_flags, compile("1", "s", "eval", flags=0x1000000).co_flags if False else "", sys.flags.optimize)
