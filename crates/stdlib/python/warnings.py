"""Warnings: filters decide whether one is shown, raised or forgotten."""

import sys

__all__ = ["warn", "warn_explicit", "showwarning", "formatwarning", "filterwarnings", "simplefilter",
           "resetwarnings", "catch_warnings"]

filters = []
onceregistry = {}
_defaultaction = "default"
_version = 1


def _set_up():
    """The filters that Python starts with, then those of -W."""
    global filters
    filters = [("default", None, DeprecationWarning, "__main__", 0),
               ("ignore", None, DeprecationWarning, None, 0),
               ("ignore", None, PendingDeprecationWarning, None, 0),
               ("ignore", None, ImportWarning, None, 0),
               ("ignore", None, ResourceWarning, None, 0)]
    for option in sys.warnoptions:
        try:
            _option(option)
        except _OptionError as error:
            print("Invalid -W option ignored:", error, file=sys.stderr)


class _OptionError(Exception):
    """A -W option that makes no sense."""


def _option(text):
    parts = text.split(":")
    if len(parts) > 5:
        raise _OptionError("too many fields (max 5): %r" % (text,))
    action, message, category, module, lineno = (part.strip() for part in parts + [""] * (5 - len(parts)))
    actions = [name for name in ("default", "always", "ignore", "module", "once", "error") if name.startswith(action)]
    if not action:
        actions = ["default"]
    if not actions:
        raise _OptionError("invalid action: %r" % (action,))
    kind = Warning
    if category:
        head, _, name = category.rpartition(".")
        try:
            kind = getattr(__import__(head or "builtins", None, None, [name]), name)
        except (ImportError, AttributeError):
            raise _OptionError("unknown warning category: %r" % (category,)) from None
    try:
        line = int(lineno) if lineno else 0
    except ValueError:
        raise _OptionError("invalid lineno %r" % (lineno,)) from None
    _insert(actions[0], message or None, kind, module or None, line, False)


class _Equal:
    """Matches one text and nothing else: what -W and our own filters ask for."""

    def __init__(self, text, prefix):
        self.text, self.prefix = text.lower() if prefix else text, prefix

    def match(self, text):
        return text.lower().startswith(self.text) if self.prefix else text == self.text


def _matches(pattern, text, prefix):
    if pattern is None:
        return True
    if isinstance(pattern, str):
        pattern = _Equal(pattern, prefix)
    return pattern.match(text) is not None and pattern.match(text) is not False


def _insert(action, message, category, module, lineno, append):
    global _version
    item = (action, message, category, module, lineno)
    if item in filters:
        filters.remove(item)
    if append:
        filters.append(item)
    else:
        filters.insert(0, item)
    _version += 1


def _check(action, category, lineno):
    if action not in ("error", "ignore", "always", "default", "module", "once"):
        raise AssertionError("invalid action: %r" % (action,))
    if not isinstance(category, type) or not issubclass(category, Warning):
        raise AssertionError("category must be a Warning subclass")
    if not isinstance(lineno, int) or lineno < 0:
        raise AssertionError("lineno must be an int >= 0")


def _pattern(text, is_message):
    """A regular expression; one without special characters needs no module for them."""
    if not text:
        return None
    if is_message and not any(c in ".^$*+?{}[]\\|()" for c in text):
        return _Equal(text, True)
    import re
    return re.compile(text, re.I if is_message else 0)


def filterwarnings(action, message="", category=Warning, module="", lineno=0, append=False):
    """Add a filter; message and module are regular expressions."""
    _check(action, category, lineno)
    message = _pattern(message, True)
    module = _pattern(module, False)
    _insert(action, message or None, category, module or None, lineno, append)


def simplefilter(action, category=Warning, lineno=0, append=False):
    """Add a filter that matches every message."""
    _check(action, category, lineno)
    _insert(action, None, category, None, lineno, append)


def resetwarnings():
    """Remove all filters."""
    global _version
    del filters[:]
    _version += 1


def warn(message, category=None, stacklevel=1, source=None):
    """Issue a warning, or perhaps ignore it or raise it."""
    if isinstance(message, Warning):
        category = type(message)
    if category is None:
        category = UserWarning
    if not (isinstance(category, type) and issubclass(category, Warning)):
        raise TypeError("category must be a Warning subclass, not '%s'" % type(category).__name__)
    try:
        frame = sys._getframe(stacklevel)
        names, filename, lineno = frame.f_globals, frame.f_code.co_filename, frame.f_lineno
    except ValueError:
        names, filename, lineno = sys.__dict__, "sys", 1
    registry = names.setdefault("__warningregistry__", {})
    warn_explicit(message, category, filename, lineno, names.get("__name__") or "<string>", registry, source=source)


