"""Registry of codecs and the classes they are made of."""

import builtins
import sys

from _codecs import *
from _codecs import lookup, lookup_error

__all__ = [
    "register", "lookup", "open", "EncodedFile", "BOM", "BOM_BE", "BOM_LE", "BOM32_BE", "BOM32_LE", "BOM64_BE", "BOM64_LE",
    "BOM_UTF8", "BOM_UTF16", "BOM_UTF16_LE", "BOM_UTF16_BE", "BOM_UTF32", "BOM_UTF32_LE", "BOM_UTF32_BE", "CodecInfo",
    "Codec", "IncrementalEncoder", "IncrementalDecoder", "StreamReader", "StreamWriter", "StreamReaderWriter",
    "StreamRecoder", "getencoder", "getdecoder", "getincrementalencoder", "getincrementaldecoder", "getreader", "getwriter",
    "encode", "decode", "iterencode", "iterdecode", "strict_errors", "ignore_errors", "replace_errors",
    "xmlcharrefreplace_errors", "backslashreplace_errors", "namereplace_errors", "register_error", "lookup_error",
]

BOM_UTF8 = b"\xef\xbb\xbf"
BOM_LE = BOM_UTF16_LE = BOM32_LE = b"\xff\xfe"
BOM_BE = BOM_UTF16_BE = BOM32_BE = b"\xfe\xff"
BOM_UTF32_LE = BOM64_LE = b"\xff\xfe\x00\x00"
BOM_UTF32_BE = BOM64_BE = b"\x00\x00\xfe\xff"
_LITTLE = sys.byteorder == "little"
BOM = BOM_UTF16 = BOM_UTF16_LE if _LITTLE else BOM_UTF16_BE
BOM_UTF32 = BOM_UTF32_LE if _LITTLE else BOM_UTF32_BE


class CodecInfo(tuple):
    """What a search function returns: encoder, decoder, stream reader, stream writer, and more as attributes."""

    _is_text_encoding = True

    def __new__(cls, encode, decode, streamreader=None, streamwriter=None, incrementalencoder=None,
                incrementaldecoder=None, name=None, *, _is_text_encoding=None):
        self = tuple.__new__(cls, (encode, decode, streamreader, streamwriter))
        self.name = name
        self.encode, self.decode, self.streamreader, self.streamwriter = self
        self.incrementalencoder = incrementalencoder
        self.incrementaldecoder = incrementaldecoder
        if _is_text_encoding is not None:
            self._is_text_encoding = _is_text_encoding
        return self

    def __repr__(self):
        cls = self.__class__
        return "<%s.%s object for encoding %s at %#x>" % (cls.__module__, cls.__qualname__, self.name, id(self))


class Codec:
    """Interface of stateless codecs."""

    def decode(self, input, errors="strict"):
        raise NotImplementedError

    def encode(self, input, errors="strict"):
        raise NotImplementedError


# Codecs for input that comes in pieces. Those without buffers have no state.

class IncrementalEncoder(object):
    """Encodes input that comes in pieces."""

    def __init__(self, errors="strict"):
        self.errors, self.buffer = errors, ""

    def getstate(self):
        return 0

    def setstate(self, state):
        """There is none."""

    def reset(self):
        """There is no state."""

    def encode(self, input, final=False):
        raise NotImplementedError


class IncrementalDecoder(object):
    """Decodes input that comes in pieces."""

    def __init__(self, errors="strict"):
        self.errors = errors

    def getstate(self):
        return b"", 0

    def setstate(self, state):
        """There is none."""

    def reset(self):
        """There is no state."""

    def decode(self, input, final=False):
        raise NotImplementedError


class BufferedIncrementalEncoder(IncrementalEncoder):
    """An incremental encoder that keeps what it could not encode yet."""

    # The base class makes the buffer.

    def reset(self):
        self.buffer = ""

    def getstate(self):
        return self.buffer or 0

    def setstate(self, state):
        self.buffer = state or ""

    def _buffer_encode(self, input, errors, final):
        raise NotImplementedError

    def encode(self, input, final=False):
        text = self.buffer + input
        result, used = self._buffer_encode(text, self.errors, final)
        self.buffer = text[used:]
        return result


