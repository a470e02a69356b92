# None, Ellipsis, NotImplemented, __debug__, and the builtins that can be called without arguments.
for source in ("int()", "float()", "complex()", "str()", "bytes()", "bytearray()", "list()", "tuple()", "dict()", "set()", "frozenset()", "bool()", "object().__class__", "range(0)", "slice(None)", "type(None)()", "zip()", "print()", "globals() is locals()", "__debug__", "None is None", "Ellipsis", "...", "NotImplemented", "NotImplemented == NotImplemented", "None == 0", "None < 1", "bool(None)", "None or 1", "not None", "None.__class__", "(None, ...)", "{None: 1}[None]", "repr(None)", "str(...)", "[None] * 2", "None + 1", "len(None)", "Ellipsis.x", "-None", "iter(None)", "memoryview()", "property().fget", "classmethod()", "staticmethod()", "super()", "enumerate()", "reversed()", "filter()", "map()", "isinstance()", "chr()", "sorted()", "__import__()", "__build_class__()", "open()", "vars() is locals()", "dir()[:1]", "breakpoint", "copyright" , "__name__", "__doc__", "__file__[-22:]", "__spec__", "__loader__.__class__.__name__", "__package__", "__builtins__.__name__", "__cached__"):
    try:
        print(source, "->", eval(source))
    except Exception as error:
        print(source, "->", type(error).__name__, error)
import builtins
print(sorted(n for n in dir(builtins) if n not in ("_", "exit", "quit", "copyright", "credits", "license", "help")))
print(builtins.len is len, builtins.__name__, builtins.__doc__.splitlines()[0])
builtins.added = 5
print(added)
del builtins.added
old = builtins.len
builtins.len = lambda x: "patched"
print(len([]))
builtins.len = old
print(len([1]))
