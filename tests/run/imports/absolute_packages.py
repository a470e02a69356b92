# Packages from the folder of the script: submodules, __init__, __all__, attributes.
import sys

import shapes
import shapes.round
import shapes.flat.square as square
from shapes import flat, LABEL
from shapes.flat import *
from shapes.round import Circle as C, area_of

print(shapes.__name__, shapes.__package__, shapes.round.__name__, shapes.round.__package__, square.__name__, square.__package__, flat is shapes.flat, LABEL)
print(sorted(n for n in dir() if not n.startswith("__")))
print(C(2).area(), area_of(C(1)), square.Square(3).area(), Square(2).area(), "hidden" in globals(), "_private" in globals())
print(shapes.__file__[-18:], shapes.__path__[0][-14:], hasattr(shapes.round, "__path__"), shapes.__spec__.name, shapes.round.__spec__.parent, shapes.__doc__)
print(sorted(m for m in sys.modules if m.startswith("shapes")), sys.modules["shapes.flat"].square is square, shapes.loaded)
import shapes.round as again
print(again is shapes.round, shapes.round.counter)
for source in ("import shapes.nope", "from shapes import nope", "from shapes.round import nope", "import shapes.round.deeper", "shapes.lazy", "from shapes import lazy", "shapes.lazy.VALUE", "import shapes.broken", "import shapes.broken", "import shapes.syntax"):
    try:
        exec(source)
        print(source, "worked")
    except Exception as error:
        print(source, "->", type(error).__name__, str(error).replace("(syntax.py, line 2)", "(syntax.py)"), getattr(error, "name", None))
print("shapes.broken" in sys.modules, sys.path[0].endswith("imports"))
exec(compile("from shapes import *", "s", "exec"), ns := {})
print(sorted(n for n in ns if n != "__builtins__"))
