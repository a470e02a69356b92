"""Imports by name."""

import sys

__all__ = ["__import__", "import_module", "invalidate_caches", "reload"]

__import__ = __import__


def invalidate_caches():
    """Forget what finders remember of folders."""
    for finder in sys.meta_path:
        if hasattr(finder, "invalidate_caches"):
            finder.invalidate_caches()


def _absolute(name, package):
    """A name with dots in front, seen from a package."""
    level = len(name) - len(name.lstrip("."))
    if not package:
        raise TypeError("the 'package' argument is required to perform a relative import for %r" % name)
    parts = package.rsplit(".", level - 1)
    if len(parts) < level:
        raise ImportError("attempted relative import beyond top-level package")
    rest = name[level:]
    return "%s.%s" % (parts[0], rest) if rest else parts[0]


def import_module(name, package=None):
    """The module with this name; one with dots in front is looked for from the package on."""
    if name.startswith("."):
        name = _absolute(name, package)
    __import__(name)
    return sys.modules[name]


def reload(module):
    """Run the code of a module again, in its own namespace."""
    try:
        name = module.__spec__.name
    except AttributeError:
        try:
            name = module.__name__
        except AttributeError:
            raise TypeError("reload() argument must be a module")
    if sys.modules.get(name) is not module:
        raise ImportError("module %s not in sys.modules" % name, name=name)
    spec = module.__spec__
    if spec is None or spec.loader is None:
        raise ModuleNotFoundError("spec not found for the module %r" % name, name=name)
    spec.loader.exec_module(module)
    return sys.modules[name]
