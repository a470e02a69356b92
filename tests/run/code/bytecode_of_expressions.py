# co_code, co_consts and co_names of small sources: what folding and the peephole rules leave.
SOURCES = """
1 + 2 * 3
'a' * 3 + 'b'
(1, 2, 3)[1]
[1, 2, 3]
{1, 2, 3}
x in [1, 2]
x in {1, 2}
not x
not not x
not x is None
-5
-(-5)
2 ** 10
2 ** 1000
'a' * 5000
(1,) * 3
1 if True else 2
1 if x else 2
x and y or z
not (x and y)
x < y < z
f(*a, **k)
f(a, b=1)
x.y.z()
a[1:2]
a[1:2:3]
lambda x, *y, z=1, **k: (x, y, z, k)
[i for i in x if i]
{i: i for i in x}
f'{x}'
f'{x!r:>{w}}'
f'a' 'b'
(yield_ := 5)
()
{}
{'a': 1, 'b': 2}
{**a, 'b': 2}
[*a, 1]
(a, *b)
1.5 + 2j
True and x
False or x
None is None
__debug__
x if y else z if w else v
'%s' % x
x @ y
~5
+5
not 5
1 << 70
10 // 3
7 % 0
1 / 0
'abc'[1]
b'abc'[0]
(1, (2, (3,)))
[[], [[]]]
x == y == z
a or b or c
""".strip().splitlines()
for source in SOURCES:
    code = compile(source, "s", "eval")
    print(source, "|", code.co_code.hex(), [c if not hasattr(c, "co_code") else c.co_code.hex() for c in code.co_consts], code.co_names, code.co_stacksize)
