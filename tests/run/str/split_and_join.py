# split, rsplit, splitlines, partition and join.
CASES = """
'a b  c'.split(), '  a b '.split(), ''.split(), '   '.split(), 'a\\tb\\nc\\x0bd\\u2003e'.split()
'a,b,,c'.split(','), ','.split(','), ''.split(','), 'abc'.split(','), 'a--b--c'.split('--'), 'aaa'.split('aa')
'a b c d'.split(None, 2), 'a b c d'.split(maxsplit=1), 'a,b,c'.split(',', 1), 'a,b,c'.split(',', 0), 'a,b,c'.split(',', -1), ' a b '.split(None, 0)
'a b c d'.rsplit(None, 2), 'a,b,c'.rsplit(',', 1), ' a  b '.rsplit(maxsplit=1), 'a,b,c'.rsplit(','), 'aaa'.rsplit('aa')
'a b'.split(sep=None), 'a.b'.split(sep='.', maxsplit=5)
'a\\nb\\r\\nc\\rd'.splitlines(), 'a\\nb\\n'.splitlines(True), ''.splitlines(), '\\n'.splitlines(), 'a\\n\\nb'.splitlines(keepends=True)
'a\\x0bb\\x0cc\\x1cd\\x1de\\x1ef\\x85g\\u2028h\\u2029i'.splitlines()
'key=value=x'.partition('='), 'key'.partition('='), '=x'.partition('='), 'a::b::c'.rpartition('::'), 'abc'.rpartition('::'), ''.partition('x')
', '.join(['a', 'b', 'c']), ''.join([]), '-'.join('abc'), 'x'.join(['one']), '--'.join(str(i) for i in range(4)), '·'.join(('é', '日', '😀'))
'abc'.join({'k': 1}), ''.join(iter(['q', 'r'])), '\\n'.join(map(str, (1, 2)))
'a b'.split('')
'a b'.split(1)
'a b'.split(None, 'x')
'a b'.split(None, None)
'a'.partition('')
'a'.partition(1)
'a'.rpartition('')
','.join([1, 2])
','.join(['a', None])
','.join(5)
','.join(['a', b'b'])
','.join()
'日,本'.split(','), '日本語'.split('本'), 'é è'.split(), '😀 😁'.rsplit(' ', 1)
[len(s) for s in ('ab ' * 1000).split()][:3], len(('ab ' * 1000).split(' '))
"""

for source in CASES.strip().splitlines():
    try:
        print(source, "->", repr(eval(source)))
    except Exception as error:
        print(source, "->", type(error).__name__, error)
