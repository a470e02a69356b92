"""From JSON to objects."""

_CONSTANTS = {"-Infinity": float("-inf"), "Infinity": float("inf"), "NaN": float("nan")}
_SPACE = " \t\n\r"
_DIGITS = "0123456789"
_ESCAPED = {'"': '"', "\\": "\\", "/": "/", "b": "\b", "f": "\f", "n": "\n", "r": "\r", "t": "\t"}


class JSONDecodeError(ValueError):
    """What is no JSON: msg, doc, pos, and from that lineno and colno."""

    def __init__(self, msg, doc, pos):
        lineno = doc.count("\n", 0, pos) + 1
        colno = pos - doc.rfind("\n", 0, pos)
        ValueError.__init__(self, "%s: line %d column %d (char %d)" % (msg, lineno, colno, pos))
        self.msg, self.doc, self.pos = msg, doc, pos
        self.lineno, self.colno = lineno, colno

    def __reduce__(self):
        return self.__class__, (self.msg, self.doc, self.pos)


JSONDecodeError.__module__ = "json.decoder"


def _space(s, end):
    """The place of the next character that is no white space."""
    while s[end:end + 1] in _SPACE and end < len(s):
        end += 1
    return end


def _code_unit(s, pos):
    """The number that four hexadecimal digits are."""
    digits = s[pos + 1:pos + 5]
    if len(digits) == 4 and digits[1] not in "xX":
        try:
            return int(digits, 16)
        except ValueError:
            pass
    raise JSONDecodeError("Invalid \\uXXXX escape", s, pos)


def scanstring(s, end, strict=True):
    """The text of a string whose opening quote stands before `end`, and the place behind its closing quote."""
    begin = end - 1
    parts = []
    while True:
        quote = s.find('"', end)
        if quote < 0:
            _check_controls(s, end, len(s), strict)
            raise JSONDecodeError("Unterminated string starting at", s, begin)
        stop = s.find("\\", end, quote)
        if stop < 0:
            stop = quote
        _check_controls(s, end, stop, strict)
        parts.append(s[end:stop])
        if stop == quote:
            return "".join(parts), quote + 1
        escape = s[stop + 1:stop + 2]
        if not escape:
            raise JSONDecodeError("Unterminated string starting at", s, begin)
        if escape != "u":
            if escape not in _ESCAPED:
                raise JSONDecodeError("Invalid \\escape", s, stop)
            parts.append(_ESCAPED[escape])
            end = stop + 2
            continue
        code = _code_unit(s, stop + 1)
        end = stop + 6
        if 0xd800 <= code <= 0xdbff and s[end:end + 2] == "\\u":
            low = _code_unit(s, end + 1)
            if 0xdc00 <= low <= 0xdfff:
                code = 0x10000 + ((code - 0xd800) << 10 | low - 0xdc00)
                end += 6
        parts.append(chr(code))


def _check_controls(s, start, end, strict):
    if not strict:
        return
    part = s[start:end]
    if part.isprintable():
        return
    for offset, char in enumerate(part):
        if char < " ":
            raise JSONDecodeError("Invalid control character at", s, start + offset)


class JSONDecoder:
    """Reads JSON; the hooks replace what objects, numbers and constants become."""

    def __init__(self, *, object_hook=None, parse_float=None, parse_int=None, parse_constant=None, strict=True,
                 object_pairs_hook=None):
        self.object_hook, self.object_pairs_hook = object_hook, object_pairs_hook
        self.parse_float, self.parse_int = parse_float or float, parse_int or int
        self.parse_constant = parse_constant or _CONSTANTS.__getitem__
        self.strict, self.memo = strict, {}

    def decode(self, s):
        """What a whole text says."""
        obj, end = self.raw_decode(s, idx=_space(s, 0))
        end = _space(s, end)
        if end != len(s):
            raise JSONDecodeError("Extra data", s, end)
        return obj

    def raw_decode(self, s, idx=0):
        """What the text says from idx on, and where that ends."""
        try:
            found = self._value(s, idx)
        except StopIteration as stop:
            raise JSONDecodeError("Expecting value", s, stop.value) from None
        finally:
            self.memo.clear()
        return found

    def _value(self, s, idx):
        char = s[idx:idx + 1]
        if char == '"':
            return scanstring(s, idx + 1, self.strict)
        if char == "{":
            return self._object(s, idx + 1)
        if char == "[":
            return self._array(s, idx + 1)
        if char == "n" and s.startswith("null", idx):
            return None, idx + 4
        if char == "t" and s.startswith("true", idx):
            return True, idx + 4
        if char == "f" and s.startswith("false", idx):
            return False, idx + 5
        if char and char in "-0123456789":
            end = self._number_end(s, idx)
            if end:
                text = s[idx:end]
                return (self.parse_int if text.isdigit() or text[1:].isdigit() else self.parse_float)(text), end
        for name in _CONSTANTS:
            if s.startswith(name, idx):
                return self.parse_constant(name), idx + len(name)
        raise StopIteration(idx)

    def _number_end(self, s, idx):
        """The place behind a number, or 0 if there is none."""
        size = len(s)
        end = idx + (s[idx] == "-")
        if end >= size or s[end] not in _DIGITS:
            return 0
        if s[end] == "0":
            end += 1
        else:
            while end < size and s[end] in _DIGITS:
                end += 1
        if end + 1 < size and s[end] == "." and s[end + 1] in _DIGITS:
            end += 1
            while end < size and s[end] in _DIGITS:
                end += 1
        if end < size and s[end] in "eE":
            exponent = end + 1
            if exponent < size and s[exponent] in "+-":
                exponent += 1
            if exponent < size and s[exponent] in _DIGITS:
                end = exponent
                while end < size and s[end] in _DIGITS:
                    end += 1
        return end

    def _part(self, s, idx):
        try:
            return self._value(s, idx)
        except StopIteration as stop:
            raise JSONDecodeError("Expecting value", s, stop.value) from None

    def _array(self, s, idx):
        items = []
        idx = _space(s, idx)
        if s[idx:idx + 1] == "]":
            return items, idx + 1
        while True:
            item, idx = self._part(s, idx)
            items.append(item)
            idx = _space(s, idx)
            char = s[idx:idx + 1]
            if char == "]":
                return items, idx + 1
            if char != ",":
                raise JSONDecodeError("Expecting ',' delimiter", s, idx)
            idx = _space(s, idx + 1)

    def _object(self, s, idx):
        pairs = []
        idx = _space(s, idx)
        if s[idx:idx + 1] == "}":
            return self._made(pairs), idx + 1
        while True:
            if s[idx:idx + 1] != '"':
                raise JSONDecodeError("Expecting property name enclosed in double quotes", s, idx)
            key, idx = scanstring(s, idx + 1, self.strict)
            key = self.memo.setdefault(key, key)
            idx = _space(s, idx)
            if s[idx:idx + 1] != ":":
                raise JSONDecodeError("Expecting ':' delimiter", s, idx)
            value, idx = self._part(s, _space(s, idx + 1))
            pairs.append((key, value))
            idx = _space(s, idx)
            char = s[idx:idx + 1]
            if char == "}":
                return self._made(pairs), idx + 1
            if char != ",":
                raise JSONDecodeError("Expecting ',' delimiter", s, idx)
            idx = _space(s, idx + 1)

    def _made(self, pairs):
        if self.object_pairs_hook is not None:
            return self.object_pairs_hook(pairs)
        made = dict(pairs)
        return made if self.object_hook is None else self.object_hook(made)
