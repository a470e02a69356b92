# sys.stdout, sys.stderr and their buffers.
import sys

print(sys.stdout.write("abc"), sys.stdout.flush())
sys.stdout.buffer.write(b"raw \xc3\xa9 bytes\n")
sys.stdout.flush()
print(type(sys.stdout).__name__, type(sys.stdout.buffer).__name__, sys.stdout.mode, sys.stdout.errors, sys.stderr.errors, sys.stdin.mode, sys.stdout.line_buffering, sys.stdout.newlines, sys.stdin.readable(), sys.stdout.readable())
sys.stderr.write("to stderr é\n")
print("also stderr", file=sys.stderr)
sys.stderr.write("\ud800 escaped\n")
for source in ("sys.stdout.write(5)", "sys.stdout.write(b'x')", "sys.stdout.write()", "sys.stdout.read()", "sys.stdin.write('x')", "sys.stdout.write('\\ud800')", "sys.stdout.buffer.write('text')", "sys.stdout.nope", "sys.stdout.writelines(5)", "sys.stdout.writelines([5])"):
    try:
        print(source, eval(source))
    except Exception as error:
        print(source, "->", type(error).__name__, error)
print(repr(sys.stdin.read(5)), repr(sys.stdin.readline()), repr(sys.stdin.buffer.readline()) if False else "", sys.stdin.readlines())
sys.stdout.writelines(x + "\n" for x in ("one", "two"))
out = sys.stdout


class Doubling:
    def write(self, text):
        out.write(text * 2)

    def flush(self):
        pass


sys.stdout = Doubling()
print("x", end="")
sys.stdout = out
print()
print("é日😀", end="\n\n")
