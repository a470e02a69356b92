"""Disassembler of Python bytecode."""

import collections
import io
import sys
import types

import _dis
from _dis import (HAVE_ARGUMENT, cmp_op, hascompare, hasconst, hasfree, hasjabs, hasjrel, haslocal,
                  hasname, opmap, stack_effect)

__all__ = ["code_info", "dis", "disassemble", "distb", "disco", "findlinestarts", "findlabels",
           "show_code", "get_instructions", "Instruction", "Bytecode", "cmp_op", "hasconst", "hasname",
           "hasjrel", "hasjabs", "haslocal", "hascompare", "hasfree", "opname", "opmap",
           "HAVE_ARGUMENT", "EXTENDED_ARG", "hasnargs", "stack_effect"]

EXTENDED_ARG = opmap["EXTENDED_ARG"]
hasnargs = []
opname = ["<%d>" % number for number in range(256)]
for _name, _number in opmap.items():
    opname[_number] = _name

COMPILER_FLAG_NAMES = {
    1: "OPTIMIZED", 2: "NEWLOCALS", 4: "VARARGS", 8: "VARKEYWORDS", 16: "NESTED", 32: "GENERATOR",
    64: "NOFREE", 128: "COROUTINE", 256: "ITERABLE_COROUTINE", 512: "ASYNC_GENERATOR",
}

_WITH_CODE = (types.MethodType, types.FunctionType, types.CodeType, classmethod, staticmethod, type)


def _compiled(source, name):
    """The code of a source: an expression if it is one, else statements."""
    try:
        return compile(source, name, "eval")
    except SyntaxError:
        return compile(source, name, "exec")


def _unwrapped(x):
    """What has the code: functions instead of methods, code instead of functions and generators."""
    x = getattr(x, "__func__", x)
    for name in ("__code__", "gi_code", "ag_code", "cr_code"):
        if hasattr(x, name):
            return getattr(x, name)
    return x


def _code_of(x):
    """The code object of a function, generator, source or code object."""
    x = _unwrapped(x)
    if isinstance(x, str):
        x = _compiled(x, "<disassembly>")
    if hasattr(x, "co_code"):
        return x
    raise TypeError("don't know how to disassemble %s objects" % type(x).__name__)


def dis(x=None, *, file=None, depth=None):
    """Disassemble classes, methods, functions, generators, code or sources; the last traceback without argument."""
    if x is None:
        distb(file=file)
        return
    x = _unwrapped(x)
    if hasattr(x, "__dict__") and not hasattr(x, "co_code"):
        for name, member in sorted(x.__dict__.items()):
            if isinstance(member, _WITH_CODE):
                print("Disassembly of %s:" % name, file=file)
                try:
                    dis(member, file=file, depth=depth)
                except TypeError as error:
                    print("Sorry:", error, file=file)
                print(file=file)
    elif hasattr(x, "co_code"):
        print(_dis.listing(x, depth, -1), end="", file=file)
    elif isinstance(x, (bytes, bytearray)):
        _raw(x, file)
    elif isinstance(x, str):
        print(_dis.listing(_compiled(x, "<dis>"), depth, -1), end="", file=file)
    else:
        raise TypeError("don't know how to disassemble %s objects" % type(x).__name__)


def _raw(code, file):
    """Bytecode without a code object: numbers only."""
    extended = 0
    targets = set(findlabels(code))
    for offset in range(0, len(code), 2):
        number, arg = code[offset], code[offset + 1] | extended
        extended = arg << 8 if number == EXTENDED_ARG else 0
        mark = ">>" if offset in targets else "  "
        line = "%s %s %s" % (mark, str(offset).rjust(len(str(len(code) - 2)) if len(code) > 10000 else 4),
                             opname[number].ljust(20))
        if number >= HAVE_ARGUMENT:
            line += " " + str(arg).rjust(5)
            if number in hasjabs:
                line += " (to %d)" % (arg * 2)
            elif number in hasjrel:
                line += " (to %d)" % (offset + 2 + arg * 2)
            elif number in hasconst or number in hasname or number in haslocal:
                line += " (%d)" % arg
            elif number in hascompare:
                line += " (%s)" % cmp_op[arg]
        print(line.rstrip(), file=file)


def disassemble(co, lasti=-1, *, file=None):
    """Disassemble a code object, the instruction at `lasti` marked; nested ones are left out."""
    print(_dis.listing(co, 0, lasti), end="", file=file)


disco = disassemble


def distb(tb=None, *, file=None):
    """Disassemble where a traceback ends, the last one without argument."""
    if tb is None:
        try:
            last = sys.last_traceback
        except AttributeError:
            raise RuntimeError("no last traceback to disassemble") from None
        while last is not None:
            tb, last = last, last.tb_next
    disassemble(tb.tb_frame.f_code, tb.tb_lasti, file=file)


