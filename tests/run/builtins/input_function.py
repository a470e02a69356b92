# input() from a file: prompts, empty lines, the end of the input.
import sys

print(repr(input()))
print(repr(input("prompt> ")))
print(repr(input("")))
print(input(5), input([1]))
print(repr(sys.stdin.readline()))
print(int(input()) + 1)
print(sum(int(x) for x in input().split()))
for line in sys.stdin:
    print(repr(line))
    if line.startswith("stop"):
        break
print(repr(input("unicode: ")))
try:
    input("at the end: ")
except EOFError as error:
    print(type(error).__name__, error)
for source in ("input(1, 2)", "input(prompt='x')"):
    try:
        eval(source)
    except TypeError as error:
        print(error)
print(repr(sys.stdin.read()), repr(sys.stdin.readline()), list(sys.stdin), sys.stdin.readlines())
