#!/usr/bin/env python3
"""CPython 3.10 runs our .pyc files, minipy runs CPython's: the same output both ways.

    python3.10 tests/pyc/both_ways.py --minipy BIN PATH...

PATH is a program or a folder of them; FILE.args and FILE.stdin beside FILE.py are its arguments and its input. Each is
compiled by both and run four times: either's .pyc by either interpreter. Standard output (but for addresses) and exit status must be those
of CPython's own .pyc under CPython. Run it with CPython 3.10. Exit status 0 when all agree.
"""
import argparse
import os
import py_compile
import re
import subprocess
import sys
import tempfile


def programs(paths):
    for path in paths:
        if os.path.isdir(path):
            for parent, folders, files in os.walk(path):
                folders[:] = sorted(f for f in folders if f != "__pycache__")
                yield from (os.path.join(parent, f) for f in sorted(files) if f.endswith(".py"))
        else:
            yield path


def run(command, pyc, source):
    stem = source[:-3]
    args = open(stem + ".args").read().splitlines() if os.path.exists(stem + ".args") else []
    stdin = open(stem + ".stdin", "rb") if os.path.exists(stem + ".stdin") else subprocess.DEVNULL
    env = dict(os.environ, PYTHONHASHSEED="0", PYTHONDONTWRITEBYTECODE="1", PYTHONPATH=os.path.dirname(source) or ".")
    done = subprocess.run(command + [pyc] + args, stdin=stdin, capture_output=True, timeout=300, env=env)
    return done.returncode, re.sub(rb"0x[0-9a-f]+", b"0x", done.stdout)


def main():
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ap.add_argument("--minipy", required=True)
    ap.add_argument("paths", nargs="+")
    args = ap.parse_args()
    minipy, count, different = os.path.abspath(args.minipy), 0, 0
    with tempfile.TemporaryDirectory() as folder:
        theirs, ours = os.path.join(folder, "theirs.pyc"), os.path.join(folder, "ours.pyc")
        for source in programs(args.paths):
            source = os.path.abspath(source)
            py_compile.compile(source, theirs, doraise=True)
            subprocess.run([minipy, "compile", "-o", ours, source], check=True)
            expected = run([sys.executable], theirs, source)
            ways = [("our .pyc in CPython", [sys.executable], ours), ("CPython's .pyc in minipy", [minipy, "run"], theirs),
                    ("our .pyc in minipy", [minipy, "run"], ours)]
            count += 1
            for name, command, pyc in ways:
                if run(command, pyc, source) != expected:
                    different += 1
                    print("%s: %s differs" % (source, name))
    print("programs: %d, ways that differ: %d of %d" % (count, different, 3 * count))
    return 1 if different else 0


if __name__ == "__main__":
    sys.exit(main())
