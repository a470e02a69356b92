# len, isinstance and list.append in loops: what they are called on, and what their names lead to, changes.
class Sized:
    def __init__(self, n):
        self.n = n

    def __len__(self):
        return self.n


class Listing(list):
    def append(self, item):
        super().append(("listing", item))

    def __len__(self):
        return 100


def lengths(things):
    result = []
    for thing in things:
        try:
            result.append(len(thing))
        except (TypeError, ValueError) as error:
            result.append(str(error))
    return result


things = [[1, 2], (1,), {}, "text", b"bytes", {1, 2}, range(7), Sized(3), Sized(-1), Listing([1]), 5, None, {"a": 1}]
for _ in range(10):
    result = lengths(things)
print(result)
print(len([1, 2, 3]), len((1, 2)), len({1: 2}), len([[]] * 5))
for wrong in (lambda: len(), lambda: len([], []), lambda: len(obj=[])):
    try:
        wrong()
    except TypeError as error:
        print(error)


class Base:
    pass


class Derived(Base):
    pass


class Pretending:
    __class__ = Base


class Meta(type):
    def __instancecheck__(cls, instance):
        return instance == "magic"


class Magic(metaclass=Meta):
    pass


def kinds(things, classes):
    return [[isinstance(thing, cls) for cls in classes] for thing in things]


for _ in range(10):
    result = kinds([Base(), Derived(), Pretending(), Magic(), "magic", 1, True, Base], [Base, Derived, Magic, int, type, object, (int, str)])
for row in result:
    print(row)
try:
    isinstance(1, 1)
except TypeError as error:
    print(error)
thing = Base()
print([isinstance(thing, Derived) for _ in range(5)][-1])
thing.__class__ = Derived
print(isinstance(thing, Derived))


def fill(target, n):
    for i in range(n):
        last = target.append(i)
    return target, last


print(fill([], 20), fill(Listing(), 3)[0][:1])
import collections

print(fill(collections.deque(), 3))
shared = []
shared.append(shared)
print(len(shared), shared[0] is shared)
print([[].append(i) for i in range(3)])
for wrong in (lambda: [].append(), lambda: [].append(1, 2), lambda: list.append([]), lambda: list.append((), 1),
              lambda: [].append(item=1)):
    try:
        wrong()
    except TypeError as error:
        print(error)
append = shared.append
for i in range(5):
    append(i)
print(len(shared), list.append(shared, 9), shared[-1])


class Told:
    def __del__(self):
        print("gone")


[].append(Told())
print("after")
len([Told()])
print("after")
isinstance(Told(), Told)
print("after")


def ask(value):
    return len(value), isinstance(value, list)


print([ask([1]) for _ in range(10)][-1])
builtin_len = len
len = lambda value: "mine"
isinstance = lambda value, cls: "mine"
print(ask([1]))
del len, isinstance
print(ask([1]), builtin_len("abc"))
copies = [len, len]
print([function([1, 2]) for function in copies * 3])

# The keywords of a call with ** are a copy, whatever is called.
def changing(**kw):
    kw["added"] = 1
    return kw


def passing(*args, **kwargs):
    made = changing(*args, **kwargs)
    return made, kwargs


print([passing(a=1) for _ in range(3)][-1])
given = {"x": 1}
print(changing(**given), given)
print(dict(**given) is given, dict(*[given], **{"y": 2}))


class Mapping:
    def keys(self):
        return ["k", "l"]

    def __getitem__(self, key):
        return key * 2


def spread(mapping):
    try:
        return changing(**mapping)
    except TypeError as error:
        return str(error)


print(spread(Mapping()), spread(5), spread({1: 2}), spread(None), spread({}))


def maybe(flag):
    if flag:
        mapping = {"z": 1}
    try:
        return changing(**mapping)
    except UnboundLocalError as error:
        return str(error)


print(maybe(True), maybe(False))
