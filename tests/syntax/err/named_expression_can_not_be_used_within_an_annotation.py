from __future__ import annotations
def f() -> (a := 1): pass
