"""json.dumps and json.loads: all kinds of values, the options, hooks, and the places of errors."""

import collections
import enum
import io
import json


def show(call, *args, **options):
    """Print what the call gives, or what it raises."""
    try:
        print(call(*args, **options))
    except BaseException as error:
        print(type(error).__name__, error)


# Every kind of value in every layout.
for value in (
    1, -5, 1.5, 1e100, 1e-7, 10**30, True, None, 'a"b\\c\n\t\x00\x7fé€𝒳/', "", [], {}, [1, [2, []], {}],
    {"a": 1, "b": [1, 2], "c": {"d": None}}, (1, 2), {1: 2, None: 3, True: 4, 1.5: 6}, float("nan"),
    float("inf"), -float("inf"),
):
    show(json.dumps, value)
    show(json.dumps, value, indent=2)
    show(json.dumps, value, indent="\t", sort_keys=False)
    show(json.dumps, value, separators=(",", ":"))
    show(json.dumps, value, ensure_ascii=False)

# Keys, sorted and skipped, and what cannot be written.
show(json.dumps, {"b": 1, "a": [3, {"z": 1, "y": 2}]}, sort_keys=True, indent=4)
show(json.dumps, {(1, 2): 3})
show(json.dumps, {(1, 2): 3, "a": 1}, skipkeys=True)
show(json.dumps, {(1, 2): 3}, skipkeys=True)
show(json.dumps, object)
show(json.dumps, {1, 2})
show(json.dumps, 1j)
show(json.dumps, float("nan"), allow_nan=False)
show(json.dumps, b"x")

# Containers that hold themselves.
itself = []
itself.append(itself)
show(json.dumps, itself)
mapping = {}
mapping["a"] = mapping
show(json.dumps, mapping)


# What default makes of other objects.
class Plain:
    def __init__(self):
        self.x = 1


show(json.dumps, [Plain()], default=lambda value: value.__dict__)
show(json.dumps, Plain(), default=lambda value: 5)


class SetEncoder(json.JSONEncoder):
    def default(self, value):
        if isinstance(value, set):
            return sorted(value)
        return super().default(value)


show(json.dumps, {"s": {3, 1}}, cls=SetEncoder)
show(json.dumps, [Plain], cls=SetEncoder)
print(SetEncoder().encode({"a": {1}}))
pieces = list(json.JSONEncoder().iterencode([1, {"a": 2}]))
print(pieces == list(json.JSONEncoder().iterencode([1, {"a": 2}])))


# Subclasses of the types that are known.
class Number(enum.IntEnum):
    A = 1


class Text(str):
    pass


show(json.dumps, [Number.A, Text("x"), {Number.A: 1}])
show(json.dumps, collections.OrderedDict(b=1, a=2))
show(json.dumps, collections.namedtuple("P", "x y")(1, 2))

# Texts that are read, and texts that are refused.
for text in (
    "1", "-0", "1.5", "1e5", "-1.5E-3", '"a"', '"\\u00e9\\n\\ud835\\udcb3\\ud800"', "[]", "[1, 2 ,3]",
    '{"a": {"b": [null,true,false]}}', "NaN", "-Infinity", "Infinity", " \n[1]\t ", '"\\/"', "1E400",
    "123456789012345678901234567890", '{"a":1,"a":2}', '""', "[[[]]]", "", "[", "{", "[1,]", '{"a"}',
    '{"a":}', '{"a":1,}', "{a:1}", "[1 2]", '"abc', '"\x01"', '"\\x"', '"\\u12"', '"\\u123x"', "01", "-",
    "1.", ".5", "1e", "nul", "tru", "[1}", '{"a":1]', "1 2", "\ufeff1", "{1:2}", "'a'", "[1,\n2,\n x]",
    '"a\nb"', "--1", "+1", '"\\', '{"a":1 "b":2}', "[,1]", "{,}",
):
    show(lambda: repr(json.loads(text)))

# Bytes in the encodings that are told apart, and other arguments.
show(json.loads, b'{"a": "\xc3\xa9"}')
show(json.loads, "[1]".encode("utf-16"))
show(json.loads, "[1]".encode("utf-32-le"))
show(json.loads, b"\xef\xbb\xbf1")
show(json.loads, 5)
show(json.loads, None)
show(json.loads, bytearray(b"[]"))
show(json.loads, b"\xff")

# The hooks of the decoder.
show(json.loads, '{"a":1}', object_hook=lambda mapping: list(mapping.items()))
show(json.loads, '{"a":1,"b":{"c":2}}', object_pairs_hook=lambda p: p)
show(json.loads, "[1.5,2]", parse_float=str, parse_int=lambda x: x + "!")
show(json.loads, "[NaN]", parse_constant=str)
show(json.loads, '"a\nb"', strict=False)

# The place of an error.
try:
    json.loads('{"a":\n 1,\n "b" 2}')
except json.JSONDecodeError as e:
    print(e.msg, e.pos, e.lineno, e.colno, e.doc == ('{"a":\n 1,\n "b" 2}'))
    print(isinstance(e, ValueError))

# Files, and the rest of a text.
file = io.StringIO()
json.dump({"a": [1, 2]}, file, indent=1)
print(file.getvalue())
file.seek(0)
print(json.load(file))
print(json.JSONDecoder().raw_decode("[1] xx"))
print(json.loads(json.dumps({"k": [1.1, "é", None]})))
print(json.dumps([1, 2, [3, []], {}], indent=0))
print(json.dumps({"a": "ü"}, ensure_ascii=False))
