"""A tour of a code object: compile a string, look inside, and run it.

Everything Python runs is a code object first. This program compiles a small
source held in a string, prints the parts of the result, walks to the code
objects nested in its constants (functions, classes, lambdas, comprehensions),
disassembles it, and at last executes it.
"""

import dis

SOURCE = '''\
"""A module to look into."""
TAX = 1 + 0.25

def total(prices, *, shipping=5):
    net = sum(price for price in prices if price > 0)
    return net * TAX + shipping

class Basket:
    """Things to buy."""

    def __init__(self, owner):
        self.owner, self.items = owner, []

    def add(self, name, price):
        self.items.append((name, price))
        return self

    total = lambda self: total([price for _, price in self.items])

basket = Basket("Ada").add("tea", 4).add("cake", 12)
'''

CODE_TYPE = type(compile("", "", "exec"))
FLAGS = {0x1: "OPTIMIZED", 0x2: "NEWLOCALS", 0x4: "VARARGS", 0x8: "VARKEYWORDS", 0x10: "NESTED", 0x20: "GENERATOR",
         0x40: "NOFREE"}


def heading(text):
    print(f"\n== {text} ==")


def flag_names(flags):
    return " ".join(name for bit, name in FLAGS.items() if flags & bit) or "none"


def nested(code, depth=0):
    """Yield the code object and all code objects in its constants, with how deep each stands."""
    yield code, depth
    for constant in code.co_consts:
        if isinstance(constant, CODE_TYPE):
            yield from nested(constant, depth + 1)


def describe(code, indent):
    pad = "    " * indent
    print(f"{pad}{code.co_name} (line {code.co_firstlineno})")
    print(f"{pad}  arguments  {code.co_argcount} positional, {code.co_kwonlyargcount} keyword-only")
    print(f"{pad}  varnames   {code.co_varnames}")
    print(f"{pad}  names      {code.co_names}")
    print(f"{pad}  cells      {code.co_cellvars} free {code.co_freevars}")
    print(f"{pad}  stack      {code.co_stacksize}")
    print(f"{pad}  flags      {flag_names(code.co_flags)}")
    print(f"{pad}  constants  {[c for c in code.co_consts if not isinstance(c, CODE_TYPE)]}")
    print(f"{pad}  bytecode   {code.co_code.hex(' ', 2)}")


def main():
    heading("A one-line expression")
    expression = compile("6 * 7 + len(word)", "<expression>", "eval")
    print("co_code     ", expression.co_code)
    print("co_consts   ", expression.co_consts)
    print("co_names    ", expression.co_names)
    print("co_varnames ", expression.co_varnames)
    print("eval(code) =", eval(expression, {"word": "python"}))

    heading("Its instructions")
    dis.dis(expression)

    heading("A module, and everything nested in it")
    module = compile(SOURCE, "<tour>", "exec")
    for code, depth in nested(module):
        describe(code, depth)

    heading("Line numbers of the module's bytecode")
    for start, end, line in module.co_lines():
        print(f"bytes {start:2} to {end:2}: line {line}")

    heading("The whole listing")
    dis.dis(module)

    heading("Running it")
    namespace = {"__name__": "tour"}
    exec(module, namespace)
    basket = namespace["basket"]
    print(f"{basket.owner} pays {basket.total():.2f} for {basket.items}")
    print("docstrings:", repr(namespace["__doc__"]), repr(namespace["Basket"].__doc__))

    heading("A changed copy of a function")
    tea_time = namespace["total"]
    print("before:", tea_time([100]))
    code = tea_time.__code__
    tea_time.__code__ = code.replace(co_consts=tuple(1000 if c == 0 else c for c in code.co_consts), co_name="dearer")
    print("after: ", tea_time([100]), tea_time.__code__.co_name, tea_time.__code__.co_consts[1:])


if __name__ == "__main__":
    main()
