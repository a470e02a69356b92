# `with` and its brackets: a list of items wherever the colon follows the bracket and it can be one.
with a: pass
with a as b: pass
with a, b as c, d: pass
with (a): pass
with (a, b): pass
with (a, b,): pass
with (a as b): pass
with (a as b, c as (d, e), f as [g], h as i.j, k as l[0],): pass
with (a, b) as c: pass
with (a), (b): pass
with (a), b as c: pass
with (a).b as c: pass
with (a)(b): pass
with (a, b)[0] as c, d: pass
with (yield_): pass
with (a if b else c): pass
with (a) if b else c: pass
with (a := b): pass
with (a := b, c): pass
with (*a, b): pass
with (): pass
with (), a: pass
with (a for a in b): pass
with (lambda: a): pass
with (
    a as b,
    c
): pass
def f():
    with (yield): pass
    with (yield a) as b: pass
    with (yield), c: pass
async def g():
    async with (a as b, c): pass
    async with (await a): pass
with a as (b): pass
with a as (b, c): pass
