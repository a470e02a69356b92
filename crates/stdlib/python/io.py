"""Streams: files, buffers, text. The classes are native; the abstract bases gather them."""

import abc

import _io
from _io import (DEFAULT_BUFFER_SIZE, BlockingIOError, BufferedRandom, BufferedReader, BufferedWriter, BytesIO,
                 FileIO, StringIO, TextIOWrapper, UnsupportedOperation, open, open_code, text_encoding)

__all__ = ["BlockingIOError", "open", "open_code", "IOBase", "RawIOBase", "FileIO", "BytesIO", "StringIO",
           "BufferedIOBase", "BufferedReader", "BufferedWriter", "BufferedRandom", "TextIOBase", "TextIOWrapper",
           "UnsupportedOperation", "SEEK_SET", "SEEK_CUR", "SEEK_END"]

SEEK_SET = 0
SEEK_CUR = 1
SEEK_END = 2


class IOBase(_io._IOBase, metaclass=abc.ABCMeta):
    """The abstract base of all streams."""


class RawIOBase(_io._RawIOBase, IOBase):
    """The abstract base of unbuffered streams of bytes."""


class BufferedIOBase(_io._BufferedIOBase, IOBase):
    """The abstract base of buffered streams of bytes."""


class TextIOBase(_io._TextIOBase, IOBase):
    """The abstract base of streams of text."""


RawIOBase.register(FileIO)
for _class in (BytesIO, BufferedReader, BufferedWriter, BufferedRandom):
    BufferedIOBase.register(_class)
for _class in (StringIO, TextIOWrapper):
    TextIOBase.register(_class)
