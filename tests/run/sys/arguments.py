# sys.argv holds the script and what follows it.
import sys

print(len(sys.argv), sys.argv[0].endswith("arguments.py"), sys.argv[1:])
for argument in sys.argv[1:]:
    print(repr(argument), len(argument))
sys.argv.append("added")
print(sys.argv[-1])
sys.exit(len(sys.argv))
