# Relative imports: too many dots, no package, and those that work deep inside.
import deep.a.b.leaf as leaf

print(leaf.results)
for source in ("from . import x", "from .. import y", "from .deep import a"):
    try:
        exec(source)
    except ImportError as error:
        print(source, error)
for package in ("deep", "deep.a", "nope", "", 5, None):
    try:
        exec("from . import a", {"__package__": package, "__name__": "whatever"})
        print(package, "worked")
    except Exception as error:
        print(repr(package), type(error).__name__, error)
try:
    exec("from .x import y", {})
except (ImportError, KeyError) as error:
    print(type(error).__name__, error)
