"""Lines of source files, read once."""

__all__ = ["getline", "clearcache", "checkcache", "lazycache"]

# File names to (size, mtime, lines, full name); size and mtime are None where nobody looks at them again.
cache = {}


def clearcache():
    """Forget all files."""
    cache.clear()


def checkcache(filename=None):
    """Forget files that may have changed since they were read."""
    for name in list(cache) if filename is None else [filename]:
        entry = cache.get(name)
        if entry is not None and entry[1] is not None:
            del cache[name]


def getlines(filename, module_globals=None):
    """The lines of a file; none, if it cannot be read."""
    entry = cache.get(filename)
    if entry is not None and len(entry) != 1:
        return entry[2]
    return updatecache(filename, module_globals)


def getline(filename, lineno, module_globals=None):
    """A line of a file, with its end; "" if there is none."""
    lines = getlines(filename, module_globals)
    return lines[lineno - 1] if 1 <= lineno <= len(lines) else ""


def updatecache(filename, module_globals=None):
    """Read a file anew."""
    cache.pop(filename, None)
    if not filename or filename.startswith("<") and filename.endswith(">"):
        return []
    try:
        with open(filename, "rb") as file:
            data = file.read()
    except OSError:
        return []
    try:
        text = data.decode(_encoding(data))
    except (UnicodeDecodeError, LookupError):
        return []
    lines = _lines(text.removeprefix("\ufeff"))
    cache[filename] = len(data), 0, lines, filename
    return lines


def _lines(text):
    """Lines that end at newlines alone."""
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    return [line + "\n" for line in text.removesuffix("\n").split("\n")] if text else []


def _encoding(data):
    """The encoding that one of the first two lines names."""
    for line in data.split(b"\n", 2)[:2]:
        if line.lstrip().startswith(b"#") and b"coding" in line:
            rest = line.partition(b"coding")[2]
            if rest[:1] in (b":", b"="):
                name = rest[1:].strip().split()[:1]
                if name:
                    return name[0].decode("ascii", "replace").rstrip("-*;,")
    return "utf-8"


def lazycache(filename, module_globals):
    """Whether the lines could be had from the module's loader."""
    return False
