#!/usr/bin/env python3.10
"""Record what CPython 3.10 does with the files under tests/ and examples/.

    python3.10 tests/record.py [--check] [PATH...]

PATH is a file or a folder; with none, everything is recorded. Beside each
source the script writes what the suite (tests/harness) compares minipy with:

    examples, tests/run, tests/crashes    NAME.out, and NAME.err and NAME.exit where stderr or the status is not empty
    tests/syntax/ok                       NAME.ast: the tree with positions, as `python -m ast -a` prints it
    tests/syntax/err                      NAME.json: type, message and span of the SyntaxError
    tests/bytecode                        NAME.dis: what dis.dis prints
    tests/pyc/valid                       NAME.pyc (made from NAME.py), NAME.out and NAME.dis

With --check nothing is written: differences are shown, and the exit status is
1 where there are any. A file NAME.keep tells the script that NAME's
expectations are minipy's own (CPython crashes there, or hangs): it leaves them.
"""
import ast
import dis
import difflib
import importlib.util
import io
import json
import marshal
import os
import re
import subprocess
import sys
import tempfile
import warnings

ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
ADDRESS = re.compile(r" at 0x[0-9a-fA-F]*")
# folder, how deep a test may stand below it
SUITES = [("examples", 2), ("tests/run", 2), ("tests/crashes", 1), ("tests/syntax/ok", 1), ("tests/syntax/err", 1),
          ("tests/bytecode", 2), ("tests/pyc/valid", 1)]


def normal(data, scratch):
    """The text without what changes from run to run; the harness's compare.rs does the same."""
    text = data.decode("utf-8", "replace").replace(scratch, "TMP").replace(ROOT + "/", "")
    return ADDRESS.sub(" at 0x", text)


def run(path):
    """The expectations of a program: a file ending to its text, or None for no such file."""
    stem = path[:-3]
    arguments, stdin = [], subprocess.DEVNULL
    if os.path.exists(stem + ".args"):
        with open(stem + ".args", encoding="utf-8") as file:
            arguments = file.read().splitlines()
    if os.path.exists(stem + ".stdin"):
        stdin = open(stem + ".stdin", "rb")
    with tempfile.TemporaryDirectory() as scratch:
        env = {name: value for name, value in os.environ.items() if not name.startswith(("PYTHON", "PYENV", "MINIPY"))}
        env.update(PYTHONHASHSEED="0", PYTHONDONTWRITEBYTECODE="1", TMPDIR=scratch, HOME=scratch)
        try:
            done = subprocess.run([sys.executable, path] + arguments, stdin=stdin, capture_output=True, cwd=scratch, env=env,
                                  timeout=20)
        except subprocess.TimeoutExpired:
            sys.exit("%s: CPython is still running after 20 seconds" % path)
    if done.returncode < 0:
        sys.exit("%s: CPython died of signal %d; write the expectations by hand, and a .keep file" % (path, -done.returncode))
    stderr = normal(done.stderr, scratch)
    return {"out": normal(done.stdout, scratch), "err": stderr or None,
            "exit": "%d\n" % done.returncode if done.returncode else None}


def compiled(path):
    with open(path, "rb") as file:
        source = file.read()
    return compile(source, os.path.basename(path), "exec", dont_inherit=True)


def listing(code):
    out = io.StringIO()
    dis.dis(code, file=out)
    return ADDRESS.sub(" at 0x", out.getvalue())


def tree(path):
    with open(path, "rb") as file:
        source = file.read()
    return {"ast": ast.dump(ast.parse(source, path), include_attributes=True, indent=3) + "\n"}


def error(path):
    try:
        compiled(path)
    except SyntaxError as e:
        found = {"type": type(e).__name__, "msg": e.msg, "lineno": e.lineno, "offset": e.offset,
                 "end_lineno": e.end_lineno, "end_offset": e.end_offset}
        return {"json": json.dumps(found, indent=1, ensure_ascii=False) + "\n"}
    sys.exit("%s: CPython compiles it; it belongs in tests/syntax/ok" % path)


def expectations(path):
    """What stands beside the source at `path`, by file ending."""
    place = os.path.relpath(path, ROOT)
    if place.startswith("tests/syntax/ok"):
        return tree(path)
    if place.startswith("tests/syntax/err"):
        return error(path)
    if place.startswith("tests/bytecode"):
        return {"dis": listing(compiled(path))}
    if place.startswith("tests/pyc/valid"):
        code = compiled(path)
        # Hash-based and unchecked (PEP 552), so that the file does not hang on its source's time stamp.
        pyc = importlib.util.MAGIC_NUMBER + b"\1\0\0\0" + importlib.util.source_hash(b"") + marshal.dumps(code)
        return {"pyc": pyc, "out": run(path)["out"], "dis": listing(code)}
    return run(path)


def current(path):
    try:
        with open(path, "rb") as file:
            return file.read()
    except FileNotFoundError:
        return None


def record(path, check):
    """Write, or with `check` show, what differs from the files beside `path`; the number of differences."""
    differences = 0
    for ending, want in expectations(path).items():
        target = "%s.%s" % (path[:-3], ending)
        want = want.encode() if isinstance(want, str) else want
        have = current(target)
        if have == want:
            continue
        differences += 1
        if check:
            print("differs: %s" % os.path.relpath(target, ROOT))
            old, new = ((b or b"").decode("utf-8", "replace").splitlines(True) for b in (have, want))
            if ending != "pyc":
                sys.stdout.writelines(difflib.unified_diff(old, new, "recorded", "CPython"))
        elif want is None:
            os.remove(target)
        else:
            with open(target, "wb") as file:
                file.write(want)
    return differences


def sources(paths):
    """The tests under the paths: the same rule as the harness's files.rs."""
    for folder, depth in SUITES:
        for where, folders, names in os.walk(os.path.join(ROOT, folder)):
            below = os.path.relpath(where, os.path.join(ROOT, folder))
            folders[:] = sorted(f for f in folders if f != "__pycache__")
            if (0 if below == "." else below.count("/") + 1) >= depth - 1:
                folders[:] = []
            for name in sorted(names):
                path = os.path.join(where, name)
                if name.endswith(".py") and not os.path.exists(path[:-3] + ".keep"):
                    if not paths or any((path + "/").startswith(p + "/") for p in paths):
                        yield path


def main():
    arguments = sys.argv[1:]
    check = "--check" in arguments
    if sys.version_info[:2] != (3, 10):
        sys.exit("record: run me with CPython 3.10, which decides")
    sys.setrecursionlimit(20000)
    warnings.simplefilter("ignore")
    paths = [os.path.abspath(a) for a in arguments if a != "--check"]
    files = differences = 0
    for path in sources(paths):
        files += 1
        differences += record(path, check)
    print("%d files, %d expectations %s" % (files, differences, "differ" if check else "written"))
    return 1 if check and differences else 0


if __name__ == "__main__":
    sys.exit(main())
