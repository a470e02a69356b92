# Files in the folder where the test runs: text and binary, reading, writing, seeking, errors.
with open("a.txt", "w") as f:
    print(f.write("first\nsecond\nthird é 日\n"), f.name, f.mode, f.closed, f.encoding, f.writable(), f.readable(), f.tell())
    f.writelines(["fourth\n", "no newline at the end"])
print(f.closed)
with open("a.txt") as f:
    print(repr(f.readline()), repr(f.read(4)), repr(f.readline()), f.readlines(), repr(f.read()), repr(f.readline()))
    print(f.seek(0), f.read(5), f.seekable(), f.readable(), f.writable())
print([line.rstrip("\n") for line in open("a.txt")], len(open("a.txt").read()), open("a.txt").readline(3), open("a.txt").readlines(8))
with open("a.txt", "rb") as f:
    data = f.read()
    print(len(data), data[:6], f.mode, f.seek(-5, 2), f.read(), f.tell(), f.seek(2), f.read(3), f.readline(), f.read(0))
with open("b.bin", "wb") as f:
    print(f.write(bytes(range(10))), f.write(bytearray(b"xyz")), f.write(memoryview(b"12")), f.tell())
with open("b.bin", "r+b") as f:
    f.seek(2)
    f.write(b"AB")
    f.seek(0)
    buffer = bytearray(4)
    print(f.readinto(buffer), buffer, f.read(), f.truncate(5), f.seek(0), f.read())
with open("a.txt", "a") as f:
    f.write("\nappended")
with open("a.txt", "r+") as f:
    print(f.read()[-8:])
with open("c.txt", "x") as f:
    f.write("a\r\nb\rc\n")
print(repr(open("c.txt").read()), repr(open("c.txt", newline="").read()), open("c.txt", "rb").read(), list(open("c.txt", newline="\n")), open("c.txt").readlines())
with open("d.txt", "w", newline="\r\n") as f:
    f.write("x\ny\n")
print(open("d.txt", "rb").read())
with open("e.txt", "w", encoding="latin-1", errors="replace") as f:
    f.write("é日")
print(open("e.txt", "rb").read(), open("e.txt", encoding="latin-1").read(), repr(open("e.txt", errors="replace").read()), repr(open("e.txt", errors="ignore").read()))
with open("a.txt", "w+") as f:
    f.write("read back")
    f.seek(5)
    print(f.read())
f = open("a.txt")
f.close()
f.close()
for source in ("f.read()", "f.write('x')", "next(f)", "f.seek(0)", "with f: pass", "open('missing.txt')", "open('c.txt', 'x')", "open('a.txt', 'q')", "open('a.txt', 'rw')", "open('a.txt', 'rbt')", "open('a.txt', '')", "open('a.txt', 'b')", "open('.')", "open('no/such/dir', 'w')", "open(5.5)", "open(None)", "open()", "open('a.txt', 5)", "open('a.txt', 'rb', encoding='utf-8')", "open('a.txt', 'rb', errors='x')", "open('a.txt', 'rb', newline='')", "open('a.txt', newline='x')", "open('a.txt', encoding='nope')", "open('a\\0b')", "open('a.txt', buffering=0)", "open(99)", "open(-1)", "open('').read()", "open('e.txt').read()",
               "open('a.txt').write('x')", "open('a.txt', 'w').read()", "open('a.txt', 'wb').write('text')", "open('a.txt', 'w').write(b'bytes')", "open('a.txt', 'w').write(5)", "open('a.txt').seek(1, 1)", "open('a.txt').seek(-1)", "open('a.txt').read('x')", "open('a.txt').nope", "open('x.txt', 'w', nope=1)"):
    try:
        exec(source)
        print(source, "worked")
    except Exception as error:
        print(source, type(error).__name__, error)
with open("iter.txt", "w") as f:
    print("one", "two", sep="\n", file=f)
with open("iter.txt") as f:
    for i, line in enumerate(f, 1):
        print(i, repr(line))
    print(next(f, "no more"), [x for x in f])
with open("iter.txt") as f, open("copy.txt", "w") as g:
    g.write(f.read().upper())
print(open("copy.txt").read(), repr(open("copy.txt")).replace("'", ""), type(open("copy.txt")).__name__, type(open("copy.txt", "rb")).__name__, type(open("copy.txt", "wb")).__name__, type(open("copy.txt", "r+b")).__name__, type(open("copy.txt", "rb", 0)).__name__)
