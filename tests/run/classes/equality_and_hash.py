# __eq__, __ne__, __hash__, __lt__ and friends across types and subclasses.
class V:
    def __init__(self, n):
        self.n = n

    def __eq__(self, other):
        if not isinstance(other, V):
            return NotImplemented
        print("eq", type(self).__name__, self.n, other.n, end="; ")
        return self.n == other.n

    def __hash__(self):
        return hash(("V", self.n))

    def __lt__(self, other):
        return self.n < other.n if isinstance(other, V) else NotImplemented


class Sub(V):
    def __eq__(self, other):
        print("sub eq", end=" ")
        return super().__eq__(other)


class Same(V):
    pass


a, b, c = V(1), V(1), V(2)
print(a == b, a != b, a == c, a == 1, a != 1, 1 == a, a in [c, b], [a] == [b], a is b, {a: "x"}[b], len({a, b, c}), a < c, c > a, max(a, c).n, sorted([c, a])[0].n)
print(V(1) == Sub(1), Sub(1) == V(1), V(1) == Same(1), V(1) != Sub(2))
print(Sub.__hash__, V.__hash__ is not None, Same.__hash__ is V.__hash__)
for f in (lambda: hash(Sub(1)), lambda: {Sub(1)}, lambda: a <= b, lambda: a < 5, lambda: 5 > a, lambda: sorted([a, 5])):
    try:
        print(f())
    except TypeError as error:
        print(error)


class HashOnly:
    def __hash__(self):
        return 42


class BadHash:
    def __hash__(self):
        return "text"


class BigHash:
    def __hash__(self):
        return 2**70 + 5


class MinusOne:
    def __hash__(self):
        return -1


class BoolEq:
    def __eq__(self, other):
        return []


class NoneHash:
    __hash__ = None


class Explicit(V):
    __hash__ = V.__hash__

    def __eq__(self, other):
        return True


print(hash(HashOnly()), HashOnly() == HashOnly(), hash(BigHash()) == hash(2**70 + 5), hash(MinusOne()), BoolEq() == 1, BoolEq() != 1, 5 in [BoolEq()], [BoolEq()] == [1], Explicit(1) == "anything", hash(Explicit(1)) == hash(V(1)))
for o in (BadHash(), NoneHash(), BoolEq()):
    try:
        print(hash(o))
    except TypeError as error:
        print(error)
x = object()
print(x == x, x != x, x == object(), hash(x) == hash(x), x.__eq__(5), x.__ne__(5), x.__ne__(x), x.__lt__(x), object.__eq__(1, 1), (1).__eq__(1.0), "a".__ne__(5))


class OnlyLt:
    def __lt__(self, other):
        return "lt"


class OnlyGt:
    def __gt__(self, other):
        return "gt"


print(OnlyLt() < 5, 5 > OnlyLt(), OnlyGt() > 5, 5 < OnlyGt(), OnlyLt() < OnlyGt(), OnlyGt() > OnlyLt(), min(OnlyLt(), OnlyLt()) is not None)


class Ne:
    def __ne__(self, other):
        return "ne called"


print(Ne() != 1, Ne() == 1, not (Ne() == 1))
print({V(i % 3): i for i in range(7)} == {V(0): 6, V(1): 4, V(2): 5})
