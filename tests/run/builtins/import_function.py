# __import__ and what import binds.
import sys

print(__import__("math").__name__, __import__("collections.abc").__name__, __import__("collections.abc", fromlist=["x"]).__name__, __import__("math", globals(), locals(), ["sqrt"], 0).sqrt(4), __import__("sys") is sys)
import collections.abc
import collections.abc as abc
import math as m, operator as op
from math import sqrt, pi as the_pi
from collections import abc as abc2, OrderedDict
from math import (floor,
                  ceil,)
print(collections.__name__, abc.__name__, m.__name__, op.add(1, 2), sqrt(9), round(the_pi, 3), abc is abc2, floor(1.5), ceil(1.5), "math" in sys.modules, sys.modules["math"] is m)
for source in ("import nope", "import nope.sub", "import math.nope", "from math import nope", "from nope import x", "from . import x", "from .sub import x", "import collections.nope", "from collections import nope", "__import__('')", "__import__(5)", "__import__('math', level=1)", "__import__('math', level=-1)", "import math.sqrt", "from math import *; print(cos(0))", "from sys import maxsize as x; print(x > 0)", "import sys as sys2; print(sys2 is sys)", "__import__('a.b')", "__import__('.x')", "import sys.nope"):
    try:
        exec(source, {"__name__": "__main__", "sys": sys})
        print(source, "worked")
    except Exception as error:
        print(source, "->", type(error).__name__, str(error).split(" (")[0], getattr(error, "name", ""))
sys.modules["fake"] = type(sys)("fake")
sys.modules["fake"].value = 5
import fake
from fake import value
print(fake.value, value, fake.__name__, fake)
sys.modules["blocked"] = None
try:
    import blocked
except ImportError as error:
    print(type(error).__name__, error)
sys.modules["odd"] = {"not": "a module"}
import odd
print(odd)


def inner():
    import math
    from math import tau
    return math.pi < tau, sorted(locals())


print(inner())


class Holder:
    import math
    from math import e


print(Holder.math is m, round(Holder.e, 2))
for source in ("import a.b as", "from x import", "from x import (", "from x import *, y", "import *", "from x import a.b", "import a as b.c", "from . x import y", "def f():\n from x import *", "class C:\n from x import *", "from x import ()", "import a,", "from x import a,", "from ... import a", "from .... import b", "import a.b.c as d", "from .a.b import (c as d,)"):
    try:
        compile(source, "s", "exec")
        print(repr(source), "compiles")
    except SyntaxError as error:
        print(repr(source), "|", error.msg)
ModuleType = type(sys)
mod = ModuleType("made", "its doc")
mod.x = 1
print(mod.__name__, mod.__doc__, mod.__dict__.keys(), mod.x, repr(mod), mod.__loader__, mod.__spec__, dir(mod))
mod.__getattr__ = lambda name: f"module getattr {name}"
print(mod.anything, hasattr(mod, "z"))
for source in ("ModuleType()", "ModuleType(5)", "ModuleType('x').y", "del mod.zz", "mod.__dict__ = {}", "sys.nope", "m.nope"):
    try:
        print(eval(source)) if "=" not in source and "del" not in source else exec(source)
    except Exception as error:
        print(source, type(error).__name__, error)
