"""Writes printable.rs: python3.10 generate_printable.py > printable.rs (Unicode 13.0 is CPython 3.10's)."""
import sys
import unicodedata

assert unicodedata.unidata_version == "13.0.0"
ranges = []
for point in range(0x80, sys.maxunicode + 1):
    if not chr(point).isprintable():
        if ranges and ranges[-1][1] == point - 1:
            ranges[-1][1] = point
        else:
            ranges.append([point, point])
print("//! Which characters `repr` escapes: made by `generate_printable.py` from Unicode %s.\n" % unicodedata.unidata_version)
print("/// First and last of each run of characters above U+007F that are not printable, in order.")
print("#[rustfmt::skip]")
print("pub(super) const NOT_PRINTABLE: &[(u32, u32)] = &[")
for i in range(0, len(ranges), 6):
    print("    " + " ".join("(0x%x, 0x%x)," % tuple(r) for r in ranges[i:i + 6]))
print("];")
