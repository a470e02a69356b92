#!/usr/bin/env python3
"""Runs and disassembles damaged .pyc files: whatever they hold, minipy must end by itself.

    tests/fuzz/run_mutants.py --minipy BIN [--count N] [--seed N] [--keep DIR] PATH...

PATH is a source, a .pyc, or a folder of them; sources are compiled with BIN first. The mutants are those of the example
`mutate` of minipy-bytecode, so a seed and the same files give the same mutants. A crash is a signal, a panic, or an
exit status that no program of ours gives. A mutant that runs until the time limit is counted, and no crash: a mutated
loop need not end. Crashing mutants are copied to DIR; put the smallest into tests/crashes.

Exit status 0 when nothing crashed.
"""
import argparse
import concurrent.futures
import os
import resource
import shutil
import subprocess
import sys
import tempfile

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
MEMORY = 4 << 30


def limit():
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def corpus(minipy, paths, folder):
    """Copies and compiles everything below `paths` into `folder`."""
    names = []
    for path in paths:
        if os.path.isdir(path):
            for parent, folders, files in os.walk(path):
                folders[:] = sorted(f for f in folders if f != "__pycache__")
                names += [os.path.join(parent, f) for f in sorted(files)]
        else:
            names.append(path)
    for number, name in enumerate(names):
        target = os.path.join(folder, "%05d.pyc" % number)
        if name.endswith(".pyc"):
            shutil.copy(name, target)
        elif name.endswith(".py"):
            subprocess.run([minipy, "compile", "-o", target, name], stderr=subprocess.DEVNULL)


def judge(job):
    """(what happened, how) for one mutant and one command."""
    minipy, command, path, seconds = job
    with tempfile.TemporaryDirectory() as cwd:
        env = {"PATH": "", "HOME": cwd, "TMPDIR": cwd, "PYTHONHASHSEED": "0", "PYTHONDONTWRITEBYTECODE": "1"}
        try:
            done = subprocess.run([minipy, command, path], cwd=cwd, env=env, stdin=subprocess.DEVNULL,
                                  stdout=subprocess.PIPE if command == "run" else subprocess.DEVNULL,
                                  stderr=subprocess.PIPE, timeout=seconds, preexec_fn=limit)
        except subprocess.TimeoutExpired:
            return ("timeout", "") if command == "run" else ("crash", "timeout")
    error = done.stderr.decode(errors="replace")
    if done.returncode < 0:
        return "crash", "signal %d: %s" % (-done.returncode, error[-300:])
    if "panicked at" in error or "stack overflow" in error or done.returncode in (101, 134, 139):
        return "crash", "exit %d: %s" % (done.returncode, error[-300:])
    return ("refused" if "minipy: can't use" in error else "ended"), ""


def main():
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ap.add_argument("--minipy", required=True)
    ap.add_argument("--count", type=int, default=20000)
    ap.add_argument("--seed", type=int, default=1)
    ap.add_argument("--seconds", type=float, default=5)
    ap.add_argument("--jobs", type=int, default=os.cpu_count())
    ap.add_argument("--keep", default=os.path.join(ROOT, "target", "crashes"))
    ap.add_argument("paths", nargs="+")
    args = ap.parse_args()
    minipy = os.path.abspath(args.minipy)
    tally, crashes = {}, 0
    with tempfile.TemporaryDirectory() as folder:
        sources, mutants = os.path.join(folder, "sources"), os.path.join(folder, "mutants")
        os.mkdir(sources)
        os.mkdir(mutants)
        corpus(minipy, args.paths, sources)
        subprocess.run(["cargo", "run", "-q", "-p", "minipy-bytecode", "--example", "mutate", "--", "--out", mutants,
                        "--count", str(args.count), "--seed", str(args.seed), sources], cwd=ROOT, check=True)
        jobs = [(minipy, command, os.path.join(mutants, name), args.seconds)
                for name in sorted(os.listdir(mutants)) for command in ("run", "dis")]
        with concurrent.futures.ThreadPoolExecutor(args.jobs) as pool:
            for (_, command, path, _), (what, how) in zip(jobs, pool.map(judge, jobs)):
                tally[command, what] = tally.get((command, what), 0) + 1
                if what == "crash":
                    crashes += 1
                    os.makedirs(args.keep, exist_ok=True)
                    kept = os.path.join(args.keep, "%s-seed%d-%s" % (command, args.seed, os.path.basename(path)))
                    shutil.copy(path, kept)
                    print("%s: %s" % (kept, how))
    for (command, what), count in sorted(tally.items()):
        print("%-4s %-8s %6d" % (command, what, count))
    print("%d mutants, %d crashes" % (args.count, crashes))
    return 1 if crashes else 0


if __name__ == "__main__":
    sys.exit(main())
