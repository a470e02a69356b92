# sys.excepthook can be replaced; the exit status stays 1.
import sys


def hook(kind, value, tb):
    depth = 0
    while tb:
        depth += 1
        tb = tb.tb_next
    print("hook:", kind.__name__, value, "depth", depth)


sys.excepthook = hook


def f():
    raise ValueError("to the hook")


f()
