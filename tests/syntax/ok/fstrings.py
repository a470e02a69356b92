# f-strings: fields, conversions, specifications, debugging, nesting, and positions over several lines.
f'' f"" fr'\d' Rf'{a}' rF"{a}\n"
f'{a}' f'{a!r}' f'{a!s:>{w}}' f'{a:{w}.{p}}' f'{a:%Y-%m-%d}'
f'{{}}' f'{{{a}}}' f'{a}}}' f'{{{{' f'}}'
f'{ a }' f'{a,}' f'{a, b}' f'{*a, b}' f'{(a := b)}' f'{a!=b}' f'{a==b}' f'{a<=b}' f'{a>b}' f'{lambda_}' f'{(lambda: 1)}'
f'{a=}' f'{a = }' f'{a=!s}' f'{a=:>5}' f'{ a + b =!r:^{w}}'
f'{ {1: 2}[1] }' f'{[a, b][0]:{c}}' f'{a["b"]}' f'{f"{a}"}' f'{f"{f(1)}"!r}'
f'{x for x in y}'
'a' f'{b}' 'c' f'{d}' f'e'
u'a' f'{b}'
f'\N{BULLET}{a}\x41{b}\n'
f"""{a
}""" f'''
{b}  {
c
} {d:
x}'''
f'''
  {e
   + f(
    g)}
{"""h
i"""}
'''
def f():
    return f'{a}' \
        f'{b}'
(f'{a}'
    'b' f'{c:{d}e}f')
f'{a:{"b"}}' f'{a:{b!r}}' f'{a:{b}{c}d}'
f'{1if x else 2}' f'{a.b.c}' f'{a()[0]}' f'{await_}' f'{not a}' f'{-1}'
