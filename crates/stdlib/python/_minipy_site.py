"""What an interactive session has besides the builtins: exit, quit, copyright, credits, license, help.

Under a name of our own: with --stdlib, CPython's _sitebuiltins has its own place.
"""

import sys


class Quitter:
    """Ends the session when it is called."""

    __module__ = "_sitebuiltins"

    def __init__(self, name, eof):
        self.name, self.eof = name, eof

    def __repr__(self):
        return "Use %s() or %s to exit" % (self.name, self.eof)

    def __call__(self, code=None):
        # Standard input goes first, so that a shell around us ends too.
        try:
            sys.stdin.close()
        except Exception:
            pass
        raise SystemExit(code)


class _Printer:
    """A text that shows itself, a page at a time when it is called."""

    __module__ = "_sitebuiltins"

    MAXLINES = 23

    def __init__(self, name, data, is_short=True):
        self.__name, self.__data, self.__is_short = name, data, is_short

    def __repr__(self):
        if self.__is_short:
            return self.__data
        return "Type %s() to see the full %s text" % ((self.__name,) * 2)

    def __call__(self):
        lines = self.__data.split("\n")
        for start in range(0, len(lines), self.MAXLINES):
            if start and input("Hit Return for more, or q (and Return) to quit: ") == "q":
                break
            print("\n".join(lines[start:start + self.MAXLINES]))


class _Helper:
    """What `help` is."""

    __module__ = "_sitebuiltins"

    def __repr__(self):
        return "Type help() for interactive help, or help(object) for help about object."

    def __call__(self, *args, **kwds):
        import pydoc
        return pydoc.help(*args, **kwds)


def _install():
    import builtins
    builtins.quit = Quitter("quit", "Ctrl-D (i.e. EOF)")
    builtins.exit = Quitter("exit", "Ctrl-D (i.e. EOF)")
    builtins.copyright = _Printer("copyright", sys.copyright)
    builtins.credits = _Printer("credits", """\
    Thanks to CWI, CNRI, BeOpen.com, Zope Corporation and a cast of thousands
    for supporting Python development.  See www.python.org for more information.""")
    builtins.license = _Printer("license", "See https://www.python.org/psf/license/", False)
    builtins.help = _Helper()
