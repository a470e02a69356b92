# match on sequences and mappings.
import collections


def seq(v):
    match v:
        case []:
            return "empty"
        case [x]:
            return f"one {x}"
        case [1, 2]:
            return "1 2"
        case [1, *rest]:
            return f"1 then {rest}"
        case (*start, "end"):
            return f"{start} end"
        case [a, [b, *_], c]:
            return f"nested {a} {b} {c}"
        case [_, _, *_, last]:
            return f"long, last {last}"
        case [x, y] as both:
            return f"pair {x} {y} {both!r}"
        case _:
            return "no sequence"


for v in ([], (), [5], (5,), [1, 2], [1, 2, 3], (1,), ["a", "b", "end"], [2, [3, 4], 5], [2, "ab", 5], [9, 8], range(3), range(2), "ab", b"ab", bytearray(b"xy"), {1, 2}, {1: 2}, iter([1]), collections.deque([1, 7]), memoryview(b"ab"), None, 5):
    print(type(v).__name__, seq(v))


def mapping(m):
    match m:
        case {"type": "point", "x": x, "y": y}:
            return f"point {x} {y}"
        case {"type": "circle", "r": int() | float() as r, **rest}:
            return f"circle {r} {rest}"
        case {"items": [first, *_]}:
            return f"first {first}"
        case {1: a, None: b, -1.5: c}:
            return f"literals {a} {b} {c}"
        case {"nested": {"deep": value}}:
            return f"deep {value}"
        case {**everything} if everything:
            return f"rest {everything}"
        case {}:
            return "any mapping"
        case _:
            return "no mapping"


for m in ({"type": "point", "x": 1, "y": 2, "z": 3}, {"type": "circle", "r": 1.5, "c": "red"}, {"type": "circle", "r": "x"}, {"items": (7, 8)}, {"items": []}, {1: "one", None: "n", -1.5: "f"}, {"nested": {"deep": 5}}, {}, {"a": 1}, [], None, collections.OrderedDict(x=1), collections.defaultdict(list, items=[3])):
    print(mapping(m))


class Default(dict):
    def __missing__(self, key):
        return "missing was called"


match Default(a=1):
    case {"b": x}:
        print("no", x)
    case {"a": x}:
        print("a", x)


class Seq(collections.UserList if hasattr(collections, "UserList") else list):
    pass


match Seq([1, 2]):
    case [a, b]:
        print("Seq", a, b)


class NotSequence:
    def __len__(self):
        return 2

    def __getitem__(self, i):
        return i


match NotSequence():
    case [a, b]:
        print("matched")
    case _:
        print("not registered as a sequence")


class Sub(tuple):
    pass


match Sub((1, 2, 3)):
    case (1, *mid, 3):
        print(mid, type(mid).__name__)
key = "k"


class Keys:
    K = "k"


match {"k": 1, "l": 2}:
    case {Keys.K: v, **others}:
        print(v, others)
for source in ("match x:\n case [*a, *b]: pass", "match x:\n case {**a, 'b': 1}: pass", "match x:\n case {'a': 1, 'a': 2}: pass", "match x:\n case {a: 1}: pass", "match x:\n case a: pass\n case b: pass", "match x:\n case _: pass\n case 1: pass", "match x:\n case a | 1: pass", "match x:\n case [a, a]: pass", "match x:\n case a | b: pass",
               "match x:\n case (1 | a) | 2: pass", "match x:\n case {'k': v, **_}: pass", "match x:\n case 1 + 2: pass", "match x:\n case f'a': pass", "match x:\n case -'a': pass", "match x:\n case C(a=1, a=2): pass", "match x:\n case C(a=1, 2): pass", "match x:\n case a.b(): pass", "match x:\n pass", "match x:\n case 1 as _: pass", "match x:\n case {1, 2}: pass", "match x:\n case *a: pass", "match x:\n case [1, 2] | [a]: pass", "match x:\n case 1 as a.b: pass"):
    try:
        compile(source, "s", "exec")
        print(repr(source), "compiles")
    except SyntaxError as error:
        print(repr(source), "|", error.msg)
