# With this future statement annotations are kept as text.
from __future__ import annotations
x: list[int] = []
y: "str"


def f(a: lambda: (yield_), b: 1 + 2 = 3) -> {**d}:
    z: int = 1


class C:
    a: f"{b!r:>{c}}"
