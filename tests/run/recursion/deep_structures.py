# Containers nested a hundred thousand deep: made, compared, shown, hashed and dropped without harm.
DEPTH = 100_000


def attempt(label, f, want):
    """The right result or a RecursionError are both fine (CPython's own answer depends on its C stack)."""
    try:
        result = f()
    except RecursionError:
        result = want
    print(label, "fine" if result == want else "WRONG")


def nest(wrap, inner=()):
    x = inner
    for _ in range(DEPTH):
        x = wrap(x)
    return x


a, b = nest(lambda x: [x]), nest(lambda x: [x])
attempt("list repr", lambda: len(repr(a)), 2 * DEPTH + 2)
attempt("list ==", lambda: a == b, True)
attempt("list <", lambda: a < b, False)
attempt("list in", lambda: a in [b], True)
t, u = nest(lambda x: (x,)), nest(lambda x: (x,))
attempt("tuple repr", lambda: len(repr(t)), 3 * DEPTH + 2)
attempt("tuple ==", lambda: t == u, True)
attempt("tuple hash", lambda: hash(t) == hash(u), True)
d, e = nest(lambda x: {"k": x}), nest(lambda x: {"k": x})
attempt("dict repr", lambda: len(str(d)), 7 * DEPTH + 2)
attempt("dict ==", lambda: d == e, True)
f = nest(lambda x: frozenset([x]) if not isinstance(x, frozenset) or len(x) < 5 else x, frozenset())
print("frozenset made")
del a, b, t, u, d, e, f
print("dropped")
mixed = nest(lambda x: [{"k": (x,)}])
del mixed
print("mixed dropped")


class Node:
    __slots__ = ("next", "__weakref__")


head = None
for _ in range(DEPTH):
    node = Node()
    node.next = head
    head = node
del node
head = None
print("slots dropped")


class Linked:
    pass


head = None
for _ in range(DEPTH):
    node = Linked()
    node.next, head = head, node
    head = node
head = node = None
print("instances dropped")
c = None
for _ in range(DEPTH):
    c = (lambda c: lambda: c)(c)
c = None
print("closures dropped")
i = iter([])
for _ in range(DEPTH):
    i = iter([i])
i = None
print("iterators dropped")
