# marshal: every type there and back, versions, and damaged data.
import marshal

values = [None, True, False, ..., StopIteration, 0, 1, -1, 255, 2**31 - 1, 2**31, -(2**31), 2**70, -(2**100), 0.0, -0.0, 1.5, 1e300, float("inf"), 1j, -1.5 + 2j, "", "abc", "é", "日本", "😀", "a" * 300, "\ud800", b"", b"bytes\x00", b"x" * 300, (), (1,), (1, (2, "three")), tuple(range(300)), [], [1, [2]], {}, {"k": [1], 2: None}, {1, 2}, frozenset([3]), frozenset(), bytearray(b"ba"), memoryview(b"mv")]
for v in values:
    for version in range(5):
        data = marshal.dumps(v, version)
        back = marshal.loads(data)
        if version == 2 and len(data) < 60:
            print(repr(v) if v != "\ud800" else "surrogate", data)
        if back != v and not isinstance(v, (bytearray, memoryview)):
            print("differs", version, back)
print(marshal.version)
lst = [1]
lst.append(lst)
copy = marshal.loads(marshal.dumps(lst))
print(copy[1] is copy)
code = compile("def f(a, *b):\n  '''doc'''\n  return [x + a for x in b]\nprint(f(10, 1, 2))", "m.py", "exec")
data = marshal.dumps(code)
again = marshal.loads(data)
exec(again)
print(again == code, again.co_consts[0].co_name, marshal.dumps(again) == marshal.dumps(marshal.loads(marshal.dumps(again))) or "ref flags differ", again.co_filename)
for v in (object(), len, int, {"k": object()}, [lambda: 0], 1 .__class__, Exception(), range(3), slice(1)):
    try:
        marshal.dumps(v)
        print("dumped")
    except ValueError as error:
        print(error)
for bad in (b"", b"i", b"i\1\2", b"z", b"(\xff\xff\xff\xff", b"s\5\0\0\0ab", b"u\1\0\0\0\xff", b"r\0\0\0\0", b"[\1\0\0\0", b"l\1\0\0\0\0\x80", b"l\1\0\0\0\0\0", b"{i\1\0\0\0", b"c", b"\0", b"f\3abc", b"x\0\0\0\0\0\0\0\0", b"(\1\0\0\0r\0\0\0\0", b">\1\0\0\0[\0\0\0\0", b"N extra", data[:50], b"?", b"0"):
    try:
        print(bad[:10], marshal.loads(bad))
    except Exception as error:
        print(bad[:10], type(error).__name__, error)
with open("m.bin", "wb") as f:
    marshal.dump([1, "two"], f)
    marshal.dump({"three": 3}, f)
with open("m.bin", "rb") as f:
    print(marshal.load(f), marshal.load(f))
    try:
        marshal.load(f)
    except EOFError as error:
        print(error)
deep = []
for _ in range(1500):
    deep = [deep]
try:
    print(len(marshal.dumps(deep)))
except ValueError as error:
    print(error)
for args in ((), (1, 2, 3), ("text",), (5,)):
    try:
        marshal.loads(*args)
    except TypeError as error:
        print(error)
