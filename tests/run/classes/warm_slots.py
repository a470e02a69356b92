# Attribute accesses that ran many times before their class, slot or object changes under them.
class Pair:
    __slots__ = ("left", "right")

    def __init__(self, left, right=None):
        self.left = left
        self.right = right


def total(pairs):
    return sum([pair.left for pair in pairs])


def put(pair, value):
    pair.right = value
    return pair.right


pairs = [Pair(i, i) for i in range(50)]
print(total(pairs), [put(pair, 7) for pair in pairs[:3]])

# Deleted, then set again.
del pairs[3].left
try:
    total(pairs)
except AttributeError as error:
    print("AttributeError", error)
pairs[3].left = 1000
print(total(pairs))
del pairs[4].right
print(put(pairs[4], "again"))

# The slot's descriptor goes, and comes back on the class as something else.
descriptor = Pair.left
del Pair.left
try:
    total(pairs)
except AttributeError as error:
    print("AttributeError", error)
Pair.left = property(lambda self: 1)
print(total(pairs))
Pair.left = 5
print(total(pairs))
try:
    pairs[0].left = 1
except AttributeError as error:
    print("AttributeError", error)
Pair.left = descriptor
print(total(pairs), descriptor.__get__(pairs[1]))


# A descriptor of another class in the way.
class Other:
    __slots__ = ("left",)


Pair.left = Other.left
try:
    total(pairs)
except TypeError as error:
    print("TypeError", error)
try:
    put(pairs[0], 1)
    pairs[0].left = 4
except TypeError as error:
    print("TypeError", error)
Pair.left = descriptor


# Subclasses with and without a dict share the accesses.
class Triple(Pair):
    __slots__ = ("third",)


class Loose(Pair):
    pass


mixed = [Pair(1), Triple(2), Loose(3)] * 20
print(total(mixed))
for thing in mixed:
    put(thing, thing.left)
loose = mixed[2]
loose.extra = "in the dict"
print(loose.__dict__, loose.right, total(mixed))
loose.__dict__["left"] = "hidden by the slot"
print(loose.left, total(mixed))
Triple.left = 100
print(total(mixed))
Loose.left = property(lambda self: self.extra if "extra" in self.__dict__ else 0)
try:
    print(total(mixed[:2]), total([mixed[5]]), [thing.left for thing in mixed[:3]])
except TypeError as error:
    print("TypeError", error)


# Objects change their class.
class One:
    __slots__ = ("a", "b")


class Two:
    __slots__ = ("a", "b")

    def kind(self):
        return "two"


def read(thing):
    return thing.a, thing.b


def kind(thing):
    try:
        return thing.kind()
    except AttributeError:
        return "one"


thing = One()
thing.a, thing.b = 1, 2
print([read(thing) for _ in range(30)][-1], [kind(thing) for _ in range(30)][-1])
thing.__class__ = Two
print(read(thing), kind(thing))
thing.__class__ = One
print(read(thing), kind(thing))
