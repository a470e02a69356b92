# The tree of the builtin exceptions, each with its module and document string.
def walk(cls, depth=0):
    print("  " * depth + cls.__name__, cls.__module__, repr(cls.__doc__))
    for sub in sorted(cls.__subclasses__(), key=lambda c: c.__name__):
        if sub.__module__ == "builtins":
            walk(sub, depth + 1)


walk(BaseException)
print(IOError is OSError, EnvironmentError is OSError, ValueError.__name__, ValueError.__qualname__, ValueError, BaseException.__flags__ & 1 if False else "")
print(sorted(n for n in dir(BaseException) if not n.startswith("__") or n in ("__cause__", "__context__", "__traceback__", "__suppress_context__")))
print(sorted(set(dir(OSError)) - set(dir(Exception))), sorted(set(dir(SyntaxError)) - set(dir(Exception))), sorted(set(dir(ImportError)) - set(dir(Exception))), sorted(set(dir(StopIteration)) - set(dir(Exception))), sorted(set(dir(UnicodeError)) - set(dir(Exception))), sorted(set(dir(UnicodeDecodeError)) - set(dir(Exception))), sorted(set(dir(NameError)) - set(dir(Exception))), sorted(set(dir(AttributeError)) - set(dir(Exception))), sorted(set(dir(SystemExit)) - set(dir(Exception))))
