"""Regular expressions: patterns are compiled (compile), looked for (match, search, fullmatch, findall, finditer) and
replaced (sub, subn, split). The engine is native (module _re).
"""

import enum
import functools

import _re
from re._pattern import Match, Pattern, error, make_pattern

__all__ = ["match", "fullmatch", "search", "sub", "subn", "split", "findall", "finditer", "compile", "purge", "template",
           "escape", "error", "Pattern", "Match", "A", "I", "L", "M", "S", "X", "U", "ASCII", "IGNORECASE", "LOCALE",
           "MULTILINE", "DOTALL", "VERBOSE", "UNICODE"]

__version__ = "2.2.1"


class RegexFlag(enum.IntFlag):
    """What compile takes as flags."""

    ASCII = A = 256
    IGNORECASE = I = 2
    LOCALE = L = 4
    UNICODE = U = 32
    MULTILINE = M = 8
    DOTALL = S = 16
    VERBOSE = X = 64
    TEMPLATE = T = 1
    DEBUG = 128

    def __repr__(self):
        if self._name_ is not None:
            return "re." + self._name_
        value = self._value_
        negative = value < 0
        if negative:
            value = ~value
        parts = []
        for flag in self.__class__:
            if value & flag._value_:
                value &= ~flag._value_
                parts.append("re." + flag._name_)
        if value:
            parts.append(hex(value))
        text = "|".join(parts)
        if negative:
            return "~(%s)" % text if len(parts) > 1 else "~" + text
        return text

    __str__ = object.__str__


globals().update(RegexFlag.__members__)

_MAXCACHE = 512
_cache = {}


def _compile(pattern, flags):
    if isinstance(flags, RegexFlag):
        flags = flags.value
    key = type(pattern), pattern, flags
    try:
        return _cache[key]
    except KeyError:
        pass
    if isinstance(pattern, Pattern):
        if flags:
            raise ValueError("cannot process flags argument with a compiled pattern")
        return pattern
    if not isinstance(pattern, (str, bytes, bytearray, memoryview)):
        raise TypeError("first argument must be string or compiled pattern")
    made = make_pattern(pattern, flags)
    if not flags & 128:
        if len(_cache) >= _MAXCACHE:
            del _cache[next(iter(_cache))]
        _cache[key] = made
    return made


def compile(pattern, flags=0):
    """The pattern as an object, for use again and again."""
    return _compile(pattern, flags)


def template(pattern, flags=0):
    """As compile."""
    return _compile(pattern, flags | 1)


def purge():
    """Forget the patterns that were compiled on the way."""
    _cache.clear()


def match(pattern, string, flags=0):
    """A Match at the start of the string, or None."""
    return _compile(pattern, flags).match(string)


def fullmatch(pattern, string, flags=0):
    """A Match of the whole string, or None."""
    return _compile(pattern, flags).fullmatch(string)


def search(pattern, string, flags=0):
    """The first Match in the string, or None."""
    return _compile(pattern, flags).search(string)


def sub(pattern, repl, string, count=0, flags=0):
    """The string with matches (count of them, if not 0) replaced: by a template, or by what repl(match) gives."""
    return _compile(pattern, flags).sub(repl, string, count)


def subn(pattern, repl, string, count=0, flags=0):
    """As sub, with the number of replacements: (string, number)."""
    return _compile(pattern, flags).subn(repl, string, count)


def split(pattern, string, maxsplit=0, flags=0):
    """The parts of the string between matches, and what groups matched."""
    return _compile(pattern, flags).split(string, maxsplit)


def findall(pattern, string, flags=0):
    """All matches as strs; as groups, if the pattern has any."""
    return _compile(pattern, flags).findall(string)


def finditer(pattern, string, flags=0):
    """An iterator over all matches."""
    return _compile(pattern, flags).finditer(string)


_ESCAPES = {code: "\\" + chr(code) for code in b"()[]{}?*+-|^$\\.&~# \t\n\r\v\f"}


def escape(pattern):
    """The pattern that matches just this text."""
    if isinstance(pattern, str):
        return pattern.translate(_ESCAPES)
    return str(pattern, "latin1").translate(_ESCAPES).encode("latin1")


class Scanner:
    """Splits a text into tokens: pairs of a pattern and an action."""

    def __init__(self, lexicon, flags=0):
        self.lexicon = lexicon
        self._rules = [(_compile(phrase, flags), action) for phrase, action in lexicon]

    def scan(self, string):
        """What the actions gave, and the rest that no pattern takes."""
        result = []
        position = 0
        while True:
            for pattern, action in self._rules:
                found = pattern.match(string, position)
                if found:
                    break
            else:
                break
            if found.end() == position:
                break
            if callable(action):
                self.match = found
                action = action(self, found.group())
            if action is not None:
                result.append(action)
            position = found.end()
        return result, string[position:]
