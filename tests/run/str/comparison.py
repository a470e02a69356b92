# Ordering and equality of text by code points.
words = ["", "a", "A", "ab", "b", "aa", "é", "e", "日", "\ud7ff", "\ue000", "😀", "Z", "z", "a\0", "\uffff"]
print([ascii(w) for w in sorted(words)])
print([ascii(w) for w in sorted(words, reverse=True)][:4], ascii(max(words)), repr(min(words)))
for a in ("a", "ab", "日", "😀"):
    print([(a < b, a <= b, a == b, a != b, a > b, a >= b) for b in words])
print("abc" == "abc", "abc" == b"abc", "abc" != 5, "a" == ["a"], "" == None, "1" == 1)
print("".join(["a", "b"]) == "ab", hash("ab") == hash("".join(["a", "b"])), {"ab": 1}["a" + "b"])
print(sorted(["B", "a", "C"], key=str.lower), sorted(["bb", "a", "ccc"], key=len), sorted("bca", reverse=True))
for source in ("'a' < 1", "'a' < b'a'", "'a' >= None", "'a' > ['a']", "sorted(['a', 1])", "max('a', 2)"):
    try:
        print(eval(source))
    except TypeError as error:
        print(source, error)
