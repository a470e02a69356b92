# f-strings: expressions, conversions, specs, nesting, self-documenting fields.
name, n, pi, items, d = "Ada", 42, 3.14159265, [1, 2, 3], {"k": "v", "a b": 1}
print(f"{name} {n} {pi:.2f} {items} {d['k']} {items[-1]} {name.upper()} {n + 1} {n if n else 0} {[i * i for i in items]}")
print(f"{name!r} {name!s:>6}|{name!a:^9}|{n!r:05}|{n:#x}|{n:08.3f}|{pi:+.1e}|{n:,}|{10**9:_}|")
print(f"{name:{n // 4}}|{name:>{n // 5}}|{pi:{8}.{3}}|{name:{'*'}^{12}}|{n:{'0'}{10}{'d'}}|")
print(f"{{}} {{{n}}} {{{{ }}}} {'{'} {'}'} {{n}}", f"{'a' 'b'}", f"{'nested ' + f'{n + 1} ' + f'''{n}'''}")
print(f"{n=} {n = } {name=!s} {name=:>8} {pi=:.3f} {n+1=} { n =} {items[0]=} {f(3)=}" if (f := lambda x: x * 2) else "")
print(f"{(lambda x: x + 1)(1)} {(y := 5)} {y} {n!r:>{6}} { {'a': 1}['a'] } { {1, 2} - {2} } {n:{''}} {'':>3}|")
print(f"{True} {None} {...} {1 < 2} {not n} {n == 42 and 'yes'} {n,} {n, 1} {*items,} {'%d' % n} {n if n > 50 else 'small'}")
print(f'{d["a b"]}' f"{n}" "plain {n}" F"{n}" rf"\{n}\d" fr"{n}\n", f"\x41{n}\N{BULLET}\u0042", f"", f"{''}", f"a\
b{n}")
print(f"""multi
{n
 + 1}
{
    name
}""", f"{n:>{max(5, 6)}}", f"{'日本':>5}|", f"{chr(0x1f600)}", f"{3.0}{1e100}{-0.0}", f"{'a'!r}{'b'!s}{'c'!a}")


def outer():
    x = 10

    class Local:
        y = 2
        text = f"{x} {y}"

    return f"{x} {[x + i for i in range(2)]} {Local.text} {(lambda: f'{x}')()}"


print(outer())
for source in ("f'{}'", "f'{ }'", "f'{'", "f'}'", "f'{a b}'", "f'{a!x}'", "f'{a!}'", "f'{a!r'", "f'{a:{b:{c}}}'", "f'{\\'a\\'}'", "f'{#}'", "f'{a:'", "f'{lambda x: 1}'",
               "f'{a!r:{b!s:>{c}}}'", "f'{*a}'", "f'{yield}'", "f'{a=!q}'", "f'{1 +}'", "f'{a)}'", "f'{(a}'", "f'{a[}'", "f'{!r}'", "f'{:x}'", "f'{=}'", "b'a' f'b'"):
    try:
        exec("a = b = c = 1\n" + source)
        print(source, "compiles")
    except SyntaxError as error:
        print(source, "|", error.msg, error.lineno, error.offset)
    except Exception as error:
        print(source, "|", type(error).__name__, error)
