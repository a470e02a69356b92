"""Codecs that do not lead from text to bytes: rot13, hexadecimal and base 64, for `codecs.encode` and `codecs.decode`."""

import codecs


def _info(name, encode, decode):
    class IncrementalEncoder(codecs.IncrementalEncoder):
        def encode(self, input, final=False):
            return encode(input, self.errors)[0]

    class IncrementalDecoder(codecs.IncrementalDecoder):
        def decode(self, input, final=False):
            return decode(input, self.errors)[0]

    class StreamWriter(codecs.StreamWriter):
        def encode(self, input, errors="strict"):
            return encode(input, errors)

    class StreamReader(codecs.StreamReader):
        def decode(self, input, errors="strict"):
            return decode(input, errors)

    return codecs.CodecInfo(encode, decode, StreamReader, StreamWriter, IncrementalEncoder, IncrementalDecoder, name,
                            _is_text_encoding=False)


def rot_13():
    lower, upper = "abcdefghijklmnopqrstuvwxyz", "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
    table = str.maketrans(lower + upper, lower[13:] + lower[:13] + upper[13:] + upper[:13])

    def rotate(input, errors="strict"):
        return str.translate(input, table), len(input)

    return _info("rot-13", rotate, rotate)


def hex_codec():
    def encode(input, errors="strict"):
        return memoryview(input).hex().encode("ascii"), len(input)

    def decode(input, errors="strict"):
        import binascii
        return binascii.a2b_hex(input), len(input)

    return _info("hex", encode, decode)


def base64_codec():
    def encode(input, errors="strict"):
        import base64
        return base64.encodebytes(input), len(input)

    def decode(input, errors="strict"):
        import base64
        return base64.decodebytes(input), len(input)

    return _info("base64", encode, decode)
