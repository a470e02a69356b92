# AssertionError is loaded by an instruction of its own.
assert a
assert a and b, c
assert not a, f"{b}"
