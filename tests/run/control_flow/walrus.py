# Assignment expressions: where they bind, and where they are refused.
if (n := len("abc")) > 2:
    print(n)
data = [1, 5, 2]
while (item := data.pop()) != 1:
    print(item, end=" ")
print(item, [y := 1, y + 1], (a := 1, b := 2), a + b, f"{(c := 5)} {c}", (lambda: (d := 3) + d)())
print([last := x for x in range(4)], last, [(k, v) for k in range(3) if (v := k * k) > 0], v, any((hit := w) > 2 for w in (1, 3, 5)), hit)
print((x := 1) if (y := 0) else (z := 3), x if "x" in globals() and y else "x from before", z, {(q := 1): (r := 2)}, q, r, max((m := 3), 2), m)
def f(p=(default := 5), *a, **k):
    return p, default
print(f(), f(key := 1), key if "key" in globals() else None, f(p=(kw := 2)), kw)


def scopes():
    total = 0
    values = [total := total + i for i in range(5)]
    nested = [[inner := j for j in range(i)] for i in range(3)]

    def g():
        nonlocal total
        return [total := 100 for _ in range(1)]

    g()
    return total, values, inner, sorted(locals())


print(scopes())


def global_walrus():
    global gw
    [gw := i for i in range(3)]


global_walrus()
print(gw)
i = [2, 3]
i[(j := 0)] = (j := 1) + 5
print(i, j, (t := (1, 2)), t, (u := 1,), u, [*(s := [1])], s, not (w := 0), w)
for source in ("x := 1", "(x := 1) = 2", "f(x=y:=1)", "f(x:=1, x:=2)", "(x.y := 1)", "(x[0] := 1)", "((a, b) := 1)", "(x := y := 1)", "lambda: x := 1", "def f(x := 1): pass", "[x := 1 for x in y]", "[(x := 1) for y in (x := 2)]", "{x := 1}", "{x := 1: 2}", "{1: x := 2}", "a[x := 1]", "a[x := 1, y := 2]", "assert x := 1", "x = y := 1", "x = (y := 1)", "(x: int := 1)", "with (x := y): pass", "with x := y: pass", "(*x := 1)", "print(x := 1)", "f'{x:=1}'", "f'{(x:=1)}'", "[i := 0 for i in j]", "[[(i := 0) for j in k] for i in l]", "class C: [x := 1 for y in z]", "(True := 1)", "(f() := 1)", "return_ = lambda x=(y := 1): x", "del (x := 1)", "a[1:x := 2]", "@x := y\ndef f(): pass", "if x := 1: pass", "for x in y := z: pass", "for x in (y := z): pass"):
    try:
        compile(source, "s", "exec")
        print(repr(source), "compiles")
    except SyntaxError as e:
        print(repr(source), "|", e.msg)
