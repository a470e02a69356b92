# Long texts and many small ones: building, searching, slicing; kinds of storage that change.
s = ""
for i in range(2000):
    s += str(i)
print(len(s), s[:10], s[-10:], s.count("99"), s.find("1999"), s.rfind("0"), hash(s) == hash("".join(map(str, range(2000)))))
t = "a" * 100_000
u = t + "é" + t + "日" + t + "😀"
print(len(u), u.index("日"), u[100_000], u[200_001], u[-1], u.count("a"), u.replace("日", "").find("😀"), len(u.encode()), len(u.split("é")[1]), u[:100_000] == t, u.isascii(), t.isascii())
v = u.replace("😀", "").replace("日", "").replace("é", "")
print(v == "a" * 300_000, v.isascii(), len(v.upper()), v.strip("a") == "", max(u), sorted(set(u)), u[::-1][:2], u[99_999:100_002])
words = [f"w{i % 97}" for i in range(10_000)]
joined = " ".join(words)
print(len(joined), joined.split() == words, len(set(joined.split())), joined.count("w9 "), len(joined.splitlines()), "w96 w0" in joined, joined.title()[:9], joined.partition(" w50")[0][-3:])
lines = "\n".join(f"{i}:{i * i}" for i in range(1000))
table = dict(line.split(":") for line in lines.splitlines())
print(len(lines), table["999"], sum(map(int, table.values())), lines[:12].encode())
parts = []
for c in "abc日é😀":
    parts.append(c * 3)
    print("".join(parts), len("".join(parts)))
x = "start"
y = x
for i in range(5):
    x += "日" if i % 2 else "z"
print(x, y, x[5:], x[:5] is not y, x.find("日z"), x.translate({ord("日"): "D"}))
print(("ab" * 50_000).replace("ba", "-").count("-"), ("x," * 9999).rstrip(",").count(","), len(("%d," * 500) % tuple(range(500))), "".join(chr(i) for i in range(32, 127))[::7], sum(map(ord, "héllo")), "é" * 3 + "e", "日" in "a" * 1000 + "日", ("a" * 999 + "b").find("ab"))
print(str(10**4000)[-3:], len(repr("x" * 1000)), len(repr("\n" * 1000)), len(repr("é\t'" * 100)), ascii("é" * 3), len(ascii("日" * 100)))
