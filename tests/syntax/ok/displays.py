# Lists, sets, dicts, tuples, slices and comprehensions.
[], (), {}, {1}, {1: 2}, [1,], (1,), {1,}, {1: 2,}
[*a, b, *c], {*a, b}, (*a,), {**a, 'b': 1, **c | d}
[x for x in y], {x for x in y}, {x: z for x, z in y}, (x for x in y)
[x for x in a if b if c for y in d if e]
[(x, y) for x, *y in a for (z) in b]
[x async for x in y] if 0 else 1
f(x for x in y), f((x for x in y), z), f(*(x for x in y))
[lambda: x for x in y]
{(a := b): (c := d)}
a[:], a[1:], a[:2], a[1:2], a[::], a[1::], a[:2:], a[::3], a[1:2:3], a[1:2, 3], a[1,], a[...], a[..., :]
a[lambda: 1], a[b if c else d:e]
[[[[1]]], ((())), {}]
[
    1,  # a comment

    2,
    [3,
  4],
]
[x
for x in y
  if z]
[i for i in range(5) if i if i or (lambda: i)]
{k: v for k in a if k in b for v in c}
