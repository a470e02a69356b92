"""Encodings whose text begins with a byte-order mark: the mark is written once, and looked for once."""

import codecs


def _family(name, encode, ex_decode, decoders, encoders):
    """UTF-16 and UTF-32. `decoders` and `encoders` are the little- and the big-endian functions."""

    def decode(input, errors="strict"):
        return ex_decode(input, errors, 0, True)[:2]

    class IncrementalEncoder(codecs.IncrementalEncoder):
        def __init__(self, errors="strict"):
            codecs.IncrementalEncoder.__init__(self, errors)
            self.encoder = None

        def encode(self, input, final=False):
            if self.encoder is not None:
                return self.encoder(input, self.errors)[0]
            self.encoder = encoders[0]
            return encode(input, self.errors)[0]

        def reset(self):
            self.encoder = None

        def getstate(self):
            return 2 if self.encoder is None else 0

        def setstate(self, state):
            self.encoder = None if state else encoders[0]

    class IncrementalDecoder(codecs.BufferedIncrementalDecoder):
        def __init__(self, errors="strict"):
            codecs.BufferedIncrementalDecoder.__init__(self, errors)
            self.decoder = None

        def _buffer_decode(self, input, errors, final):
            if self.decoder is not None:
                return self.decoder(input, errors, final)
            text, used, order = ex_decode(input, errors, 0, final)
            if order:
                self.decoder = decoders[order > 0]
            elif used >= len(decoders):
                raise UnicodeError(name.upper() + " stream does not start with BOM")
            return text, used

        def reset(self):
            codecs.BufferedIncrementalDecoder.reset(self)
            self.decoder = None

    class StreamWriter(codecs.StreamWriter):
        def reset(self):
            self.encoder = None

        def encode(self, input, errors="strict"):
            if getattr(self, "encoder", None) is not None:
                return self.encoder(input, errors)
            self.encoder = encoders[0]
            return encode(input, errors)

    class StreamReader(codecs.StreamReader):
        def reset(self):
            codecs.StreamReader.reset(self)
            self.decoder = None

        def decode(self, input, errors="strict"):
            if self.decoder is not None:
                return self.decoder(input, errors)
            text, used, order = ex_decode(input, errors, 0, False)
            if order:
                self.decoder = decoders[order > 0]
            elif used >= len(decoders):
                raise UnicodeError(name.upper() + " stream does not start with BOM")
            return text, used

    return codecs.CodecInfo(encode, decode, StreamReader, StreamWriter, IncrementalEncoder, IncrementalDecoder, name)


def utf_16():
    return _family("utf-16", codecs.utf_16_encode, codecs.utf_16_ex_decode, (codecs.utf_16_le_decode, codecs.utf_16_be_decode),
                   (codecs.utf_16_le_encode, codecs.utf_16_be_encode))


def utf_32():
    return _family("utf-32", codecs.utf_32_encode, codecs.utf_32_ex_decode, (codecs.utf_32_le_decode, codecs.utf_32_be_decode),
                   (codecs.utf_32_le_encode, codecs.utf_32_be_encode))


def utf_8_sig():
    mark = codecs.BOM_UTF8

    def encode(input, errors="strict"):
        return mark + codecs.utf_8_encode(input, errors)[0], len(input)

    def decode(input, errors="strict"):
        skipped = len(mark) if input[:3] == mark else 0
        text, used = codecs.utf_8_decode(input[skipped:], errors, True)
        return text, used + skipped

    class IncrementalEncoder(codecs.IncrementalEncoder):
        first = 1

        def encode(self, input, final=False):
            if not self.first:
                return codecs.utf_8_encode(input, self.errors)[0]
            self.first = 0
            return encode(input, self.errors)[0]

        def getstate(self):
            return self.first

        def setstate(self, state):
            self.first = state

        def reset(self):
            self.first = 1

    class IncrementalDecoder(codecs.BufferedIncrementalDecoder):
        first = 1

        def _buffer_decode(self, input, errors, final):
            if not self.first:
                return codecs.utf_8_decode(input, errors, final)
            if len(input) < 3 and mark.startswith(input) and not final:
                return "", 0
            self.first = 0
            skipped = len(mark) if input[:3] == mark else 0
            text, used = codecs.utf_8_decode(input[skipped:], errors, final)
            return text, used + skipped

        def reset(self):
            codecs.BufferedIncrementalDecoder.reset(self)
            self.first = 1

        def getstate(self):
            return (self.buffer, self.first)

        def setstate(self, state):
            self.buffer, self.first = state

    class StreamWriter(codecs.StreamWriter):
        first = True

        def reset(self):
            self.first = True

        def encode(self, input, errors="strict"):
            if not self.first:
                return codecs.utf_8_encode(input, errors)
            self.first = False
            return encode(input, errors)

    class StreamReader(codecs.StreamReader):
        def reset(self):
            codecs.StreamReader.reset(self)
            self.first = True

        def decode(self, input, errors="strict"):
            if not self.first or len(input) < 3 and mark.startswith(input):
                return ("", 0) if self.first else codecs.utf_8_decode(input, errors)
            self.first = False
            skipped = len(mark) if input[:3] == mark else 0
            text, used = codecs.utf_8_decode(input[skipped:], errors)
            return text, used + skipped

    return codecs.CodecInfo(encode, decode, StreamReader, StreamWriter, IncrementalEncoder, IncrementalDecoder, "utf-8-sig")
