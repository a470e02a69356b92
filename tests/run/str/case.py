# Upper, lower, title, swapcase, capitalize, casefold, with letters that grow.
words = ["hello world", "HELLO", "they're bill's friends", "straße", "ﬁne", "ǆ Ǆ ǅ", "Σίσυφος ΟΔΟΣ", "İstanbul ı", "éÀ", "ŉ", "123abc", "",
         "a1b2", "x-y_z", "ΑΣ", "ΑΣ Β", "Σ", "日本", "ᲀ", "ꮿ", "𐐀𐐨"]
for word in words:
    print(repr(word), [word.upper(), word.lower(), word.title(), word.swapcase(), word.capitalize(), word.casefold()])
print("ß".upper(), "ß".casefold() == "SS".casefold(), len("ß".upper()), "ŉ".upper().encode("unicode_escape"), "ﬃ".title())
print([c.upper() for c in "àÿµſ"], [hex(ord(c.lower())) for c in "ÅKΩ"], "K".lower() == "k")
for method in ("islower", "isupper", "istitle"):
    print(method, [w for w in words + ["Hello World", "hello World", "A", "aB", "ǅ", "A1", "1"] if getattr(w, method)()])
print("Abc".upper() is not None, "".title() == "", "ÿ".upper(), "\u0130".lower().encode("unicode_escape"), "\u0149".swapcase())
