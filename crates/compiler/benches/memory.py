#!/usr/bin/env python3.10
"""Peak memory of compiling a file: minipy's, and CPython's that runs this script.

    python3.10 crates/compiler/benches/memory.py --minipy target/release/minipy [--largest 50] PATH...

PATH is a source or a folder, of which the largest files are taken; large made-up sources are measured too. Each file is
compiled in a process of its own: by `minipy compile -o`, and by `python3.10 -I -S -c "compile(...)"`. Peaks are those of
the kernel (ru_maxrss). Prints the files in which minipy needs more, then the totals; exit status 0 if there are none.
"""
import argparse
import os
import sys
import tempfile

CPYTHON = "import sys; compile(open(sys.argv[1], 'rb').read(), sys.argv[1], 'exec')"
# What comes before, between and after so many items. (Not built as one text: a child's peak is at least its parent's size.)
SYNTHETIC = {
    "assignments": (100_000, "", "v%d = %d\n", ""),
    "functions": (50_000, "", "def f%d(a, b):\n    return a + b * %d\n", ""),
    "one list": (500_000, "x = [", "%d, %d, ", "]\n"),
    "one dict": (200_000, "x = {", "'k%d': %d, ", "}\n"),
    "calls": (100_000, "", "f(a%d, b.c[%d], d=1)\n", ""),
    "one function": (100_000, "def f():\n", "    x = g(%d, 's%d')\n", ""),
    "comments": (500_000, "", "# only comment %d, nothing to keep of it %d\n", ""),
}


def peak(command):
    """Kilobytes at the most, of a command that may fail."""
    pid = os.fork()
    if pid == 0:
        null = os.open(os.devnull, os.O_WRONLY)
        os.dup2(null, 1)
        os.dup2(null, 2)
        try:
            os.execv(command[0], command)
        finally:
            os._exit(127)
    _, _, usage = os.wait4(pid, 0)
    return usage.ru_maxrss


def sources(paths, largest):
    found = []
    for path in paths:
        if os.path.isfile(path):
            found.append(path)
        for folder, folders, names in os.walk(path):
            folders[:] = sorted(set(folders) - {"__pycache__", "site-packages"})
            found += [os.path.join(folder, name) for name in names if name.endswith(".py")]
    return sorted(found, key=os.path.getsize, reverse=True)[:largest]


def main():
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ap.add_argument("--minipy", required=True)
    ap.add_argument("--largest", type=int, default=50)
    ap.add_argument("--all", action="store_true", help="print every file")
    ap.add_argument("paths", nargs="+")
    args = ap.parse_args()
    more, ratios = 0, []
    with tempfile.TemporaryDirectory() as folder:
        made = []
        for name, (count, before, item, after) in SYNTHETIC.items():
            path = os.path.join(folder, name.replace(" ", "_") + ".py")
            with open(path, "w") as file:
                file.write(before)
                file.writelines(item % (i, i) for i in range(count))
                file.write(after)
            made.append(path)
        for path in sources(args.paths, args.largest) + made:
            ours = peak([os.path.abspath(args.minipy), "compile", "-o", os.path.join(folder, "out.pyc"), path])
            theirs = peak([sys.executable, "-I", "-S", "-W", "ignore", "-c", CPYTHON, path])
            ratios.append(ours / theirs)
            more += ours > theirs
            if args.all or ours > theirs:
                size = os.path.getsize(path) / 1024
                print("%8.0f kB source: minipy %7d kB, CPython %7d kB, %.2f  %s" % (
                    size, ours, theirs, ours / theirs, path))
    print("%d files, %d in which minipy needs more; ratio from %.2f to %.2f" % (
        len(ratios), more, min(ratios), max(ratios)))
    return 1 if more else 0


if __name__ == "__main__":
    sys.exit(main())
