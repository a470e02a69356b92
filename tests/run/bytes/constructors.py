# bytes() and bytearray() from everything they take.
CASES = """
bytes(), bytes(3), bytes(b'ab'), bytes([1, 2, 255]), bytes('é', 'utf-8'), bytes(range(5)), bytes(bytearray(b'x')), bytes(memoryview(b'yz')), bytes(iter([65])), bytes((1,))
bytes('é', 'latin-1'), bytes('é', 'ascii', 'replace'), bytes(encoding='ascii', source='a'), bytes(0), bytes(True), bytes({1: 2})
bytearray(), bytearray(2), bytearray(b'ab'), bytearray([1]), bytearray('a', 'ascii'), bytearray(x for x in b'gen')
b'a' b'b', rb'\\x', bR'\\n', B'q', b'''multi''', b'\\x41\\101\\n\\0'
bytes.fromhex('00ff 41'), bytes.fromhex(' 0a\\n0B '), bytearray.fromhex('Ab'), bytes.fromhex('')
bytes('a')
bytes(-1)
bytes([256])
bytes([-1])
bytes(['a'])
bytes(1.5)
bytes(None)
bytes(5, 'ascii')
bytes(b'a', 'ascii')
bytes([1], errors='strict')
bytes(1, 2, 3, 4)
bytes(10**30)
bytes.fromhex('0')
bytes.fromhex('0g')
bytes.fromhex('0 0')
bytes.fromhex(b'00')
bytearray(-1)
bytearray('a')
bytearray([300])
bytearray.fromhex('é')
"""

for source in CASES.strip().splitlines():
    try:
        print(source, "->", repr(eval(source)))
    except Exception as error:
        print(source, "->", type(error).__name__, error)


class WithBytes:
    def __bytes__(self):
        return b"made"


class Wrong:
    def __bytes__(self):
        return "text"


class Indexed:
    def __index__(self):
        return 2


print(bytes(WithBytes()), bytes(Indexed()), bytearray(Indexed()))
try:
    bytes(Wrong())
except TypeError as error:
    print(error)
