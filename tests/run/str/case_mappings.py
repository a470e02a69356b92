# Case mappings with special casing, the final sigma, character classes, identifiers.
samples = ["", "hello world", "HELLO", "heLLo wOrld", "ß", "ŉ", "ǆ ǅ Ǆ", "ﬁ", "İi", "ıI", "ΑΣ", "ΑΣΑ", "Σ", "Α'Σ", "ΑΣ.", "Σα", "ὈΔΥΣΣΕΎΣ", "ᾳ ᾼ",
           "they're bill's", "1a2B", "ÿ", "µ", "ʼn", "\u0345", "𐐀𐐨", "Ꭰꭰ", "ა Ა", "x²½", "١٢٣", "½", "²", "Ⅷ", "一", "\x1c", "\xa0", "a_b", "_", "é1", "1é", "名前", "a\u200d",
           "ªº", "\ud800", "\x7f", "\xad", "\u2028", "😀"]
for s in samples:
    print(ascii(s), *(ascii(getattr(s, m)()) for m in ("lower", "upper", "title", "capitalize", "swapcase", "casefold")))
    print("   ", "".join("01"[getattr(s, m)()] for m in (
        "isalpha", "isalnum", "isascii", "isdecimal", "isdigit", "isnumeric", "isspace", "isprintable", "isidentifier", "islower", "isupper", "istitle")))
print(sum(chr(c).isalpha() for c in range(0x3000)), sum(chr(c).isidentifier() for c in range(0x3000)), sum(chr(c).isprintable() for c in range(0x3000)))
print(sum(ord(x) for c in range(0x2000) for x in chr(c).upper()), sum(ord(x) for c in range(0x2000) for x in chr(c).casefold()))
print(sum(len(chr(c).title()) for c in range(0x20000)), sum(map(str.isnumeric, map(chr, range(0x20000)))))
