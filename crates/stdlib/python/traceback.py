"""Tracebacks as data and as text."""

import collections
import itertools
import linecache
import sys

__all__ = ["extract_stack", "extract_tb", "format_exception", "format_exception_only", "format_list", "format_stack",
           "format_tb", "print_exc", "format_exc", "print_exception", "print_last", "print_stack", "print_tb",
           "clear_frames", "FrameSummary", "StackSummary", "TracebackException", "walk_stack", "walk_tb"]

_CAUSE = "\nThe above exception was the direct cause of the following exception:\n\n"
_CONTEXT = "\nDuring handling of the above exception, another exception occurred:\n\n"
_REPEATS = 3
_given = object()


def print_list(extracted_list, file=None):
    """Print the entries of a list like extract_tb's."""
    file = sys.stderr if file is None else file
    for item in StackSummary.from_list(extracted_list).format():
        print(item, file=file, end="")


def format_list(extracted_list):
    """The entries of a list like extract_tb's as texts."""
    return StackSummary.from_list(extracted_list).format()


def print_tb(tb, limit=None, file=None):
    """Print the entries of a traceback."""
    print_list(extract_tb(tb, limit=limit), file=file)


def format_tb(tb, limit=None):
    """The entries of a traceback as texts."""
    return extract_tb(tb, limit=limit).format()


def extract_tb(tb, limit=None):
    """The entries of a traceback, as a StackSummary."""
    return StackSummary.extract(walk_tb(tb), limit=limit)


def _exception_of(exc, value, tb):
    """The exception and traceback that were given as one argument or as three."""
    if value is _given is tb:
        return (exc, exc.__traceback__) if exc is not None else (None, None)
    if value is _given or tb is _given:
        raise ValueError("Both or neither of value and tb must be given")
    return value, tb


def print_exception(exc, /, value=_given, tb=_given, limit=None, file=None, chain=True):
    """Print an exception with its traceback and those that led to it, as the interpreter does."""
    value, tb = _exception_of(exc, value, tb)
    file = sys.stderr if file is None else file
    for line in TracebackException(type(value), value, tb, limit=limit, compact=True).format(chain=chain):
        print(line, file=file, end="")


def format_exception(exc, /, value=_given, tb=_given, limit=None, chain=True):
    """What print_exception prints, as a list of texts."""
    value, tb = _exception_of(exc, value, tb)
    return list(TracebackException(type(value), value, tb, limit=limit, compact=True).format(chain=chain))


def format_exception_only(exc, /, value=_given):
    """The last lines: class and message."""
    if value is _given:
        value = exc
    return list(TracebackException(type(value), value, None, compact=True).format_exception_only())


def print_exc(limit=None, file=None, chain=True):
    """Print the exception that is being handled."""
    print_exception(*sys.exc_info(), limit=limit, file=file, chain=chain)


def format_exc(limit=None, chain=True):
    """The exception that is being handled, as one text."""
    return "".join(format_exception(*sys.exc_info(), limit=limit, chain=chain))


def print_last(limit=None, file=None, chain=True):
    """Print the last exception that ended an interactive command."""
    if not hasattr(sys, "last_type"):
        raise ValueError("no last exception")
    print_exception(sys.last_type, sys.last_value, sys.last_traceback, limit, file, chain)


def print_stack(f=None, limit=None, file=None):
    """Print where the program stands."""
    if f is None:
        f = sys._getframe().f_back
    print_list(extract_stack(f, limit=limit), file=file)


def format_stack(f=None, limit=None):
    """Where the program stands, as texts."""
    if f is None:
        f = sys._getframe().f_back
    return format_list(extract_stack(f, limit=limit))


def extract_stack(f=None, limit=None):
    """Where the program stands, the outermost frame first."""
    if f is None:
        f = sys._getframe().f_back
    stack = StackSummary.extract(walk_stack(f), limit=limit)
    stack.reverse()
    return stack


def clear_frames(tb):
    """Drop the local variables of all frames of a traceback."""
    for frame, _ in walk_tb(tb):
        try:
            frame.clear()
        except RuntimeError:
            # It still runs.
            continue


def walk_stack(f):
    """(frame, line) from a frame outwards."""
    if f is None:
        f = sys._getframe().f_back.f_back.f_back
    while f is not None:
        yield f, f.f_lineno
        f = f.f_back


def walk_tb(tb):
    """(frame, line) of a traceback's entries."""
    while tb is not None:
        yield tb.tb_frame, tb.tb_lineno
        tb = tb.tb_next


