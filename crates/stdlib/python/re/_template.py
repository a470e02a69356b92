"""Templates of replacements: \\1, \\g<name> and the escapes of characters."""

_LETTERS = {"a": "\a", "b": "\b", "f": "\f", "n": "\n", "r": "\r", "t": "\t", "v": "\v", "\\": "\\"}


def parse(source, pattern):
    """A list of texts and group numbers."""
    from re._pattern import error
    text = source if isinstance(source, str) else str(source, "latin1")
    if isinstance(source, str) == pattern._bytes and "\\" not in text:
        return [source]
    items = []
    literal = []

    def add_group(group, position):
        if group > pattern.groups:
            raise error("invalid group reference %d" % group, source, position)
        finish()
        items.append(group)

    def finish():
        if literal:
            joined = "".join(literal)
            items.append(joined if isinstance(source, str) else joined.encode("latin1"))
            literal.clear()

    i = 0
    while True:
        slash = text.find("\\", i)
        if slash < 0:
            literal.append(text[i:])
            break
        literal.append(text[i:slash])
        c = text[slash + 1:slash + 2]
        i = slash + 2
        if not c:
            raise error("bad escape (end of pattern)", source, slash)
        if c == "g":
            i = _named(text, i, source, pattern, add_group, error)
        elif c == "0":
            digits = c
            while len(digits) < 3 and text[i:i + 1] in tuple("01234567"):
                digits += text[i]
                i += 1
            literal.append(chr(int(digits, 8) & 0xff))
        elif c in "123456789":
            digits = c
            if text[i:i + 1] in tuple("0123456789"):
                digits += text[i]
                i += 1
                if all(d in "01234567" for d in digits) and text[i:i + 1] in tuple("01234567"):
                    digits += text[i]
                    i += 1
                    code = int(digits, 8)
                    if code > 0o377:
                        raise error("octal escape value \\%s outside of range 0-0o377" % digits, source, slash)
                    literal.append(chr(code))
                    continue
            add_group(int(digits), slash + 1)
        elif c in _LETTERS:
            literal.append(_LETTERS[c])
        elif c.isascii() and c.isalpha():
            raise error("bad escape \\" + c, source, slash)
        else:
            literal.append("\\" + c)
    finish()
    return items


def _named(text, i, source, pattern, add_group, error):
    """The reference behind \\g; the place behind it."""
    if text[i:i + 1] != "<":
        raise error("missing <", source, i)
    start = i + 1
    end = text.find(">", start)
    if start >= len(text) or end == start:
        raise error("missing group name", source, start)
    if end < 0:
        raise error("missing >, unterminated name", source, start)
    name = text[start:end]
    if name.isidentifier():
        try:
            group = pattern.groupindex[name]
        except KeyError:
            raise IndexError("unknown group name %r" % name) from None
    else:
        try:
            group = int(name)
            if group < 0:
                raise ValueError
        except ValueError:
            raise error("bad character in group name %r" % name, source, start) from None
    add_group(group, start)
    return end + 1
