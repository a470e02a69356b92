# Precedence and associativity of every operator, and what brackets change.
a or b and not c == d
not not a
not a in b
a < b <= c != d is not e not in f is g
(a < b) < c
a | b ^ c & d << e >> f + g - h * i / j // k % l @ m
-a ** -b ** ~c
2 ** -1 ** 2
(-a) ** b
+-~a * -b
await_ = -x.y[0](1) ** 2
a if b else c if d else e
(a if b else c) if d else e
lambda: a or b
lambda x: lambda y: x if y else lambda: 0
(a and b) and c or (d or e) or f
a - (b - c) - d
(a), ((b)), (((c)))
(a).b, (a)[0], (a)(0), (-a).b
(yield_ := 3) + (z := 4, 5)[0]
a[b := 1], a[(c := 2):3]
a != b
x = y = z = 1
x: int
x: int = 3
(x): int = 3
x.y: int = 3
x[0]: int
a += 1; a -= 1; a *= 1; a /= 1; a //= 1; a %= 1; a @= 1; a **= 1; a <<= 1; a >>= 1; a &= 1; a |= 1; a ^= 1
a.b += c,
(a.b) += c
*a, b = c
[a, *b], (c, (d,)) = e
a, = b,
() = []
