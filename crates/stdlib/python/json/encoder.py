"""From objects to JSON."""

_INFINITY = float("inf")
_SHORT = {"\\": "\\\\", '"': '\\"', "\b": "\\b", "\f": "\\f", "\n": "\\n", "\r": "\\r", "\t": "\\t"}
_ESCAPES = {ord(char): text for char, text in _SHORT.items()}
for _code in range(0x20):
    _ESCAPES.setdefault(_code, "\\u%04x" % _code)


def encode_basestring(s):
    """A str in quotes, with what JSON does not take as it is escaped."""
    return '"' + s.translate(_ESCAPES) + '"'


def encode_basestring_ascii(s):
    """The same in ASCII."""
    text = s.translate(_ESCAPES)
    if text.isascii() and "\x7f" not in text:
        return '"' + text + '"'
    return '"' + "".join(map(_ascii, text)) + '"'


def _ascii(char):
    code = ord(char)
    if code < 0x7f:
        return char
    if code < 0x10000:
        return "\\u%04x" % code
    code -= 0x10000
    return "\\u%04x\\u%04x" % (0xd800 | code >> 10, 0xdc00 | code & 0x3ff)


class JSONEncoder:
    """Writes dicts, lists, tuples, strs, numbers, bools and None; subclasses teach it more with default()."""

    item_separator = ", "
    key_separator = ": "

    def __init__(self, *, skipkeys=False, ensure_ascii=True, check_circular=True, allow_nan=True, sort_keys=False,
                 indent=None, separators=None, default=None):
        self.skipkeys, self.allow_nan = skipkeys, allow_nan
        self.ensure_ascii, self.check_circular = ensure_ascii, check_circular
        self.sort_keys, self.indent = sort_keys, indent
        if separators is not None:
            self.item_separator, self.key_separator = separators
        elif indent is not None:
            self.item_separator = ","
        if default is not None:
            self.default = default

    def default(self, o):
        """Something that can be written, in place of o; TypeError if there is nothing."""
        raise TypeError(f"Object of type {o.__class__.__name__} is not JSON serializable")

    def encode(self, o):
        """o as a str of JSON."""
        if isinstance(o, str):
            return self._text()(o)
        return "".join(self.iterencode(o, _one_shot=True))

    def _text(self):
        return encode_basestring_ascii if self.ensure_ascii else encode_basestring

    def _float(self, o):
        if o != o:
            text = "NaN"
        elif o == _INFINITY:
            text = "Infinity"
        elif o == -_INFINITY:
            text = "-Infinity"
        else:
            return float.__repr__(o)
        if not self.allow_nan:
            raise ValueError("Out of range float values are not JSON compliant")
        return text

    def iterencode(self, o, _one_shot=False):
        """The JSON in pieces."""
        indent = self.indent
        if indent is not None and not isinstance(indent, str):
            indent = " " * indent
        writer = _Writer(self, {} if self.check_circular else None, self._text(), indent)
        return writer.write(o, 0)


class _Writer:
    """One run of an encoder."""

    def __init__(self, encoder, open_ids, text, indent):
        self.encoder, self.open_ids, self.text, self.indent = encoder, open_ids, text, indent

    def simple(self, o):
        """The JSON of what has no parts; None for anything else."""
        if isinstance(o, str):
            return self.text(o)
        if o is None:
            return "null"
        if o is True:
            return "true"
        if o is False:
            return "false"
        if isinstance(o, int):
            return int.__repr__(o)
        if isinstance(o, float):
            return self.encoder._float(o)
        return None

    def write(self, o, level):
        text = self.simple(o)
        if text is not None:
            yield text
        elif isinstance(o, (list, tuple)):
            yield from self.items(o, level)
        elif isinstance(o, dict):
            yield from self.pairs(o, level)
        else:
            self.enter(o)
            yield from self.write(self.encoder.default(o), level)
            self.leave(o)

    def enter(self, o):
        if self.open_ids is not None:
            if id(o) in self.open_ids:
                raise ValueError("Circular reference detected")
            self.open_ids[id(o)] = o

    def leave(self, o):
        if self.open_ids is not None:
            del self.open_ids[id(o)]

    def frame(self, level):
        """What stands before the first item, between items, and before the closing bracket."""
        separator = self.encoder.item_separator
        if self.indent is None:
            return "", separator, ""
        start = "\n" + self.indent * (level + 1)
        return start, separator + start, "\n" + self.indent * level

    def items(self, items, level):
        if not items:
            yield "[]"
            return
        self.enter(items)
        start, between, end = self.frame(level)
        before = "[" + start
        for item in items:
            text = self.simple(item)
            if text is not None:
                yield before + text
            else:
                yield before
                yield from self.write(item, level + 1)
            before = between
        yield end + "]"
        self.leave(items)

    def key(self, key):
        """A key as a str; None if it is to be skipped."""
        if isinstance(key, str):
            return key
        if isinstance(key, float):
            return self.encoder._float(key)
        if key is True:
            return "true"
        if key is False:
            return "false"
        if key is None:
            return "null"
        if isinstance(key, int):
            return int.__repr__(key)
        if self.encoder.skipkeys:
            return None
        raise TypeError(f"keys must be str, int, float, bool or None, not {key.__class__.__name__}")

    def pairs(self, pairs, level):
        if not pairs:
            yield "{}"
            return
        self.enter(pairs)
        start, between, end = self.frame(level)
        before = "{" + start
        colon = self.encoder.key_separator
        for key, value in sorted(pairs.items()) if self.encoder.sort_keys else pairs.items():
            key = self.key(key)
            if key is None:
                continue
            before += self.text(key) + colon
            text = self.simple(value)
            if text is not None:
                yield before + text
            else:
                yield before
                yield from self.write(value, level + 1)
            before = between
        if before.startswith("{"):
            yield "{"
        yield end + "}"
        self.leave(pairs)