def warn_explicit(message, category, filename, lineno, module=None, registry=None, module_globals=None, source=None):
    """Issue a warning for a place in a source."""
    lineno = int(lineno)
    if module is None:
        module = filename or "<unknown>"
        if module.endswith(".py"):
            module = module[:-3]
    if registry is None:
        registry = {}
    if registry.get("version", 0) != _version:
        registry.clear()
        registry["version"] = _version
    if isinstance(message, Warning):
        text, category = str(message), type(message)
    else:
        text, message = message, category(message)
    key = (text, category, lineno)
    if registry.get(key):
        return
    action = _defaultaction
    for name, pattern, kind, where, line in filters:
        if (_matches(pattern, text, True) and issubclass(category, kind) and _matches(where, module, False)
                and line in (0, lineno)):
            action = name
            break
    if action == "ignore":
        return
    if action == "error":
        raise message
    if action == "once":
        registry[key] = True
        if onceregistry.get((text, category)):
            return
        onceregistry[text, category] = True
    elif action == "module":
        registry[key] = True
        if registry.get((text, category, 0)):
            return
        registry[text, category, 0] = True
    elif action == "default":
        registry[key] = True
    elif action != "always":
        raise RuntimeError("Unrecognized action (%r) in warnings.filters:\n %s" % (action, filters))
    _showwarnmsg(WarningMessage(message, category, filename, lineno, source=source))


class WarningMessage:
    """A warning with its place."""

    def __init__(self, message, category, filename, lineno, file=None, line=None, source=None):
        self.message, self.category, self.filename, self.lineno = message, category, filename, lineno
        self.file, self.line, self.source = file, line, source
        self._category_name = category.__name__ if category else None

    def __str__(self):
        return ("{message : %r, category : %r, filename : %r, lineno : %s, line : %r}"
                % (self.message, self._category_name, self.filename, self.lineno, self.line))


def _line(filename, lineno):
    try:
        with open(filename, "rb") as file:
            for number, line in enumerate(file, 1):
                if number == lineno:
                    return line.decode("utf-8", "replace").strip()
    except OSError:
        pass
    return ""


def formatwarning(message, category, filename, lineno, line=None):
    """A warning as text."""
    return _formatwarnmsg_impl(WarningMessage(message, category, filename, lineno, None, line))


def showwarning(message, category, filename, lineno, file=None, line=None):
    """Write a warning to a file, stderr without one."""
    _showwarnmsg_impl(WarningMessage(message, category, filename, lineno, file, line))


def _formatwarnmsg_impl(warning):
    category = warning.category.__name__
    text = "%s:%s: %s: %s\n" % (warning.filename, warning.lineno, category, warning.message)
    line = _line(warning.filename, warning.lineno) if warning.line is None else warning.line.strip()
    if line:
        text += "  %s\n" % line
    if warning.source is not None:
        text += category + ": Enable tracemalloc to get the object allocation traceback\n"
    return text


def _showwarnmsg_impl(warning):
    file = sys.stderr if warning.file is None else warning.file
    if file is None:
        return
    text = _formatwarnmsg(warning)
    try:
        file.write(text)
    except OSError:
        pass


_showwarning_orig = showwarning
_formatwarning_orig = formatwarning


def _formatwarnmsg(warning):
    if formatwarning is _formatwarning_orig:
        return _formatwarnmsg_impl(warning)
    return formatwarning(warning.message, warning.category, warning.filename, warning.lineno, warning.line)


def _showwarnmsg(warning):
    if showwarning is _showwarning_orig:
        return _showwarnmsg_impl(warning)
    if not callable(showwarning):
        raise TypeError("warnings.showwarning() must be set to a function or method")
    showwarning(warning.message, warning.category, warning.filename, warning.lineno, warning.file, warning.line)


def _warn_unawaited_coroutine(coro):
    text = "coroutine '%s' was never awaited" % coro.__qualname__
    if coro.cr_origin is not None:
        text += "\nCoroutine created at (most recent call last)\n"
        for filename, lineno, function in reversed(coro.cr_origin):
            text += '  File "%s", line %d, in %s\n' % (filename, lineno, function)
            line = _line(filename, lineno)
            if line:
                text += "    %s\n" % line
        text = text.rstrip("\n")
    warn(text, RuntimeWarning, 2, coro)


class catch_warnings:
    """Restores the filters at the end; with record=True collects warnings in a list instead of showing them."""

    def __init__(self, *, record=False, module=None):
        self._record = record
        self._module = sys.modules["warnings"] if module is None else module
        self._entered = False

    def __repr__(self):
        args = ["record=True"] if self._record else []
        if self._module is not sys.modules["warnings"]:
            args.append("module=%r" % self._module)
        return "%s(%s)" % (type(self).__name__, ", ".join(args))

    def __enter__(self):
        global _version
        if self._entered:
            raise RuntimeError("Cannot enter %r twice" % self)
        self._entered = True
        self._filters = self._module.filters
        self._shown = self._module.showwarning, self._module._showwarnmsg_impl
        self._module.filters = self._filters[:]
        _version += 1
        if not self._record:
            return None
        log = []
        self._module._showwarnmsg_impl = log.append
        self._module.showwarning = self._module._showwarning_orig
        return log

    def __exit__(self, *exc_info):
        global _version
        if not self._entered:
            raise RuntimeError("Cannot exit %r without entering first" % self)
        self._module.filters = self._filters
        self._module.showwarning, self._module._showwarnmsg_impl = self._shown
        _version += 1


_set_up()
