#!/usr/bin/env python3
"""Writes crates/minipy/startup.ld: the functions that every run of minipy goes through, for the linker to put together.

    cargo build --release
    tools/startup_order.py target/release/minipy > crates/minipy/startup.ld

Needs valgrind and nm. Spread over the program as the compiler leaves them, these few hundred functions drag nearly all of
it into memory, for the system reads 64 KB around each page that is touched. A list that is out of date does no harm but
to this. Names go without the compiler's hash at their end, so that they outlive changes elsewhere.
"""

import bisect
import re
import subprocess
import sys
import tempfile

HEAD = """\
/* The functions that every run goes through, next to each other: made by tools/startup_order.py, which says why. */
SECTIONS
{
  .text.start_up :
  {
"""
TAIL = """\
  }
}
INSERT BEFORE .text;
"""


def executed(binary, script):
    """The addresses of the binary's instructions that a run of a script executes."""
    with tempfile.NamedTemporaryFile("r") as out:
        command = ["valgrind", "--tool=callgrind", "--dump-instr=yes", f"--callgrind-out-file={out.name}", binary, "run"]
        subprocess.run([*command, script], check=True, capture_output=True)
        objects, inside, address, found = {}, False, 0, set()
        for line in out:
            if match := re.match(r"(c?)ob=\((\d+)\)(?: (.*))?", line):
                called, number, name = match.groups()
                objects.setdefault(number, name)
                if not called:
                    inside = objects[number].endswith(binary)
            elif match := re.match(r"(0x[0-9a-f]+|[+-]\d+|\*) ", line):
                place = match[1]
                if place != "*":
                    address = int(place, 16) if place.startswith("0x") else address + int(place)
                if inside:
                    found.add(address)
    return found


def functions(binary):
    """The addresses of the binary's functions, in order, with their names."""
    lines = subprocess.run(["nm", "-n", binary], check=True, capture_output=True, text=True).stdout.splitlines()
    rows = (re.match(r"([0-9a-f]+) [tTwW] (\S+)", line) for line in lines)
    return [(int(row[1], 16), row[2]) for row in rows if row]


def main(binary):
    table = functions(binary)
    starts = [start for start, _ in table]
    names = set()
    with tempfile.NamedTemporaryFile("w", suffix=".py") as script:
        for address in executed(binary, script.name):
            place = bisect.bisect(starts, address) - 1
            if place >= 0:
                names.add(table[place][1])
    patterns = sorted({re.sub(r"17h[0-9a-f]{16}E.*", "17h*", name) for name in names if name.startswith("_ZN")})
    sys.stdout.write(HEAD)
    for pattern in patterns:
        sys.stdout.write(f"    *(.text*.{pattern})\n")
    sys.stdout.write(TAIL)


if __name__ == "__main__":
    main(*sys.argv[1:])