def _safe_str(value):
    try:
        return str(value)
    except Exception:
        return "<unprintable %s object>" % type(value).__name__


class FrameSummary:
    """An entry: filename, lineno, name, line, and locals if they were asked for."""

    __slots__ = ("filename", "lineno", "name", "_line", "locals")

    def __init__(self, filename, lineno, name, *, lookup_line=True, locals=None, line=None):
        self.filename, self.lineno, self.name, self._line = filename, lineno, name, line
        if lookup_line:
            self.line
        self.locals = {key: repr(value) for key, value in locals.items()} if locals else None

    # It is like a tuple of four.

    def __len__(self):
        return 4

    def __iter__(self):
        return iter([self.filename, self.lineno, self.name, self.line])

    def __getitem__(self, pos):
        return (self.filename, self.lineno, self.name, self.line)[pos]

    def __eq__(self, other):
        place = self.filename, self.lineno, self.name
        if isinstance(other, FrameSummary):
            return place == (other.filename, other.lineno, other.name) and self.locals == other.locals
        return (*place, self.line) == other if isinstance(other, tuple) else NotImplemented

    def __repr__(self):
        return f"<FrameSummary file {self.filename}, line {self.lineno} in {self.name}>"

    @property
    def line(self):
        """The line of the source, without white space around it."""
        if self._line is None:
            if self.lineno is None:
                return None
            self._line = linecache.getline(self.filename, self.lineno)
        return self._line.strip()


class StackSummary(list):
    """A list of entries."""

    @classmethod
    def extract(cls, frame_gen, *, limit=None, lookup_lines=True, capture_locals=False):
        """From pairs of frame and line; limit keeps the first, or with a minus the last."""
        if limit is None:
            limit = getattr(sys, "tracebacklimit", None)
            limit = limit if limit is None else max(limit, 0)
        if limit is not None:
            first = limit >= 0
            frame_gen = itertools.islice(frame_gen, limit) if first else collections.deque(frame_gen, maxlen=-limit)
        result = cls()
        for f, lineno in frame_gen:
            code = f.f_code
            result.append(FrameSummary(code.co_filename, lineno, code.co_name, lookup_line=False,
                                       locals=f.f_locals if capture_locals else None))
        if lookup_lines:
            for summary in result:
                summary.line
        return result

    @classmethod
    def from_list(cls, a_list):
        """From entries, or tuples of the same."""
        result = cls()
        for item in a_list:
            if isinstance(item, FrameSummary):
                result.append(item)
            else:
                filename, lineno, name, line = item
                result.append(FrameSummary(filename, lineno, name, line=line))
        return result

    def format(self):
        """A text for each entry; of many equal ones in a row only their number."""
        result = []
        last = None
        count = 0

        def repeated():
            more = count - _REPEATS
            if more > 0:
                result.append("  [Previous line repeated %d more time%s]\n" % (more, "" if more == 1 else "s"))

        for frame in self:
            here = frame.filename, frame.lineno, frame.name
            if last is None or last != here or None in here:
                repeated()
                last = here
                count = 0
            count += 1
            if count > _REPEATS:
                continue
            row = ['  File "%s", line %s, in %s\n' % here]
            if frame.line:
                row.append("    %s\n" % frame.line.strip())
            if frame.locals:
                row += ["    %s = %s\n" % pair for pair in sorted(frame.locals.items())]
            result.append("".join(row))
        repeated()
        return result


