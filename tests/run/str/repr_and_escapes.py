# repr() and ascii() of text, and escapes in literals.
samples = ["plain", "it's", 'say "hi"', "both ' and \"", "back\\slash", "tab\tnew\nret\r", "\x00\x01\x1f\x7f", "\x80\x9f\xa0\xad\xff", "é", "日本",
           "\u200b\u2028\ufeff", "😀", "\U0010ffff", "\ud800", "\udfff x", "a\u0301", "\u0378", "\ue000", "\x1b[0m", "'", '"', "''\"\"", ""]
for sample in samples:
    print(ascii(sample), len(sample), eval(repr(sample)) == sample, eval(ascii(sample)) == sample)
    try:
        print(repr(sample))
    except UnicodeEncodeError as error:
        print("cannot print:", error)
print("\101\60\0\x41\u0041\U00000041\N{LATIN SMALL LETTER A}\
continued", "a" "b" 'c', r"\n\x41", R"\'", "\a\b\f\v\\\'\"".encode(), '''triple
"quoted" 'text' ''', """a\
b""", u"unicode", len("\r\n"), "\N{GREEK SMALL LETTER ALPHA}\N{snowman}")
print(b"\x00\xff\n'\"\\", b'"', b"'", b"both'\"", bytes(range(32)), bytes(range(120, 140)), bytearray(b"x'y"))
print(str(b"a"), repr(b"\t"), ascii(b"\xe9"), "%r %a" % ("é\n", "é\n"), f"{'é'!r} {'é'!a} {'é'!s}", "{!r:>6}|{!a}".format("é", "日"))
for source in (r"'\x4'", r"'\u12'", r"'\U00110000'", r"'\N{NO SUCH NAME}'", r"'\N'", r"b'\x4'", "b'é'", "'a\nb'", "'abc", "'''abc"):
    try:
        print(eval(source))
    except SyntaxError as error:
        print(source.encode(), error.msg)
