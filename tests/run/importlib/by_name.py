import importlib
import sys

m = importlib.import_module("math")
print(m.sqrt(4), m is sys.modules["math"])
p = importlib.import_module("os.path")
print(p.join("a", "b"))
for args in (("nope_x",), (".x",), ("..x", "a"), (".abc", "collections")):
    try:
        print(importlib.import_module(*args).__name__)
    except (ImportError, TypeError) as e:
        print(type(e).__name__, e)
import keyword

keyword.extra = 1
keyword.kwlist = None
print(importlib.reload(keyword) is keyword, keyword.extra, len(keyword.kwlist))
for bad in (5, type(sys)("loose")):
    try:
        importlib.reload(bad)
    except (TypeError, ImportError) as e:
        print(type(e).__name__, e)
importlib.invalidate_caches()
