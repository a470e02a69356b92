"""split() at white space and join(), over every width and their limits."""
texts = ["", " ", "a", " a", "a ", "  a  b  ", "a\tb\nc\rd\x0be\x0cf", "a\x1cb\x1dc\x1ed\x1fe", "a\x85b", "a\xa0b", "caf\xe9 au lait", "\u1234 \u3000 x", "\U0001f600 y", "one two three four", " \t\n "]
for text in texts:
    print([text.split(None, n) for n in (-1, 0, 1, 2, 99)], text.split(), text.rsplit(None, 1), ascii(text.split(" ")))
whole = "word"
print(whole.split()[0] is whole, whole.split(None, 0)[0] is whole)


class Text(str):
    pass


t = Text("abc")
print(type(t.split()[0]), type(t.split(None, 0)[0]), type(",".join([t])), type("".join([t, "d"])))
for separator in ("", ",", "--", "\xe9", "\u1234"):
    for items in ([], ["a"], [""], ["", ""], ["a", "b"], ["a", "", "c"], ["a", "\xe9"], ["a", "\u1234", "b"], ["x"] * 5, [t, t]):
        joined = separator.join(items)
        assert joined == separator.join(tuple(items)) == separator.join(iter(items)) == separator.join(x for x in items)
        print(ascii(joined), end=" ")
print()
for wrong in ([1], ["a", 1], ["a", None, 2], 5, ["a", b"b"], ("a", 1)):
    try:
        ",".join(wrong)
    except TypeError as error:
        print(error)


class Changing(list):
    def __iter__(self):
        return iter(["from", "iter"])


print(" ".join(Changing(["x", "y"])), "".join("abc"), "-".join({"k": 1}), "".join([chr(i) for i in range(120, 140)]).encode())
items = ["a", "b"]
s = ",".join(items)
items.append("c")
print(s, len(",".join(["ab"] * 1000)), hash("a,b") == hash(s), {s: 1}["a,b"])
