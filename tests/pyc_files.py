#!/usr/bin/env python3.10
"""What must hold of the .pyc files that minipy writes, checked on any folder of sources by the CPython 3.10 that runs this.

    python3.10 tests/pyc_files.py --minipy BIN PATH...

The sources are copied, and compiled by `minipy compile` three times: on one thread, on two, and again on two, each time with
another hash seed. Then

    determinism   all three made the same files, byte for byte
    freshness     CPython's own loader takes each file as it is: it never compiles the source

Exit status 0 when both hold. (CPython's own files are not compared: which references they hold depends on what else the
process that wrote them had in memory.)
"""
import argparse
import importlib.machinery
import importlib.util
import os
import shutil
import subprocess
import sys
import tempfile


def sources(folder):
    for parent, folders, names in os.walk(folder):
        folders[:] = sorted(set(folders) - {"__pycache__"})
        yield from (os.path.join(parent, name) for name in sorted(names) if name.endswith(".py"))


def compiled(folder):
    """The .pyc files below a folder: relative path to bytes."""
    found = {}
    for parent, _, names in os.walk(folder):
        for name in names:
            if name.endswith(".pyc"):
                path = os.path.join(parent, name)
                with open(path, "rb") as file:
                    found[os.path.relpath(path, folder)] = file.read()
    return found


def determinism(minipy, folder):
    """The files that two runs make differently."""
    runs = []
    for threads, seed in (1, "0"), (2, "1"), (2, "4242"):
        environment = dict(os.environ, PYTHONHASHSEED=seed)
        subprocess.run([minipy, "compile", "-f", "-qq", "-j", str(threads), folder], env=environment)
        runs.append(compiled(folder))
    first, *others = runs
    names = set(first).union(*others)
    return len(first), sorted(name for name in names if any(run.get(name) != first.get(name) for run in others))


class Loader(importlib.machinery.SourceFileLoader):
    """CPython's loader, which here must never need to compile."""

    def source_to_code(self, data, path, *, _optimize=-1):
        raise AssertionError("compiled again")


def freshness(folder):
    """The sources whose .pyc CPython does not take."""
    refused = []
    for path in sources(folder):
        if os.path.exists(importlib.util.cache_from_source(path)):
            try:
                Loader("module", path).get_code("module")
            except Exception as error:
                refused.append("%s: %r" % (path, error))
    return refused


def main():
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ap.add_argument("--minipy", required=True)
    ap.add_argument("paths", nargs="+")
    args = ap.parse_args()
    bad = 0
    for path in args.paths:
        with tempfile.TemporaryDirectory() as scratch:
            folder = os.path.join(scratch, os.path.basename(os.path.abspath(path)))
            shutil.copytree(path, folder, ignore=shutil.ignore_patterns("__pycache__", "site-packages"), symlinks=True)
            files, differing = determinism(os.path.abspath(args.minipy), folder)
            refused = freshness(folder)
            for line in ["not deterministic: " + name for name in differing] + ["not fresh: " + line for line in refused]:
                print(line)
            bad += len(differing) + len(refused)
            print("%s: %d files; %d differ between runs; %d are not fresh for CPython" % (
                path, files, len(differing), len(refused)))
    return 1 if bad else 0


if __name__ == "__main__":
    sys.exit(main())
