"""Patterns and matches."""

import sys

import _re
from types import GenericAlias, MappingProxyType

_FLAG_NAMES = ("TEMPLATE", 1), ("IGNORECASE", 2), ("LOCALE", 4), ("MULTILINE", 8), ("DOTALL", 16), ("UNICODE", 32), \
    ("VERBOSE", 64), ("DEBUG", 128), ("ASCII", 256)


class error(Exception):
    """What is wrong with a pattern: msg, pattern, pos, lineno, colno."""

    __module__ = "re"

    def __init__(self, msg, pattern=None, pos=None):
        self.msg, self.pattern, self.pos = msg, pattern, pos
        if pattern is not None and pos is not None:
            msg = "%s at position %d" % (msg, pos)
            newline = "\n" if isinstance(pattern, str) else b"\n"
            self.lineno = pattern.count(newline, 0, pos) + 1
            self.colno = pos - pattern.rfind(newline, 0, pos)
            if newline in pattern:
                msg = "%s (line %d, column %d)" % (msg, self.lineno, self.colno)
        else:
            self.lineno = self.colno = None
        super().__init__(msg)


def make_pattern(source, flags):
    """Compiles; the flags are an int."""
    if isinstance(source, str):
        if flags & 4:
            raise ValueError("cannot use LOCALE flag with a str pattern")
        if flags & 256 and flags & 32:
            raise ValueError("ASCII and UNICODE flags are incompatible")
    else:
        if flags & 32:
            raise ValueError("cannot use UNICODE flag with a bytes pattern")
        if flags & 4 and flags & 256:
            raise ValueError("ASCII and LOCALE flags are incompatible")
    regex = _re.compile(source, flags)
    if isinstance(regex, tuple):
        message, position = regex
        raise error(message) if position is None else error(message, source, position)
    if regex.late_flags is not None:
        import warnings
        cut = " (truncated)" if len(source) > 20 else ""
        warnings.warn("Flags not at the start of the expression %r%s but at position %d"
                      % (source[:20], cut, regex.late_flags), DeprecationWarning, stacklevel=4)
    return Pattern._make(source, regex)


def _piece(string, start, end):
    """A part of the text: str or bytes, whatever the text is."""
    if isinstance(string, str):
        return str.__getitem__(string, slice(start, end))
    return bytes(memoryview(string)[start:end]) if type(string) is not bytes else string[start:end]


