# SystemExit: what it does to finally blocks, and the exit status.
import sys

for code in (0, 3, None, "message", True, 2.5):
    try:
        sys.exit(code)
    except SystemExit as error:
        print(repr(error), repr(error.code), error.args)
try:
    sys.exit()
except SystemExit as error:
    print(repr(error), error.code)
try:
    raise SystemExit
except Exception:
    print("not an Exception")
except BaseException as error:
    print("a BaseException", repr(error))
try:
    exit
except NameError:
    print("no site")


class Cleanup:
    def __del__(self):
        print("deleted at exit")


kept = Cleanup()
try:
    print("leaving")
    sys.exit(7)
finally:
    print("finally runs")
print("never")
