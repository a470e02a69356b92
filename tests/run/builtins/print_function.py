# print: sep, end, file, flush, and objects with odd text.
import sys

print()
print(1, "a", None, [1, "b"], sep="-")
print(1, 2, sep="", end="|\n")
print("no newline", end="")
print()
print(*"abc", sep=", ")
print("a", "b", sep=None, end=None)
print("日本", "é", b"\xff", "\t|")
print("", "", sep="x")
print(print, sep="y")
print(print("nested"))
print("to stdout", file=sys.stdout, flush=True)
print("to None", file=None)


class Writer:
    def __init__(self):
        self.parts = []

    def write(self, text):
        self.parts.append(text)

    def flush(self):
        self.parts.append("FLUSH")


w = Writer()
print(1, "two", sep="+", end="!", file=w, flush=True)
print(file=w)
print(w.parts)


class Text:
    def __str__(self):
        return "from str"

    def __repr__(self):
        return "from repr"


print(Text(), [Text()], f"{Text()}", str(Text()), repr(Text()))
for source in ("print(sep=1)", "print(1, sep=1)", "print(1, end=b'')", "print(1, file=5)", "print(1, nope=2)", "print(1, flush=[])", "print(1, file='x')", "print(end=5)"):
    try:
        exec(source)
    except Exception as error:
        print(source, type(error).__name__, error)
old = sys.stdout
sys.stdout = w
print("captured")
sys.stdout = old
print(w.parts[-2:])
sys.stdout = None
print("nobody hears this")
sys.stdout = old
del sys.stdout
try:
    print("lost")
except RuntimeError as error:
    message = str(error)
sys.stdout = sys.__stdout__
print(message)
print("error text", file=sys.stderr)
sys.stdout.write("direct ")
sys.stdout.writelines(["a", "b\n"])
print(sys.stdout.write("12345"), sys.stdout.writable(), sys.stdout.isatty(), sys.stdout.name, sys.stdout.encoding, sys.stdout.closed)
print("a\0b".encode(), "\x1b[1mbold\x1b[0m".encode())
print("last", end="")
