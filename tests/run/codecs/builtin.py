# Encodings of the interpreter with every standard error handler.
def show(f):
    try:
        print(ascii(f()))
    except Exception as e:
        print(type(e).__name__, ascii(str(e)))


texts = ["", "abc", "é", "€", "😀", "a\ud800b", "\udc80\udcff", "\ud83d\ude00", "\x00\x7f\x80\xff\u0100", "+-~\\\t\n"]
encodings = ["utf-8", "UTF8", "utf_8_sig", "ascii", "latin-1", "iso-8859-1", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "utf-32-le", "utf-32-be", "utf-7", "unicode_escape", "raw_unicode_escape"]
handlers = ["strict", "ignore", "replace", "backslashreplace", "xmlcharrefreplace", "surrogateescape", "surrogatepass"]
for encoding in encodings:
    for text in texts:
        for handler in handlers:
            show(lambda: text.encode(encoding, handler))
data = [b"", b"abc", b"\xc3\xa9", b"\xe2\x82\xac", b"\xf0\x9f\x98\x80", b"\xff", b"a\x80b", b"\xc3", b"\xe2\x82", b"\xf0\x9f\x98", b"\xe2\x28\xa1", b"\xc0\x80", b"\xed\xa0\x80", b"\xf4\x90\x80\x80", b"\xf8\x88\x80\x80\x80",
        b"\xff\xfea\x00", b"\xfe\xff\x00a", b"a\x00b", b"\x00\xd8", b"\x00\xd8a\x00", b"\x00\xdc", b"=\xd8\x00\xde", b"a\x00\x00\x00", b"\x00\x00\x11\x00", b"\xff\xfe\x00\x00a\x00\x00\x00", b"\xef\xbb\xbfa",
        b"\\x41\\u20ac\\U0001f600\\n\\q\\101", b"\\x4", b"\\u12", b"\\U00110000", b"\\", b"+AOk-", b"+AOk", b"+-", b"+!", b"+2D3eAA-", b"+A"]
for encoding in encodings:
    for bytes_ in data:
        for handler in ("strict", "ignore", "replace", "backslashreplace", "surrogateescape", "surrogatepass"):
            if encoding == "unicode_escape" and b"\\q" in bytes_:
                continue
            show(lambda: bytes_.decode(encoding, handler))
show(lambda: "a".encode("no-such-codec"))
show(lambda: b"a".decode("no such"))
show(lambda: "é".encode("ascii", "no-such-handler"))
show(lambda: b"\xff".decode("ascii", "no-such-handler"))
show(lambda: "a".encode(5))
show(lambda: "a".encode("ascii", 5))
show(lambda: "a".encode("asc\0ii"))
show(lambda: "abc".encode(encoding="utf-16-be", errors="strict"))
show(lambda: b"abc".decode(encoding="ascii", errors="ignore"))
for f in (lambda: "aé€".encode("ascii"), lambda: b"ab\xff".decode("utf-8")):
    try:
        f()
    except UnicodeError as e:
        print(type(e).__name__, e.encoding, ascii(e.object), e.start, e.end, e.reason, ascii(e.args))
