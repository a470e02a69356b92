"""Compiles what comes on standard input, and tells how minipy's result differs."""
import json
import marshal
import struct
import sys
import types
import warnings

FIELDS = (
    "co_name", "co_filename", "co_firstlineno", "co_argcount", "co_posonlyargcount", "co_kwonlyargcount", "co_nlocals",
    "co_flags", "co_names", "co_varnames", "co_freevars", "co_cellvars", "co_consts", "co_code", "co_stacksize", "co_linetable",
)
KEYS = ("type", "msg", "lineno", "offset", "end_lineno", "end_offset")
MODES = {b"e": "exec", b"v": "eval", b"s": "single"}
# How deep a source may nest depends on who asks.
DEPTH = (MemoryError, RecursionError)


def key(value):
    if isinstance(value, types.CodeType):
        return "code"
    if isinstance(value, tuple):
        return tuple(map(key, value))
    if isinstance(value, frozenset):
        return frozenset(map(key, value))
    return type(value).__name__, repr(value)


def difference(want, got, path):
    for field in FIELDS:
        a, b = getattr(want, field), getattr(got, field)
        if field == "co_consts":
            a, b = key(a), key(b)
        if a != b:
            return "%s: %s: want %s got %s" % (path, field, a, b)
    for a, b in zip(want.co_consts, got.co_consts):
        if isinstance(a, types.CodeType):
            text = difference(a, b, path + "." + a.co_name)
            if text:
                return text
    return ""


def judge(mode, optimize, accepted, source, ours):
    try:
        want = compile(source, "fuzz.py", mode, dont_inherit=True, optimize=optimize)
    except DEPTH:
        return ""
    except Exception as error:
        if isinstance(error, SyntaxError):
            values = (error.msg, error.lineno, error.offset, error.end_lineno, error.end_offset)
        else:
            values = (str(error), None, None, None, None)
        wanted = dict(zip(KEYS, (type(error).__name__,) + values))
        if accepted:
            return "must be refused: %s" % wanted
        got = {k: json.loads(ours)[k] for k in KEYS}
        try:
            source.decode()
        except UnicodeDecodeError:  # which byte is met first, and how columns are counted, depends on the reader
            return ""
        return "" if got == wanted else "want %s got %s" % (wanted, got)
    if not accepted:
        return "must be accepted: %s" % ours.decode(errors="replace")
    return difference(want, marshal.loads(ours), "<module>")


def part(stdin):
    return stdin.read(struct.unpack("<I", stdin.read(4))[0])


def main():
    warnings.simplefilter("ignore")
    stdin, stdout = sys.stdin.buffer, sys.stdout.buffer
    while head := stdin.read(3):
        source, ours = part(stdin), part(stdin)
        text = judge(MODES[head[:1]], int(head[1:2]), head[2:] == b"+", source, ours)
        answer = text.encode("utf-8", "backslashreplace")
        stdout.write(struct.pack("<I", len(answer)) + answer)
        stdout.flush()


main()
