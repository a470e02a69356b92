"""Classes of characters, templates with $names, and the formatter behind str.format as a class."""

import _string

__all__ = ["ascii_letters", "ascii_lowercase", "ascii_uppercase", "capwords", "digits", "hexdigits", "octdigits",
           "printable", "punctuation", "whitespace", "Formatter", "Template"]

whitespace = " \t\n\r\v\f"
ascii_lowercase = "abcdefghijklmnopqrstuvwxyz"
ascii_uppercase = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
ascii_letters = ascii_lowercase + ascii_uppercase
digits = "0123456789"
hexdigits = digits + "abcdef" + "ABCDEF"
octdigits = "01234567"
punctuation = r"""!"#$%&'()*+,-./:;<=>?@[\]^_`{|}~"""
printable = digits + ascii_letters + punctuation + whitespace


def capwords(s, sep=None):
    """Split into words, capitalize each, and join them again; without sep, runs of white space become one blank."""
    return (sep or " ").join(map(str.capitalize, s.split(sep)))


_no_mapping = {}


class Template:
    """A text with placeholders: $name, ${name}, and $$ for the sign itself.

    Subclasses may choose another delimiter, and other patterns for names (idpattern, braceidpattern).
    """

    delimiter = "$"
    idpattern = r"(?a:[_a-z][_a-z0-9]*)"
    braceidpattern = None
    flags = 2

    def __init_subclass__(cls):
        super().__init_subclass__()
        if "pattern" not in cls.__dict__ and (cls.idpattern != Template.idpattern or cls.braceidpattern is not None
                                              or cls.flags != Template.flags):
            import re
            sign = re.escape(cls.delimiter)
            braced = cls.braceidpattern or cls.idpattern
            cls.pattern = r"%s(?:(?P<escaped>%s)|(?P<named>%s)|{(?P<braced>%s)}|(?P<invalid>))" % (
                sign, sign, cls.idpattern, braced)
        if isinstance(cls.__dict__.get("pattern"), str):
            import re
            cls.pattern = re.compile(cls.pattern, cls.flags | re.VERBOSE)

    pattern = None

    def __init__(self, template):
        self.template = template

    def _pieces(self):
        """(text before, placeholder, kind, name) for each placeholder; kind is escaped, named or invalid."""
        if self.pattern is not None:
            position = 0
            for match in self.pattern.finditer(self.template):
                before = self.template[position:match.start()]
                position = match.end()
                name = match.group("named") or match.group("braced")
                kind = "named" if name is not None else "escaped" if match.group("escaped") is not None else "invalid"
                if kind == "invalid" and match.group("invalid") is None:
                    raise ValueError("Unrecognized named group in pattern", self.pattern)
                yield before, match.group(), kind, name, match.start()
            yield self.template[position:], "", None, None, 0
            return
        template, sign = self.template, self.delimiter
        position = 0
        while True:
            start = template.find(sign, position)
            if start < 0:
                yield template[position:], "", None, None, 0
                return
            end = start + len(sign)
            name_start = end + 1 if template[end:end + 1] == "{" else end
            name_end = name_start
            while name_end < len(template) and _in_name(template[name_end], name_end > name_start):
                name_end += 1
            kind, name = "invalid", None
            if template.startswith(sign, end):
                kind, end = "escaped", end + len(sign)
            elif name_end > name_start and (name_start == end or template[name_end:name_end + 1] == "}"):
                kind, name = "named", template[name_start:name_end]
                end = name_end + (name_start != end)
            yield template[position:start], template[start:end], kind, name, start
            position = end

    def _invalid(self, start):
        lines = self.template[:start].splitlines(keepends=True)
        if not lines:
            column, line = 1, 1
        else:
            column, line = start - len("".join(lines[:-1])), len(lines)
        raise ValueError("Invalid placeholder in string: line %d, col %d" % (line, column))

    def substitute(self, mapping=_no_mapping, /, **kws):
        """The text with all placeholders replaced; KeyError for a name without a value."""
        mapping = _joined(mapping, kws)
        out = []
        for before, _, kind, name, start in self._pieces():
            out.append(before)
            if kind == "named":
                out.append(str(mapping[name]))
            elif kind == "escaped":
                out.append(self.delimiter)
            elif kind == "invalid":
                self._invalid(start + len(self.delimiter))
        return "".join(out)

    def safe_substitute(self, mapping=_no_mapping, /, **kws):
        """As substitute; what has no value, or makes no sense, stays as it is."""
        mapping = _joined(mapping, kws)
        out = []
        for before, text, kind, name, _ in self._pieces():
            out.append(before)
            if kind == "named":
                try:
                    text = str(mapping[name])
                except KeyError:
                    pass
            elif kind == "escaped":
                text = self.delimiter
            out.append(text)
        return "".join(out)