class BufferedIncrementalDecoder(IncrementalDecoder):
    """An incremental decoder that keeps the bytes of an unfinished character."""

    def __init__(self, errors="strict"):
        self.errors, self.buffer = errors, b""

    def reset(self):
        self.buffer = b""

    def getstate(self):
        return self.buffer, 0

    def setstate(self, state):
        self.buffer = state[0]

    def _buffer_decode(self, input, errors, final):
        raise NotImplementedError

    def decode(self, input, final=False):
        octets = self.buffer + input
        result, used = self._buffer_decode(octets, self.errors, final)
        self.buffer = octets[used:]
        return result


# Codecs around binary streams

class _Stream:
    """A binary stream in `stream`, to which everything unknown is passed on."""

    def __getattr__(self, name, getattr=getattr):
        return getattr(self.stream, name)

    def __enter__(self):
        return self

    def __exit__(self, type, value, tb):
        self.stream.close()


class _Lines(_Stream):
    """A stream that gives its lines when iterated over."""

    def __iter__(self):
        return self

    def reset(self):
        for side in (self.reader, self.writer):
            side.reset()


class StreamWriter(_Stream, Codec):
    """Encodes what is written to a binary stream."""

    def __init__(self, stream, errors="strict"):
        self.stream, self.errors = stream, errors

    def reset(self):
        """Begin anew, where the encoding begins in some way."""

    def seek(self, offset, whence=0):
        self.stream.seek(offset, whence)
        if offset == whence == 0:
            self.reset()

    def write(self, object):
        encoded = self.encode(object, self.errors)[0]
        self.stream.write(encoded)

    def writelines(self, list):
        self.write("".join(list))


class StreamReader(_Stream, Codec):
    """Decodes what is read from a binary stream."""

    charbuffertype = str

    def __init__(self, stream, errors="strict"):
        self.stream, self.errors = stream, errors
        self.reset()

    def reset(self):
        self.bytebuffer, self.charbuffer = b"", self.charbuffertype()

    def _fill(self, size):
        """Reads and decodes once more; false at the end of the stream."""
        new = self.stream.read() if size < 0 else self.stream.read(size)
        data = self.bytebuffer + new
        if not data:
            return False
        text, used = self.decode(data, self.errors)
        self.bytebuffer = data[used:]
        self.charbuffer += text
        return bool(new)

    def _take(self, count):
        result, self.charbuffer = self.charbuffer[:count], self.charbuffer[count:]
        return result

    def read(self, size=-1, chars=-1, firstline=False):
        wanted = size if chars < 0 else chars
        if wanted < 0:
            while self._fill(-1):
                pass
            return self._take(len(self.charbuffer))
        while len(self.charbuffer) < wanted and self._fill(size):
            pass
        return self._take(wanted)

    def readline(self, size=None, keepends=True):
        step = size or 72
        while True:
            lines = self.charbuffer.splitlines(True)
            # A line is whole when another begins behind it, or when it cannot be continued by a line feed.
            if len(lines) > 1 or lines and lines[0] != lines[0].splitlines()[0] and not lines[0].endswith("\r"):
                break
            more = self._fill(step)
            if not more or size is not None:
                lines = self.charbuffer.splitlines(True)
                break
        if not lines:
            return self._take(0)
        line = self._take(len(lines[0]))
        return line if keepends else line.splitlines()[0]

    def readlines(self, sizehint=None, keepends=True):
        return self.read().splitlines(keepends)

    def __next__(self):
        line = self.readline()
        if not line:
            raise StopIteration
        return line

    def __iter__(self):
        return self

    def seek(self, offset, whence=0):
        self.stream.seek(offset, whence)
        self.reset()


class StreamReaderWriter(_Lines):
    """A stream that is decoded when read and encoded when written."""

    encoding = "unknown"

    def __init__(self, stream, Reader, Writer, errors="strict"):
        self.stream, self.errors = stream, errors
        self.reader, self.writer = Reader(stream, errors), Writer(stream, errors)

    # What the writer does

    def write(self, data):
        return self.writer.write(data)

    def writelines(self, list):
        return self.writer.writelines(list)

    # What the reader does

    def __next__(self):
        return next(self.reader)

    def readline(self, size=None):
        return self.reader.readline(size)

    def readlines(self, sizehint=None):
        return self.reader.readlines(sizehint)

    def read(self, size=-1):
        return self.reader.read(size)

    def seek(self, offset, whence=0):
        self.stream.seek(offset, whence)
        self.reader.reset()
        if offset == whence == 0:
            self.writer.reset()