class Pattern:
    """A compiled regular expression."""

    __module__ = "re"
    __slots__ = ("pattern", "flags", "groups", "groupindex", "_regex", "_bytes", "_templates", "__weakref__")
    __class_getitem__ = classmethod(GenericAlias)

    def __new__(cls, *args, **kwds):
        raise TypeError("cannot create 're.Pattern' instances")

    @classmethod
    def _make(cls, source, regex):
        self = object.__new__(cls)
        setattr_ = object.__setattr__
        setattr_(self, "pattern", source)
        setattr_(self, "flags", regex.flags)
        setattr_(self, "groups", regex.groups)
        setattr_(self, "groupindex", MappingProxyType(dict(regex.names)))
        setattr_(self, "_regex", regex)
        setattr_(self, "_bytes", not isinstance(source, str))
        setattr_(self, "_templates", {})
        return self

    def __setattr__(self, name, value):
        if name in ("pattern", "flags", "groups", "groupindex"):
            raise AttributeError("readonly attribute")
        raise AttributeError("'re.Pattern' object has no attribute %r" % name)

    def __repr__(self):
        flags = self.flags
        if not self._bytes and flags & (4 | 32 | 256) == 32:
            flags &= ~32
        parts = []
        for name, flag in _FLAG_NAMES:
            if flags & flag:
                parts.append("re." + name)
                flags &= ~flag
        if flags:
            parts.append(hex(flags))
        shown = repr(self.pattern)[:200]
        return "re.compile(%s, %s)" % (shown, "|".join(parts)) if parts else "re.compile(%s)" % shown

    def __eq__(self, other):
        if not isinstance(other, Pattern):
            return NotImplemented
        return (self.flags, self._bytes, self.pattern) == (other.flags, other._bytes, other.pattern)

    def __hash__(self):
        return hash((self.flags, self.pattern))

    def __copy__(self):
        return self

    def __deepcopy__(self, memo):
        return self

    def __reduce__(self):
        import re
        return re._compile, (self.pattern, self.flags)

    def _check(self, string):
        if isinstance(string, str):
            if self._bytes:
                raise TypeError("cannot use a bytes pattern on a string-like object")
        else:
            try:
                memoryview(string)
            except TypeError:
                raise TypeError("expected string or bytes-like object") from None
            if not self._bytes:
                raise TypeError("cannot use a string pattern on a bytes-like object")

    def _one(self, string, pos, endpos, search, whole):
        self._check(string)
        found = self._regex.find(string, pos, endpos, search, whole, 1)
        return Match._make(self, string, pos, endpos, found[0]) if found else None

    def match(self, string, pos=0, endpos=sys.maxsize):
        """A Match at pos, or None."""
        return self._one(string, pos, endpos, False, False)

    def fullmatch(self, string, pos=0, endpos=sys.maxsize):
        """A Match from pos to endpos, or None."""
        return self._one(string, pos, endpos, False, True)

    def search(self, string, pos=0, endpos=sys.maxsize):
        """The first Match from pos on, or None."""
        return self._one(string, pos, endpos, True, False)

    def _all(self, string, pos=0, endpos=sys.maxsize, limit=0):
        self._check(string)
        return self._regex.find(string, pos, endpos, True, False, limit)

    def findall(self, string, pos=0, endpos=sys.maxsize):
        """All matches: the whole, the group if there is one, tuples of groups if there are more."""
        spans = self._all(string, pos, endpos)
        if self.groups == 0:
            return [_piece(string, span[0], span[1]) for span in spans]
        empty = _piece(string, 0, 0)
        if self.groups == 1:
            return [_piece(string, span[2], span[3]) if span[2] >= 0 else empty for span in spans]
        groups = range(2, 2 * self.groups + 2, 2)
        return [tuple([_piece(string, span[i], span[i + 1]) if span[i] >= 0 else empty for i in groups])
                for span in spans]

    def finditer(self, string, pos=0, endpos=sys.maxsize):
        """An iterator over all matches."""
        spans = self._all(string, pos, endpos)
        return (Match._make(self, string, pos, endpos, span) for span in spans)

    def split(self, string, maxsplit=0):
        """The parts between matches; what groups matched stands between them."""
        parts = []
        last = 0
        for span in self._all(string, limit=max(maxsplit, 0)) if maxsplit >= 0 else ():
            parts.append(_piece(string, last, span[0]))
            for i in range(2, 2 * self.groups + 2, 2):
                parts.append(_piece(string, span[i], span[i + 1]) if span[i] >= 0 else None)
            last = span[1]
        parts.append(_piece(string, last, len(string)))
        return parts

    def sub(self, repl, string, count=0):
        """The string with matches replaced."""
        return self.subn(repl, string, count)[0]

    def subn(self, repl, string, count=0):
        """The string with matches replaced, and how many were."""
        spans = self._all(string, limit=max(count, 0)) if count >= 0 else []
        if callable(repl):
            replace = repl
        else:
            template = self._template(repl)
            replace = None
        parts = []
        last = 0
        for span in spans:
            if last < span[0]:
                parts.append(_piece(string, last, span[0]))
            if replace is not None:
                new = replace(Match._make(self, string, 0, sys.maxsize, span))
                if new is not None:
                    parts.append(new)
            else:
                for item in template:
                    if isinstance(item, int):
                        start = span[2 * item]
                        if start >= 0:
                            parts.append(_piece(string, start, span[2 * item + 1]))
                    else:
                        parts.append(item)
            last = span[1]
        parts.append(_piece(string, last, len(string)))
        return _piece(string, 0, 0).join(parts), len(spans)

    def _template(self, repl):
        """A replacement as texts and group numbers."""
        known = self._templates.get(repl) if type(repl) in (str, bytes) else None
        if known is None:
            from re._template import parse
            known = parse(repl, self)
            if len(self._templates) < 100 and type(repl) in (str, bytes):
                self._templates[repl] = known
        return known

    def scanner(self, string, pos=0, endpos=sys.maxsize):
        """Matches one after the other, at request."""
        return _Scanner(self, string, pos, endpos)


