# The is... methods over characters of many kinds.
samples = ["", "a", "Z", "é", "日", "5", "²", "½", "Ⅷ", "٣", "_", " ", "\t", "\u2003", "\u200b", "\n", "\x00", "\x7f", "😀", "\ud800", "ª", "ǅ",
           "ab1", "a b", "12", "1.5", "-1", "abc_1", "1abc", "class", "ʰ", "𝟘", "\u0301", "a\u0301", "·", "℘", "一二"]
methods = ["isalnum", "isalpha", "isascii", "isdecimal", "isdigit", "isidentifier", "islower", "isnumeric", "isprintable", "isspace",
           "istitle", "isupper"]
for sample in samples:
    print(ascii(sample), [m for m in methods if getattr(sample, m)()])
for method in methods:
    print(method, sum(getattr(chr(c), method)() for c in range(128)), sum(getattr(chr(c), method)() for c in range(128, 256)))
for method in methods:
    print(method, sum(getattr(chr(c), method)() for c in range(0x110000)))
