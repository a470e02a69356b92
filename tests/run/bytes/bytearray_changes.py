# Changing a bytearray in place.
b = bytearray(b"hello")
b[0] = 72
b[-1] = ord("O")
b.append(33)
b.extend(b"??")
b.extend([46, 46])
b.extend(x for x in (1, 2))
print(b, len(b))
b[1:3] = b"EEE"
b[0:0] = b">"
b[::3] = b"-----"
print(b)
del b[0], b[-2:]
del b[::2]
print(b, b.pop(), b.pop(0), b)
b.insert(1, 65); b.insert(100, 66); b.insert(-100, 67)
b.remove(66)
b.reverse()
print(b, b.copy() == b, b.copy() is b)
alias = b
b += b"xyz"
b *= 2
print(b, alias is b, b.count(b"x"), b.find(b"yz"), b.index(122))
b.clear()
print(b, bool(b), b == b"", bytearray(b"a") == b"a", bytearray(b"a") < b"b", {bytes(bytearray(b"k")): 1})
b = bytearray(range(10))
b[2:5] = []
b[5:] = range(250, 256)
b[1:3] = b
print(list(b), b[::-1], type(b[1:2]), b[1], bytearray(b"ab") + b"c", b"c" + bytearray(b"ab"), bytearray(b"ab") * 2, repr(bytearray(b"\x00'")))
print(b.upper(), bytearray(b"a-b").split(b"-"), bytearray(b" x ").strip(), bytearray(b"a").join([b"1", b"2"]), bytearray(b"%s") % b"q", bytearray(b"ab").replace(b"a", b"xx"))
for statement in ("b[0] = 256", "b[0] = -1", "b[0] = 'a'", "b[0] = b'a'", "b[100] = 1", "b[0:2] = 'ab'", "b[::2] = b'a'", "b.append(256)", "b.append('a')", "b.extend('ab')", "b.extend([300])",
                  "b.extend(5)", "b.insert(0, 'x')", "b.remove(77)", "b.remove(256)", "b.pop(100)", "del b[100]", "hash(b)", "{b: 1}", "b += 'a'", "b += 5", "b[1.5]", "b['a'] = 1", "b[0:2] = 5", "bytearray().pop()"):
    try:
        exec(statement)
        print(statement, "worked")
    except Exception as error:
        print(statement, type(error).__name__, error)
print(list(b))
