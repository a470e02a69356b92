# The attributes of code objects.
def f(a, b=1, /, c=2, *args, d, e=3, **kwargs):
    """Doc."""
    x = a + b
    y = [x for _ in range(3) if a]

    def inner():
        return x, c

    try:
        import math
        z = math.pi
    finally:
        del y
    return lambda: inner


def show(code):
    for name in "co_name co_argcount co_posonlyargcount co_kwonlyargcount co_nlocals co_stacksize co_flags co_firstlineno co_names co_varnames co_freevars co_cellvars co_code co_lnotab co_linetable".split():
        print(f"  {name:<20} {getattr(code, name)!r}")
    print("  co_consts", [c if not hasattr(c, "co_name") else f"<code {c.co_name}>" for c in code.co_consts])
    print("  co_lines", list(code.co_lines()))
    for constant in code.co_consts:
        if hasattr(constant, "co_code"):
            print(constant.co_name)
            show(constant)


print(f.__code__.co_name)
show(f.__code__)
print(f.__code__.co_filename[-13:])
for source, mode in (("x = 1", "exec"), ("x + 1", "eval"), ("x; y", "single"), ("class C:\n  x = 1\n  def m(self): return __class__", "exec"), ("async def g():\n  yield 1", "exec"), ("def h(): yield", "exec"), ("[i async for i in x]" if False else "{i: j for i, j in x}", "eval")):
    code = compile(source, "<s>", mode)
    print(repr(source))
    show(code)
