# One listing with every statement and most expressions.
import dis

SOURCE = '''
import a.b as c, d
from e import f as g, h
x: int = 1
y[0]: str
global_ = (1, 2, 3, "a", b"b", 1.5, 2j, None, True, ..., -1, frozenset)
a, (b, *c) = d
a = b = [*c, d]
a += b; a -= b; a *= b; a @= b; a /= b; a %= b; a &= b; a |= b; a ^= b; a <<= b; a >>= b; a **= b; a //= b
x = a + b - c * d @ e / f % g & h | i ^ j << k >> l ** m // n
y = -a, +b, ~c, not d, a and b or c, a if b else c
z = a < b <= c == d != e > f >= g, a in b, a not in b, a is b, a is not b
s = a[1:2], a[::3], a[b, c:d], {1, *a}, {1: 2, **b}, f"{a}{b!r:>{c}}x", (d := 5)
f(a, *b, c=1, **d); g(); h(a=1); i.j(k); (lambda: 0)(1, 2)
assert a, b
del a, b.c, d[e]
@dec
class K(B, metaclass=M):
    """doc"""
    x: int
    def m(self, a=1, *, b: int = 2) -> int:
        return super().m
async def co():
    async with a as b, c:
        async for d in e:
            await f
    return [g async for h in i if await j]
def gen():
    x = yield 1
    yield from x
    return x
match p:
    case {"k": [1, _, *r], **rest} if r:
        pass
    case C(1, x=2):
        pass
    case None | True | -1 | "s" as q:
        pass
    case _:
        pass
try:
    raise A from B
except (C, D) as e:
    raise
except:
    pass
else:
    while a:
        if b: break
        else: continue
finally:
    with a as b, c: pass
'''
dis.dis(SOURCE)