class StreamRecoder(_Lines):
    """A stream that translates between an encoding in front and another behind."""

    data_encoding = file_encoding = "unknown"

    def __init__(self, stream, encode, decode, Reader, Writer, errors="strict"):
        self.stream, self.errors = stream, errors
        self.encode, self.decode = encode, decode
        self.reader, self.writer = Reader(stream, errors), Writer(stream, errors)

    def _outward(self, text):
        return self.encode(text, self.errors)[0]

    def _inward(self, data):
        return self.writer.write(self.decode(data, self.errors)[0])

    def write(self, data):
        return self._inward(data)

    def writelines(self, list):
        return self._inward(b"".join(list))

    def __next__(self):
        return self._outward(next(self.reader))

    def read(self, size=-1):
        return self._outward(self.reader.read(size))

    def readline(self, size=None):
        return self._outward(self.reader.readline() if size is None else self.reader.readline(size))

    def readlines(self, sizehint=None):
        return self._outward(self.reader.read()).splitlines(keepends=True)

    def seek(self, offset, whence=0):
        for side in (self.reader, self.writer):
            side.seek(offset, whence)


def open(filename, mode="r", encoding=None, errors="strict", buffering=-1):
    """Open a file so that it reads and writes str in an encoding."""
    if encoding is not None and "b" not in mode:
        mode += "b"
    file = builtins.open(filename, mode, buffering)
    if encoding is None:
        return file
    try:
        info = lookup(encoding)
        stream = StreamReaderWriter(file, info.streamreader, info.streamwriter, errors)
        stream.encoding = encoding
        return stream
    except:
        file.close()
        raise


def EncodedFile(file, data_encoding, file_encoding=None, errors="strict"):
    """Wrap a binary file so that bytes in one encoding are stored in another."""
    if file_encoding is None:
        file_encoding = data_encoding
    data_info, file_info = lookup(data_encoding), lookup(file_encoding)
    stream = StreamRecoder(file, data_info.encode, data_info.decode, file_info.streamreader, file_info.streamwriter, errors)
    stream.data_encoding = data_encoding
    stream.file_encoding = file_encoding
    return stream


# Parts of what lookup() gives

def getencoder(encoding):
    return lookup(encoding).encode


def getdecoder(encoding):
    return lookup(encoding).decode


def getreader(encoding):
    return lookup(encoding).streamreader


def getwriter(encoding):
    return lookup(encoding).streamwriter


def getincrementalencoder(encoding):
    factory = lookup(encoding).incrementalencoder
    if factory is not None:
        return factory
    raise LookupError(encoding)


def getincrementaldecoder(encoding):
    factory = lookup(encoding).incrementaldecoder
    if factory is not None:
        return factory
    raise LookupError(encoding)


def _convert(convert, pieces, last):
    """What an incremental codec makes of pieces and of the last, without what is empty."""
    for piece in pieces:
        if converted := convert(piece):
            yield converted
    if converted := convert(last, True):
        yield converted


def iterencode(iterator, encoding, errors="strict", **kwargs):
    """Encode the strs of an iterator one by one."""
    encoder = getincrementalencoder(encoding)(errors, **kwargs)
    yield from _convert(encoder.encode, iterator, "")


def iterdecode(iterator, encoding, errors="strict", **kwargs):
    """Decode the bytes of an iterator one by one."""
    decoder = getincrementaldecoder(encoding)(errors, **kwargs)
    yield from _convert(decoder.decode, iterator, b"")


# Tables of character map codecs

def make_identity_dict(rng):
    return {number: number for number in rng}


def make_encoding_map(decoding_map):
    encoding_map = {}
    for code, char in decoding_map.items():
        # A character that two codes stand for cannot be encoded.
        encoding_map[char] = code if char not in encoding_map else None
    return encoding_map


(strict_errors, ignore_errors, replace_errors, xmlcharrefreplace_errors, backslashreplace_errors,
 namereplace_errors) = map(lookup_error, ("strict", "ignore", "replace", "xmlcharrefreplace", "backslashreplace",
                                          "namereplace"))