class _Scanner:
    def __init__(self, pattern, string, pos, endpos):
        self.pattern = pattern
        self._spans = None
        self._string, self._pos, self._end = string, pos, endpos

    def search(self):
        """The next Match, or None."""
        if self._spans is None:
            self._spans = self.pattern.finditer(self._string, self._pos, self._end)
        return next(self._spans, None)

    def match(self):
        """The Match where the last one ended, or None."""
        found = self.pattern.match(self._string, self._pos, self._end)
        if found is not None:
            self._pos = found.end() + (found.end() == found.start())
        return found


class Match:
    """A match: where it stands, and what its groups matched."""

    __module__ = "re"
    __slots__ = ("re", "string", "pos", "endpos", "lastindex", "_span")
    __class_getitem__ = classmethod(GenericAlias)

    def __new__(cls, *args, **kwds):
        raise TypeError("cannot create 're.Match' instances")

    @classmethod
    def _make(cls, pattern, string, pos, endpos, span):
        self = object.__new__(cls)
        self.re = pattern
        self.string = string
        size = len(string)
        self.pos = min(max(pos, 0), size)
        self.endpos = min(max(endpos, 0), size)
        self.lastindex = span[-1] if span[-1] >= 0 else None
        self._span = span
        return self

    def _index(self, group):
        if not isinstance(group, int):
            try:
                group = self.re.groupindex[group] if not hasattr(group, "__index__") else group.__index__()
            except (KeyError, TypeError):
                raise IndexError("no such group") from None
        if not 0 <= group <= self.re.groups:
            raise IndexError("no such group")
        return 2 * group

    def _get(self, group, default=None):
        i = self._index(group)
        start = self._span[i]
        return _piece(self.string, start, self._span[i + 1]) if start >= 0 else default

    def group(self, *groups):
        """What groups matched: the whole, one, or a tuple of several."""
        if not groups:
            return self._get(0)
        if len(groups) == 1:
            return self._get(groups[0])
        return tuple([self._get(group) for group in groups])

    def __getitem__(self, group):
        return self._get(group)

    def groups(self, default=None):
        """What all groups matched."""
        return tuple([self._get(group, default) for group in range(1, self.re.groups + 1)])

    def groupdict(self, default=None):
        """What the groups with names matched."""
        return {name: self._get(group, default) for name, group in self.re.groupindex.items()}

    def start(self, group=0, /):
        """Where a group begins; -1 if it did not match."""
        return self._span[self._index(group)]

    def end(self, group=0, /):
        """Where a group ends."""
        return self._span[self._index(group) + 1]

    def span(self, group=0, /):
        """Where a group begins and ends."""
        i = self._index(group)
        return self._span[i], self._span[i + 1]

    @property
    def regs(self):
        """The spans of all groups, the whole first."""
        return tuple([self._span[i:i + 2] for i in range(0, len(self._span) - 1, 2)])

    @property
    def lastgroup(self):
        """The name of the group that was closed last."""
        for name, group in self.re.groupindex.items():
            if group == self.lastindex:
                return name
        return None

    def expand(self, template):
        """A template with what the groups matched."""
        empty = _piece(self.string, 0, 0)
        return empty.join([self._get(item, empty) if isinstance(item, int) else item
                           for item in self.re._template(template)])

    def __copy__(self):
        return self

    def __deepcopy__(self, memo):
        return self

    def __repr__(self):
        return "<re.Match object; span=%r, match=%.50s>" % (self.span(), repr(self.group()))
