# Bytes as numbers and bits: checksums, bases, packing by hand.
data = bytes(range(256))
crc = 0xFFFFFFFF
for byte in data:
    crc ^= byte
    for _ in range(8):
        crc = crc >> 1 ^ (0xEDB88320 if crc & 1 else 0)
print(hex(crc ^ 0xFFFFFFFF), sum(data), data[::-51], bytes(reversed(data))[:4], bytes(b ^ 0xFF for b in data[:4]), data.count(0), max(data))
a, b = 1, 0
for byte in b"Wikipedia":
    a = (a + byte) % 65521
    b = (b + a) % 65521
print(hex(b << 16 | a))
ALPHABET = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"


def base64(raw):
    out = bytearray()
    for i in range(0, len(raw), 3):
        chunk = raw[i:i + 3]
        n = int.from_bytes(chunk + bytes(3 - len(chunk)), "big")
        out += bytes(ALPHABET[n >> shift & 63] for shift in (18, 12, 6, 0))[:len(chunk) + 1] + b"=" * (3 - len(chunk))
    return bytes(out)


def unbase64(text):
    text = text.rstrip(b"=")
    n = 0
    for c in text:
        n = n << 6 | ALPHABET.index(c)
    size = len(text) * 6 // 8
    return (n >> (len(text) * 6 - size * 8)).to_bytes(size, "big")


for raw in (b"", b"f", b"fo", b"foo", b"foob", b"fooba", b"foobar", bytes(range(0, 256, 5))):
    print(base64(raw), unbase64(base64(raw)) == raw)
print([n.to_bytes(4, "big") for n in (0, 1, 2**32 - 1)], [(-n).to_bytes(2, "little", signed=True) for n in (1, 128, 32768)], int.from_bytes(b"\x80\x00", "big", signed=True), int.from_bytes(data, "little") % 1000007)
varint = lambda n: bytes([n & 127 | 128]) + varint(n >> 7) if n > 127 else bytes([n])
print([varint(n) for n in (0, 127, 128, 300, 2**21)], varint(10**10).hex(" "))
buffer = bytearray(16)
view = memoryview(buffer)
view[0:4] = (2021).to_bytes(4, "little")
view[4:8] = b"abcd"
view.cast("H")[4] = 65535
view.cast("q")[1:2].tolist()
print(buffer, view[:4].tobytes(), int.from_bytes(view[8:10], "little"), view[4:8] == b"abcd", bytes(view[4:8]).decode())
rot = bytes.maketrans(bytes(range(97, 123)), bytes(range(110, 123)) + bytes(range(97, 110)))
print(b"uryyb".translate(rot), b"hello".translate(rot), "".join(f"{x:08b}" for x in b"Hi"), bytes(int("".join(bits), 2) for bits in zip(*[iter("0100100001101001")] * 8)), b"\x01\x02".hex(), bytes.fromhex("de ad be ef").hex("-", 2))
utf8 = "é日😀".encode()
print([hex(x) for x in utf8], [len(c.encode()) for c in "aé日😀"], utf8[:2].decode(), [bin(x)[2:].zfill(8)[:4] for x in utf8])
