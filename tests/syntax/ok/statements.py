# Every statement in its shapes.
pass; break_; continue_;
import a
import a.b.c as d, e as f, g . h
from . import a
from .. import a as b
from ... import a
from .... import a
from .a.b import c, d as e
from a import (b)
from a import (b, c as d,)
from a import *
global_ = 1
def f():
    global a, b
    nonlocal c
    return
    return 1, *a
    yield
    yield a, *b
    x = yield
    x = yield a
    x = yield from a
    x += yield
    (yield)
    [(yield a)]
    raise
    raise a
    raise a from b
    assert a
    assert a, b
    del a
    del a, b.c, d[0], (e, [f, g]), (h), ()
    del (a, b), c,
for a in b: pass
for a, in b: continue
for a, *b in c, *d:
    break
else: pass
for a.b, c[0], (d), [e, f] in g: pass
for x in *a, b: pass
while a: pass
while (a := b):
    pass
else:
    pass
if a: b
elif c: d
elif e:
    f
else: g
if a:
    if b: c
    else: d
try: a
except: b
try: a
except A: b
except (B, C) as d: e
except E as f:
    g
else: h
finally: i
try: a
finally: b
async def f():
    async for a in b: pass
    else: pass
    async with a as b, c: pass
    return [a async for a in b if await c], {await d: await e ** f}
