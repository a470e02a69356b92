# sys.exit with any other object: its text goes to stderr.
import sys

print("leaving")
sys.exit([1, {"k": (2,)}])
