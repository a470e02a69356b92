# Reading and writing line by line, in pieces, with newline translation, and past the end.
def write(name, data):
    with open(name, "wb") as f:
        f.write(data)


write("mixed.txt", b"unix\ndos\r\nmac\rlast")
for newline in (None, "", "\n", "\r", "\r\n"):
    with open("mixed.txt", newline=newline) as f:
        print(repr(newline), f.readlines(), f.newlines)
write("utf8.txt", "aé日😀\n".encode() * 3)
with open("utf8.txt", encoding="utf-8") as f:
    print([f.read(1) for _ in range(6)], f.read(2), f.tell() > 0, f.readline(), list(f), f.read(), f.read(5))
with open("utf8.txt", encoding="utf-8") as f:
    f.readline()
    place = f.tell()
    second = f.readline()
    f.seek(place)
    print(f.readline() == second, place)
with open("numbers.txt", "w") as f:
    for i in range(1000):
        print(i, i * i, file=f)
with open("numbers.txt") as f:
    total = sum(int(line.split()[1]) for line in f)
    print(total, f.closed)
with open("numbers.txt") as f:
    first, *_, last = f
    print(first.strip(), last.strip())
with open("numbers.txt", "rb") as f:
    chunks = iter(lambda: f.read(1000), b"")
    print(sum(map(len, chunks)), f.tell(), f.read(), f.readline(), f.readlines())
with open("numbers.txt", "r+") as f:
    f.write("X")
    f.seek(0)
    print(f.readline())
with open("append.txt", "a+") as f:
    f.write("one\n")
    f.seek(0)
    print(f.read())
    f.write("two\n")
print(open("append.txt").read().split())
with open("binary.bin", "w+b") as f:
    f.write(bytes(range(256)))
    f.seek(250)
    print(list(f.read()), f.tell(), f.seek(-6, 2), list(f.read(2)), f.seek(1, 1), list(f.read(10)), f.truncate(10), f.seek(0, 2))
with open("sparse.bin", "wb") as f:
    f.seek(5)
    f.write(b"end")
print(open("sparse.bin", "rb").read())
with open("latin.txt", "w", encoding="latin-1") as f:
    f.write("é")
for errors in ("strict", "replace", "ignore", "surrogateescape", "backslashreplace"):
    try:
        print(errors, ascii(open("latin.txt", encoding="utf-8", errors=errors).read()))
    except UnicodeDecodeError as error:
        print(errors, error)
try:
    open("ascii.txt", "w", encoding="ascii").write("é")
except UnicodeEncodeError as error:
    print(error)
f = open("unclosed.txt", "w")
f.write("written when dropped")
del f
print(open("unclosed.txt").read())
big = "line of text\n" * 20000
with open("big.txt", "w") as f:
    print(f.write(big))
print(open("big.txt").read() == big, len(open("big.txt").readlines()), len(open("big.txt", "rb").read()))
with open("flush.txt", "w") as f:
    f.write("partial")
    f.flush()
    print(open("flush.txt").read(), f.fileno() > 2, f.isatty(), f.line_buffering, f.buffer.name, f.writable())
