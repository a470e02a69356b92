"""The package of encodings: the search function behind `codecs.lookup`."""

import _codecs
import codecs

from . import aliases

_families = {
    "utf_8": "utf-8", "utf_7": "utf-7", "utf_16_le": "utf-16-le", "utf_16_be": "utf-16-be", "utf_32_le": "utf-32-le",
    "utf_32_be": "utf-32-be", "latin_1": "iso8859-1", "ascii": "ascii", "unicode_escape": "unicode-escape",
    "raw_unicode_escape": "raw-unicode-escape",
}
_cache = {}


class CodecRegistryError(LookupError, SystemError):
    pass


def normalize_encoding(encoding):
    """Lower words, joined by underscores; dots stay."""
    if isinstance(encoding, bytes):
        encoding = str(encoding, "ascii")
    text = "".join(c if c.isalnum() and c.isascii() or c == "." else " " for c in encoding)
    return "_".join(text.split())


def _classes(encode, decode, name, stateful=True):
    """The CodecInfo of a pair of functions: `encode(str, errors)`, and `decode(bytes, errors[, final])` if stateful."""
    if stateful:
        def whole(input, errors="strict"):
            return decode(input, errors, True)
    else:
        whole = decode

    class Incremental(codecs.IncrementalEncoder):
        def encode(self, input, final=False):
            return encode(input, self.errors)[0]

    if stateful:
        class Decoder(codecs.BufferedIncrementalDecoder):
            def _buffer_decode(self, input, errors, final):
                return decode(input, errors, final)
    else:
        class Decoder(codecs.IncrementalDecoder):
            def decode(self, input, final=False):
                return decode(input, self.errors)[0]

    class Writer(codecs.StreamWriter):
        def encode(self, input, errors="strict"):
            return encode(input, errors)

    class Reader(codecs.StreamReader):
        def decode(self, input, errors="strict"):
            return decode(input, errors)

    Incremental.__name__, Decoder.__name__, Writer.__name__, Reader.__name__ = (
        "IncrementalEncoder", "IncrementalDecoder", "StreamWriter", "StreamReader")
    return codecs.CodecInfo(encode, whole, Reader, Writer, Incremental, Decoder, name)


def _charmap(name, table):
    encoding_table = codecs.charmap_build(table)

    def encode(input, errors="strict"):
        return codecs.charmap_encode(input, errors, encoding_table)

    def decode(input, errors="strict"):
        return codecs.charmap_decode(input, errors, table)

    return _classes(encode, decode, name, stateful=False)


def _find(name):
    if name in _families:
        stateful = name not in ("latin_1", "ascii")
        encode = getattr(_codecs, name + "_encode")
        return _classes(encode, getattr(_codecs, name + "_decode"), _families[name], stateful)
    if name in ("utf_16", "utf_32", "utf_8_sig"):
        from . import marked
        return getattr(marked, name)()
    if name in ("rot_13", "hex_codec", "base64_codec"):
        from . import transforms
        return getattr(transforms, name)()
    from . import charmaps
    if name in charmaps.TABLES:
        return _charmap(charmaps.NAMES.get(name, name), charmaps.table(name))
    return None


def search_function(encoding):
    """The CodecInfo of an encoding, or None."""
    if encoding not in _cache:
        name = normalize_encoding(encoding)
        found = _find(aliases.aliases.get(name) or aliases.aliases.get(name.replace(".", "_")) or name)
        _cache[encoding] = found
    return _cache[encoding]


codecs.register(search_function)
