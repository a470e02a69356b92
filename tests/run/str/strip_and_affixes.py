# strip and its relatives, removeprefix and removesuffix.
CASES = """
'  a b  '.strip(), '  a b  '.lstrip(), '  a b  '.rstrip(), '\\t\\n a \\x0b\\u2003'.strip(), ''.strip(), '   '.strip()
'xxaxbxx'.strip('x'), 'xyzabczyx'.strip('xyz'), 'abcba'.lstrip('ab'), 'abcba'.rstrip('ab'), 'aaa'.strip('a'), 'abc'.strip('')
'日本日'.strip('日'), 'éaé'.strip('é'), '😀a😀'.rstrip('😀'), 'abc'.strip('日'), '\\x1f a'.strip(), '\\u200ba'.strip()
'www.example.com'.lstrip('cmowz.'), 'mississippi'.rstrip('ipz')
'TestHook'.removeprefix('Test'), 'TestHook'.removeprefix('Hook'), 'TestHook'.removesuffix('Hook'), 'a'.removesuffix(''), ''.removeprefix('x')
'ababa'.removeprefix('ab'), 'ababa'.removesuffix('ba'), 'x'.removeprefix('xyz')
'a'.strip(1)
'a'.strip(None)
'a'.strip(b'a')
'a'.strip('a', 'b')
'a'.removeprefix()
'a'.removeprefix(1)
'a'.removesuffix(('a',))
s = 1
[''.join(c for c in map(chr, range(256)) if c.isspace()).strip() == '']
"""

for source in CASES.strip().splitlines():
    try:
        print(source, "->", repr(eval(source)))
    except Exception as error:
        print(source, "->", type(error).__name__, error)
text = "unchanged"
print(text.strip() is text, text.removeprefix("x") == text, text.lstrip("z") == text)