class TracebackException:
    """An exception and those that led to it, without holding on to their frames."""

    def __init__(self, exc_type, exc_value, exc_traceback, *, limit=None, lookup_lines=True, capture_locals=False,
                 compact=False, _seen=None):
        seen = set() if _seen is None else _seen
        seen.add(id(exc_value))
        self.stack = StackSummary.extract(walk_tb(exc_traceback), limit=limit, lookup_lines=lookup_lines,
                                          capture_locals=capture_locals)
        self.exc_type = exc_type
        self._str = _safe_str(exc_value)
        if exc_type and issubclass(exc_type, SyntaxError):
            self.filename = exc_value.filename
            self.lineno = None if exc_value.lineno is None else str(exc_value.lineno)
            self.end_lineno = None if exc_value.end_lineno is None else str(exc_value.end_lineno)
            self.text = exc_value.text
            self.offset = exc_value.offset
            self.end_offset = exc_value.end_offset
            self.msg = exc_value.msg
        self.__suppress_context__ = exc_value.__suppress_context__ if exc_value is not None else False
        self.__cause__ = self.__context__ = None
        options = dict(limit=limit, lookup_lines=lookup_lines, capture_locals=capture_locals, compact=compact)
        # A chain, not a recursion: it may be long.
        current, exception = self, exc_value
        while exception is not None:
            cause, context = exception.__cause__, exception.__context__
            need_context = cause is None and not exception.__suppress_context__ if compact else True
            following = None
            if cause is not None and id(cause) not in seen:
                current.__cause__ = following = self._link(cause, seen, options)
                next_exception = cause
            if context is not None and need_context and id(context) not in seen:
                current.__context__ = self._link(context, seen, options)
                if following is None:
                    following, next_exception = current.__context__, context
            if following is None:
                break
            current, exception = following, next_exception

    @classmethod
    def _link(cls, value, seen, options):
        """One exception of the chain, without what led to it."""
        seen.add(id(value))
        bare = cls.__new__(cls)
        bare.stack = StackSummary.extract(walk_tb(value.__traceback__), limit=options["limit"],
                                          lookup_lines=options["lookup_lines"],
                                          capture_locals=options["capture_locals"])
        bare.exc_type = type(value)
        bare._str = _safe_str(value)
        if isinstance(value, SyntaxError):
            bare.filename, bare.text, bare.msg = value.filename, value.text, value.msg
            bare.lineno = None if value.lineno is None else str(value.lineno)
            bare.end_lineno = None if value.end_lineno is None else str(value.end_lineno)
            bare.offset, bare.end_offset = value.offset, value.end_offset
        bare.__suppress_context__ = value.__suppress_context__
        bare.__cause__ = bare.__context__ = None
        return bare

    @classmethod
    def from_exception(cls, exc, *args, **kwargs):
        """Of an exception with its own traceback."""
        return cls(type(exc), exc, exc.__traceback__, *args, **kwargs)

    def __eq__(self, other):
        return self.__dict__ == other.__dict__ if isinstance(other, TracebackException) else NotImplemented

    def __str__(self):
        return self._str

    def format_exception_only(self):
        """Class and message; for a SyntaxError its place before them."""
        if self.exc_type is None or self.exc_type is type(None):
            yield _final_line("NoneType" if self.exc_type else None, self._str)
            return
        name = self.exc_type.__qualname__
        module = self.exc_type.__module__
        if module not in ("__main__", "builtins"):
            name = (module if isinstance(module, str) else "<unknown>") + "." + name
        if not issubclass(self.exc_type, SyntaxError):
            yield _final_line(name, self._str)
        else:
            yield from self._format_syntax_error(name)

    def _format_syntax_error(self, name):
        suffix = ""
        if self.lineno is not None:
            yield '  File "%s", line %s\n' % (self.filename or "<string>", self.lineno)
        elif self.filename is not None:
            suffix = " (%s)" % self.filename
        if self.text is not None:
            # Columns count from the line's start; what is shown has none of the white space there.
            line = self.text.rstrip("\n")
            shown = line.lstrip(" \n\f")
            removed = len(line) - len(shown)
            yield "    %s\n" % shown
            if self.offset is not None:
                end = self.end_offset if self.end_offset not in (None, 0) else self.offset
                if self.lineno is not None and self.end_lineno is not None and self.end_lineno != self.lineno:
                    end = len(line) + 1
                if self.offset == end or end == -1:
                    end = self.offset + 1
                start, end = self.offset - 1 - removed, end - 1 - removed
                if start >= 0:
                    blanks = "".join(c if c.isspace() else " " for c in shown[:start])
                    yield "    %s%s\n" % (blanks, "^" * (end - start))
        yield "%s: %s%s\n" % (name, self.msg or "<no detail available>", suffix)

    def format(self, *, chain=True):
        """The whole, oldest exception first, in lines."""
        links = []
        exc = self
        while exc is not None:
            following, words = None, None
            if chain:
                if exc.__cause__ is not None:
                    following, words = exc.__cause__, _CAUSE
                elif exc.__context__ is not None and not exc.__suppress_context__:
                    following, words = exc.__context__, _CONTEXT
            links.append((words, exc))
            exc = following
        for words, exc in reversed(links):
            if words is not None:
                yield words
            if exc.stack:
                yield "Traceback (most recent call last):\n"
                yield from exc.stack.format()
            yield from exc.format_exception_only()

    def print(self, *, file=None, chain=True):
        """Print the whole."""
        file = sys.stderr if file is None else file
        for line in self.format(chain=chain):
            print(line, file=file, end="")


def _final_line(name, text):
    if not text:
        return "%s\n" % name
    return "%s: %s\n" % (name, text)
