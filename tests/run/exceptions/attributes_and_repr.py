# Exception objects: args, text, repr, attributes of the special ones.
CASES = """
Exception(), Exception('a'), Exception('a', 1), Exception(None), Exception(('t',)), Exception(b'x'), Exception(['l'])
str(Exception()), str(Exception('a')), str(Exception('a', 1)), str(Exception(5)), str(Exception(('t',)))
KeyError('k'), str(KeyError('k')), str(KeyError('k', 2)), str(KeyError()), str(KeyError(5)), str(KeyError("it's"))
ValueError('x').args, ValueError(1, 2).args, ValueError().args, repr(ValueError('x',)), ValueError('x') == ValueError('x')
OSError(2, 'No such file'), str(OSError(2, 'No such file')), OSError(2, 'msg', 'name').filename, str(OSError(2, 'msg', 'name')), OSError('one'), OSError().errno, OSError(2, 'm').strerror
OSError(2, 'm'), type(OSError(2, 'm')).__name__, type(OSError(13, 'm')).__name__, type(OSError(17, 'm')).__name__, type(OSError(9999, 'm')).__name__, type(OSError(32, 'm')).__name__, type(IOError(4, 'm')).__name__, EnvironmentError is OSError
OSError(2, 'msg', 'from', None, 'to').filename2, str(OSError(2, 'msg', 'from', None, 'to')), OSError(1, 2, 3).args, OSError(1, 2, 3, 4, 5).args, OSError(1, 2, 3, 4, 5, 6).args, FileNotFoundError(2, 'x').errno, FileNotFoundError('x').errno
StopIteration(5).value, StopIteration().value, StopIteration(1, 2).value, StopIteration('v').args, StopAsyncIteration(3).args
SystemExit(3).code, SystemExit().code, SystemExit(1, 2).code, SystemExit('m').code, KeyboardInterrupt().args
ImportError('m', name='n', path='p').name, ImportError('m').path, ImportError('m', name='n'), str(ModuleNotFoundError('m')), ImportError('a', 'b').msg, ImportError('a').msg
NameError('m', name='n').name, NameError('m').name, AttributeError('m', name='n', obj=5).obj, AttributeError('m').name, UnboundLocalError('x', name='y').name
SyntaxError('m', ('f', 1, 2, 'text')).lineno, SyntaxError('m', ('f', 1, 2, 'text')), str(SyntaxError('m', ('f', 1, 2, 'text'))), str(SyntaxError('m')), SyntaxError('m', ('f', 1, 2, 't', 3, 4)).end_offset, SyntaxError().msg, str(SyntaxError('m', ('dir/f.py', 7, 0, None)))
UnicodeDecodeError('u', b'abc', 0, 1, 'r').object, str(UnicodeDecodeError('u', b'abc', 0, 2, 'r')), str(UnicodeEncodeError('u', 'abc', 0, 1, 'r')), str(UnicodeTranslateError('abc', 1, 3, 'r'))
BaseException.__doc__, ValueError.__doc__, KeyError.__mro__[1].__name__, issubclass(KeyError, LookupError), issubclass(BlockingIOError, OSError), BlockingIOError(11, 'm', 7).characters_written
Exception('a').with_traceback(None), ValueError('a').__reduce__(), OSError(2, 'a').__reduce__(), Exception().__class__, Exception('x').__str__(), Exception('x').__repr__()
Exception(x=1)
ValueError(a=1, b=2)
ImportError(bad=1)
NameError(bad=1)
AttributeError(name='n', bad=2)
UnicodeDecodeError()
UnicodeDecodeError('u', 'text', 0, 1, 'r')
UnicodeEncodeError('u', b'b', 0, 1, 'r')
UnicodeEncodeError('u', 'b', 'x', 1, 'r')
SyntaxError('m', 5)
SyntaxError('m', (1,))
BaseException.__new__()
BaseException.__new__(int)
OSError(bad=1)
StopIteration(x=1)
BlockingIOError(11, 'm').characters_written
Exception('a').nope
EOFError(), ArithmeticError(1), AssertionError('x'), BufferError(), FloatingPointError(), MemoryError(), NotImplementedError('n'), OverflowError('o'), RecursionError(), ReferenceError(), RuntimeError(), SystemError(), TabError('t'), IndentationError('i'), TypeError(), ZeroDivisionError(), GeneratorExit(), Warning('w'), UserWarning(), DeprecationWarning(), EncodingWarning()
"""

for source in CASES.strip().splitlines():
    try:
        print(source, "->", repr(eval(source)))
    except Exception as error:
        print(source, "->", type(error).__name__, error)


class Custom(Exception):
    def __init__(self, code, *, detail=None):
        super().__init__(f"code {code}")
        self.code, self.detail = code, detail

    def __str__(self):
        return f"<{self.code}>"


class NoInit(ValueError):
    def __init__(self, a, b):
        self.a = a


class Multi(KeyError, AttributeError):
    pass


c = Custom(5, detail="d")
print(repr(c), c, c.args, c.code, vars(c), NoInit(1, 2).args, NoInit(1, b=2), repr(Multi("x")), str(Multi("x")), isinstance(Multi(), LookupError), Multi("q", name="n").name if False else "")
s = SyntaxError("msg")
s.filename, s.lineno, s.text = "file.py", 3, "code"
print(s, s.args, s.print_file_and_line, s.offset)
o = OSError(1, "a")
o.filename = "changed"
print(o, o.args)
