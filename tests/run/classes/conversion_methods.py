# __int__, __index__, __float__, __complex__, __bool__, __bytes__, __str__, __repr__, __format__, __round__, __fspath__ free.
class All:
    def __int__(self): return 11
    def __index__(self): return 12
    def __float__(self): return 1.5
    def __complex__(self): return 1 + 2j
    def __bool__(self): return False
    def __bytes__(self): return b"by"
    def __str__(self): return "str"
    def __repr__(self): return "repr"
    def __format__(self, spec): return f"fmt({spec})"
    def __round__(self, n=None): return ("round", n)
    def __trunc__(self): return "trunc"
    def __floor__(self): return "floor"
    def __ceil__(self): return "ceil"
    def __hash__(self): return 77
    def __abs__(self): return "abs"
    def __dir__(self): return ["b", "a"]
    def __sizeof__(self): return 10
    def __len__(self): return 4


import math
a = All()
print(int(a), float(a), complex(a), bool(a), bytes(a), str(a), repr(a), format(a, "x"), f"{a:>3}", round(a), round(a, 1), math.trunc(a), math.floor(a), math.ceil(a), hash(a), abs(a), dir(a), len(a))
print(hex(a), oct(a), bin(a), chr(a).encode(), range(a).stop, "abcdefghijklmnop"[a], list(range(20))[a], b"x" * a, [0] * a == [0] * 12, a in [a], "%d %i %x %f %s %r %c" % (a, a, a, a, a, a, a), math.sqrt(a), divmod(25, int(a)))
print([a], (a,), {a: a}, f"{a!r} {a!s} {a!a} {a}", "{} {!r}".format(a, a), print(a), math.factorial(a), int.from_bytes([a], "big"), bytes([a]), bytearray(3).__add__(b"q"), pow(2, 3, 5))


class Wrong:
    def __int__(self): return 1.5
    def __index__(self): return "x"
    def __float__(self): return 1
    def __complex__(self): return 1.5
    def __bool__(self): return 0
    def __bytes__(self): return "s"
    def __str__(self): return 1
    def __repr__(self): return None
    def __format__(self, spec): return 1
    def __hash__(self): return 1.5
    def __len__(self): return "l"


w = Wrong()
for source in ("int(w)", "float(w)", "complex(w)", "bool(w)", "bytes(w)", "str(w)", "repr(w)", "format(w)", "f'{w}'", "hash(w)", "len(w)", "hex(w)", "[1][w]", "range(w)", "print(w)", "'%s' % w", "'%d' % w", "'%f' % w", "not w", "[w]", "str([w])", "math.sqrt(w)"):
    try:
        print(source, eval(source))
    except TypeError as error:
        print(source, error)


print(str(object)[:15], repr(type), str(type(None)), repr(print), str(len), repr([].append)[:30], repr(int.__add__), repr("".upper)[:32], repr(object.__init__), repr(dict.fromkeys)[:40], repr(type(len)))
