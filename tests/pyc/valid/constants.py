"""Every kind of constant that a compiled file can hold, at the edges of its encoding."""
small = 2147483647, -2147483648
large = 2147483648, -2147483649, 1 << 64, -(1 << 100), 123456789012345678901234567890, 32767, 32768
floats = 0.0, -0.0, 1e16, 9999999999999998.0, 1e-4, 1e-5, 5e-324, 1.7976931348623157e308, 1e400, -1e400, 0.1
complexes = 1j, -0j, 1e400j, 0.5j
texts = "", "plain", "name_like", "ä", "\u0101", "\U0001f600", "\ud800", "it's", 'say "hi"', "both ' and \"", "\t\n\r\\\x00\x7f\x85\xa0\xad", "\u200b\u2028\ue000\U000e0001"
long_text = "0123456789" * 30
long_unicode = "äöü" * 100
data = b"", b"it's", b'say "hi"', b"\x00\x7f\x80\xff\t\n\r\\"
nested = ((), ((),), (1, (2, (3, ("four", b"five")))))
members = [x in {1, 2, 3} for x in (1, 4)], "b" in {"a"}
singletons = None, True, False, ...
for value in small, large, floats, complexes, texts, long_text, long_unicode, data, nested, members, singletons:
    print(ascii(value))