def _in_name(character, inside):
    return character.isascii() and (character.isalpha() or character == "_" or inside and character.isdigit())


def _joined(mapping, kws):
    if mapping is _no_mapping:
        return kws
    if kws:
        from collections import ChainMap
        return ChainMap(kws, mapping)
    return mapping


class Formatter:
    """What str.format does, in steps that subclasses may change."""

    def format(self, format_string, /, *args, **kwargs):
        """As format_string.format(*args, **kwargs)."""
        return self.vformat(format_string, args, kwargs)

    def vformat(self, format_string, args, kwargs):
        """As format, with the arguments in a sequence and a mapping."""
        used_args = set()
        result, _ = self._vformat(format_string, args, kwargs, used_args, 2)
        self.check_unused_args(used_args, args, kwargs)
        return result

    def _vformat(self, format_string, args, kwargs, used_args, recursion_depth, auto_arg_index=0):
        if recursion_depth < 0:
            raise ValueError("Max string recursion exceeded")
        result = []
        for literal, field_name, spec, conversion in self.parse(format_string):
            if literal:
                result.append(literal)
            if field_name is None:
                continue
            if field_name == "":
                if auto_arg_index is False:
                    raise ValueError("cannot switch from manual field specification to automatic field numbering")
                field_name = str(auto_arg_index)
                auto_arg_index += 1
            elif field_name.isdigit():
                if auto_arg_index:
                    raise ValueError("cannot switch from manual field specification to automatic field numbering")
                auto_arg_index = False
            obj, used = self.get_field(field_name, args, kwargs)
            used_args.add(used)
            obj = self.convert_field(obj, conversion)
            spec, auto_arg_index = self._vformat(spec, args, kwargs, used_args, recursion_depth - 1, auto_arg_index)
            result.append(self.format_field(obj, spec))
        return "".join(result), auto_arg_index

    def get_value(self, key, args, kwargs):
        """The argument with this number or name."""
        return args[key] if isinstance(key, int) else kwargs[key]

    def check_unused_args(self, used_args, args, kwargs):
        """For subclasses that want to complain."""

    def format_field(self, value, format_spec):
        """format(value, format_spec)"""
        return format(value, format_spec)

    def convert_field(self, value, conversion):
        """What stands behind the "!"."""
        if conversion is None:
            return value
        if conversion == "s":
            return str(value)
        if conversion == "r":
            return repr(value)
        if conversion == "a":
            return ascii(value)
        raise ValueError("Unknown conversion specifier {0!s}".format(conversion))

    def parse(self, format_string):
        """(literal text, field name, format spec, conversion) for each field."""
        return _string.formatter_parser(format_string)

    def get_field(self, field_name, args, kwargs):
        """The object that a field names, and the argument it begins with."""
        first, rest = _string.formatter_field_name_split(field_name)
        obj = self.get_value(first, args, kwargs)
        for is_attr, name in rest:
            obj = getattr(obj, name) if is_attr else obj[name]
        return obj, first
