# Encoding and decoding, with every error handler that needs no table.
CASES = """
'abc'.encode(), 'é日😀'.encode(), 'é日😀'.encode('utf-8').decode('utf8'), 'é'.encode('latin-1'), 'é'.encode('iso8859-1'), 'a'.encode('ascii')
'é日😀'.encode('utf-16-le'), 'é😀'.encode('utf-16-be'), 'é'.encode('utf-32-le'), 'aé'.encode('utf-16'), 'a'.encode('utf-32'), '\\ufeffa'.encode('utf-8-sig')
'é日'.encode('ascii', 'ignore'), 'é日'.encode('ascii', 'replace'), 'é日😀'.encode('ascii', 'backslashreplace'), 'é日'.encode('ascii', 'xmlcharrefreplace'), 'é'.encode('ascii', 'namereplace')
'日x'.encode('latin-1', 'replace'), 'é'.encode(encoding='ascii', errors='ignore'), '\\udc80a'.encode('utf-8', 'surrogateescape'), '\\ud800'.encode('utf-8', 'surrogatepass')
b'abc'.decode(), b'\\xc3\\xa9'.decode(), b'\\xe9'.decode('latin-1'), b'\\xff\\xfea\\0'.decode('utf-16'), b'\\xef\\xbb\\xbfa'.decode('utf-8-sig'), b'a\\0'.decode('utf-16-le')
b'a\\xffb'.decode('utf-8', 'replace'), b'a\\xffb'.decode('utf-8', 'ignore'), b'a\\xffb'.decode('utf-8', 'backslashreplace'), b'a\\xff'.decode('utf-8', 'surrogateescape')
b'\\xe6\\x97'.decode('utf-8', 'replace'), b'\\xf0\\x9f\\x98a'.decode(errors='replace'), b'\\xc0\\x80'.decode(errors='replace'), b'\\xed\\xa0\\x80'.decode(errors='replace')
b'\\xed\\xa0\\x80'.decode('utf-8', 'surrogatepass'), str(b'\\xc3\\xa9', 'utf-8'), str(b'a', encoding='ascii'), str(bytearray(b'xy'), 'ascii', 'strict'), str(object=b'q', errors='strict')
'é日'.encode('ascii')
'ab日'.encode('latin-1')
'\\ud800'.encode()
'a\\udfffb\\udfff'.encode()
b'\\xff'.decode()
b'abc\\xe6\\x97'.decode()
b'\\xe6\\x97a'.decode()
b'\\xe9'.decode('ascii')
b'a'.decode('utf-16-le')
b'\\0\\xd8'.decode('utf-16-le')
b'\\0\\0\\x11\\0'.decode('utf-32-le')
'a'.encode('nonsense')
b'a'.decode('nonsense')
'é'.encode('ascii', 'nonsense')
'a'.encode('ascii', 'nonsense')
'a'.encode(1)
b'a'.decode('utf-8', 2)
str(b'a', 5)
str('a', 'utf-8')
str(1, 'utf-8')
str(b'a')
'\\n\\t\\u00e9'.encode('unicode_escape'), b'\\\\x41\\\\n\\\\u0042'.decode('unicode_escape'), 'a\\u20ac'.encode('raw_unicode_escape')
"""

for source in CASES.strip().splitlines():
    try:
        print(source, "->", repr(eval(source)))
    except Exception as error:
        print(source, "->", type(error).__name__, error)
try:
    "abc\u20acdef".encode("ascii")
except UnicodeEncodeError as error:
    print(error.encoding, error.object, error.start, error.end, error.reason, error.args, isinstance(error, ValueError))
try:
    b"abc\x80def".decode("utf-8")
except UnicodeDecodeError as error:
    print(error.encoding, error.object, error.start, error.end, error.reason)
print(UnicodeDecodeError("enc", b"xyz", 1, 2, "why"), UnicodeEncodeError("enc", "x\u1234", 1, 2, "why"), UnicodeTranslateError("abc", 0, 2, "no"))
