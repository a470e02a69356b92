# The methods bytes shares with text.
CASES = """
b'banana'.find(b'an'), b'banana'.find(97), b'banana'.find(b'x'), b'banana'.rfind(b'a', 0, 4), b'banana'.index(b'nan'), b'banana'.count(b'a'), b'banana'.count(110), b'banana'.count(b'')
b'ban' in b'banana', 98 in b'banana', b'' in b'', 0 in b'abc', bytearray(b'an') in b'banana'
b'a,b,,c'.split(b','), b' a  b '.split(), b'a b c'.split(None, 1), b'a,b,c'.rsplit(b',', 1), b'a\\nb\\r\\nc'.splitlines(), b'a\\x0bb\\x1cc'.splitlines(), b'a\\nb\\n'.splitlines(True)
b'k=v'.partition(b'='), b'k'.rpartition(b'='), b','.join([b'a', bytearray(b'b'), memoryview(b'c')]), b''.join([]), b'-'.join(iter([b'x']))
b' x '.strip(), b'xxaxx'.strip(b'x'), b'abc'.lstrip(b'ab'), b'abc'.rstrip(b'bc'), b'Test1'.removeprefix(b'Test'), b'Test1'.removesuffix(b'1')
b'abc'.upper(), b'ABC'.lower(), b'hello world'.title(), b'aBc'.swapcase(), b'hELLO'.capitalize(), b'\\xe9'.upper()
b'ab'.center(6, b'*'), b'ab'.ljust(4), b'ab'.rjust(4, b'0'), b'-5'.zfill(4), b'a\\tb'.expandtabs(4)
b'banana'.replace(b'a', b'o'), b'banana'.replace(b'an', b'', 1), b'ab'.replace(b'', b'-'), b'abc'.translate(None, b'b'), b'abc'.translate(bytes(range(256)).upper()), b'abc'.translate(bytes.maketrans(b'ab', b'xy'), b'c')
b'abc'.startswith(b'a'), b'abc'.startswith((b'x', b'ab')), b'abc'.endswith(b'bc', 1), b'abc'.startswith(b'')
b'abc'.isalpha(), b'ab1'.isalnum(), b'12'.isdigit(), b' \\t'.isspace(), b'AB'.isupper(), b'ab'.islower(), b'Ab C'.istitle(), b'\\x80'.isascii(), b''.isascii(), b''.isalpha()
b'\\xff\\x00'.hex(), b'\\x01\\x02\\x03'.hex('-'), b'\\x01\\x02\\x03\\x04\\x05'.hex(':', 2), b'\\x01\\x02\\x03\\x04\\x05'.hex(' ', -2), b''.hex(), b'ab'.hex(b'_')
b'abc'.decode(), b'abc'[0], b'abc'[-1], b'abc'[1:], b'abc'[::-1], b'abc' + b'd', b'ab' * 2, 2 * b'ab', b'abc' + bytearray(b'd'), len(b'abc')
b'a' == b'a', b'a' == bytearray(b'a'), b'a' == 'a', b'a' < b'b', b'a' < b'aa', b'abc' == memoryview(b'abc'), hash(b'a') == hash(b'a'), list(b'abc'), max(b'abc')
b'abc'.find('a')
b'abc'.find(256)
b'abc'.index(b'x')
b'abc'.split('b')
b'abc'.split(b'')
b','.join(['a'])
b','.join([1])
b'abc'.strip('a')
b'abc'.replace('a', b'b')
b'abc'.startswith('a')
b'abc'.startswith((b'a', 'b'))
b'abc'.center(5, '*')
b'abc'.center(5, b'**')
b'abc'.translate(b'short')
b'abc'.hex('ab')
b'abc'.hex('é')
bytes.maketrans(b'a', b'bc')
'a' in b'abc'
256 in b'abc'
b'a' + 'a'
b'a' + 1
b'a' < 'a'
b'a' * b'b'
b'abc'[10]
int(b'0x1f', 16), float(b'1.5'), b'%d' % 5, bytes(b'a').__class__, b'a'.__add__(b'b'), b'ab'.__contains__(97), b'a'.__mul__(3)
"""

for source in CASES.strip().splitlines():
    try:
        print(source, "->", repr(eval(source)))
    except Exception as error:
        print(source, "->", type(error).__name__, error)
for statement in ("b'a'[0] = 1", "del b'a'[0]", "b'a'.x = 1"):
    try:
        exec(statement)
    except (TypeError, AttributeError) as error:
        print(statement, error)
