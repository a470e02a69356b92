# sys.exit with text: the text goes to stderr, the status is 1.
import sys


def leave():
    raise SystemExit("goodbye, and sorry\nsecond line")


try:
    leave()
finally:
    sys.stdout.write("last words on stdout\n")