def findlabels(code):
    """The offsets that jumps go to."""
    labels, extended = [], 0
    for offset in range(0, len(code), 2):
        number, arg = code[offset], code[offset + 1] | extended
        extended = arg << 8 if number == EXTENDED_ARG else 0
        relative = number in hasjrel
        if relative or number in hasjabs:
            target = 2 * arg + (offset + 2 if relative else 0)
            if target not in labels:
                labels.append(target)
    return labels


def findlinestarts(code):
    """Pairs of the offset at which a line begins and the line."""
    last = None
    for start, _, line in code.co_lines():
        if line is not None and line != last:
            last = line
            yield start, line


_Instruction = collections.namedtuple(
    "_Instruction", "opname opcode arg argval argrepr offset starts_line is_jump_target")


class Instruction(_Instruction):
    """One instruction, its argument resolved."""

    def _disassemble(self, lineno_width=3, mark_as_current=False, offset_width=4):
        fields = []
        if lineno_width:
            fields.append(str(self.starts_line).rjust(lineno_width) if self.starts_line is not None
                          else " " * lineno_width)
        fields.append("-->" if mark_as_current else "   ")
        fields.append(">>" if self.is_jump_target else "  ")
        fields.append(repr(self.offset).rjust(offset_width))
        fields.append(self.opname.ljust(20))
        if self.arg is not None:
            fields.append(repr(self.arg).rjust(5))
            if self.argrepr:
                fields.append("(" + self.argrepr + ")")
        return " ".join(fields).rstrip()


def _argval(code, number, arg, offset):
    if arg is None:
        return None
    if number in hasconst:
        return code.co_consts[arg]
    if number in hasname:
        return code.co_names[arg]
    if number in hasjabs:
        return arg * 2
    if number in hasjrel:
        return offset + 2 + arg * 2
    if number in haslocal:
        return code.co_varnames[arg]
    if number in hascompare:
        return cmp_op[arg]
    if number in hasfree:
        return (code.co_cellvars + code.co_freevars)[arg]
    if number == opmap["FORMAT_VALUE"]:
        return (None, str, repr, ascii)[arg & 3], bool(arg & 4)
    return arg


def get_instructions(x, *, first_line=None):
    """The instructions of a function, generator, source or code object."""
    code = _code_of(x)
    shift = 0 if first_line is None else first_line - code.co_firstlineno
    for name, number, arg, text, offset, line, target in _dis.instructions(code):
        value = _argval(code, number, arg, offset)
        if number in hasconst:
            text = repr(value)
        yield Instruction(name, number, arg, value, text, offset, None if line is None else line + shift, target)


def pretty_flags(flags):
    """The names of the bits of co_flags."""
    names = [name for bit, name in COMPILER_FLAG_NAMES.items() if flags & bit]
    rest = flags & ~sum(bit for bit in COMPILER_FLAG_NAMES if flags & bit)
    if rest or not names:
        names.append(hex(rest))
    return ", ".join(names)


def code_info(x):
    """What a code object is like, as text."""
    code = _code_of(x)
    lines = ["Name:              %s" % code.co_name,
             "Filename:          %s" % code.co_filename,
             "Argument count:    %s" % code.co_argcount,
             "Positional-only arguments: %s" % code.co_posonlyargcount,
             "Kw-only arguments: %s" % code.co_kwonlyargcount,
             "Number of locals:  %s" % code.co_nlocals,
             "Stack size:        %s" % code.co_stacksize,
             "Flags:             %s" % pretty_flags(code.co_flags)]
    for title, items, show in (("Constants", code.co_consts, repr), ("Names", code.co_names, str),
                               ("Variable names", code.co_varnames, str), ("Free variables", code.co_freevars, str),
                               ("Cell variables", code.co_cellvars, str)):
        if items:
            lines.append(title + ":")
            lines.extend("%4d: %s" % (i, show(item)) for i, item in enumerate(items))
    return "\n".join(lines)


def show_code(co, *, file=None):
    """Print `code_info`."""
    print(code_info(co), file=file)


class Bytecode:
    """The bytecode of something; iterate over it for the instructions."""

    def __init__(self, x, *, first_line=None, current_offset=None):
        self.codeobj = _code_of(x)
        self.first_line = self.codeobj.co_firstlineno if first_line is None else first_line
        self._original_object = x
        self.current_offset = current_offset

    def __iter__(self):
        return get_instructions(self.codeobj, first_line=self.first_line)

    def __repr__(self):
        return "%s(%r)" % (type(self).__name__, self._original_object)

    @classmethod
    def from_traceback(cls, tb):
        """The bytecode of where a traceback ends."""
        while tb.tb_next:
            tb = tb.tb_next
        return cls(tb.tb_frame.f_code, current_offset=tb.tb_lasti)

    def info(self):
        """What the code object is like."""
        return code_info(self.codeobj)

    def dis(self):
        """The listing."""
        out = io.StringIO()
        lasti = -1 if self.current_offset is None else self.current_offset
        disassemble(self.codeobj, lasti, file=out)
        return out.getvalue()
