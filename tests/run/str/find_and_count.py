# Searching within text, with positions of every kind.
CASES = """
'banana'.find('an'), 'banana'.find('an', 2), 'banana'.find('an', -3), 'banana'.find('x'), 'banana'.find('')
'banana'.find('', 6), 'banana'.find('', 7), 'banana'.find('a', 10), 'banana'.find('an', 1, 2), 'banana'.find('na', None, -1)
'banana'.rfind('an'), 'banana'.rfind('an', 0, 4), 'banana'.rfind('x'), 'banana'.rfind(''), 'banana'.rfind('', 2, 4)
'banana'.index('nan'), 'banana'.rindex('a')
'banana'.index('x')
'banana'.rindex('x')
'banana'.count('a'), 'banana'.count('ana'), 'banana'.count(''), 'banana'.count('a', 2), 'banana'.count('a', 2, 4), ''.count('')
'banana'.count('', 10), 'banana'.count('', 6)
'an' in 'banana', '' in 'banana', 'x' in 'banana', 'banana' in 'an', '' in '', 'nan' not in 'banana'
'日本語日本'.find('日', 1), '日本語'.count('本'), 'a日b'.index('b'), '😀x😀'.rfind('😀'), 'abc'.find('日')
'banana'.startswith('ban'), 'banana'.startswith('an', 1), 'banana'.startswith(('x', 'b')), 'banana'.startswith(''), 'banana'.startswith('', 7)
'banana'.startswith(()), 'banana'.endswith('na'), 'banana'.endswith(('x', 'ana')), 'banana'.endswith('an', 0, -1), 'banana'.endswith('banana!')
'a' * 1000 + 'b' in 'a' * 5000 + 'b', ('ab' * 500).find('ba' * 200), ('x' * 300 + 'y').find('xy')
'banana'.find()
'banana'.find(1)
'banana'.find('a', 'b')
'banana'.find('a', 1.0)
1 in 'banana'
None in ''
'banana'.startswith(1)
'banana'.startswith(['b'])
'banana'.endswith(('a', 1))
'banana'.endswith((1, 'a'))
'banana'.count()
'banana'.index('a', 5, 100), 'banana'.index('a', -100, 100), 'banana'.find('a', 10**30), 'banana'.find('a', -10**30)
"""

for source in CASES.strip().splitlines():
    try:
        print(source, "->", repr(eval(source)))
    except Exception as error:
        print(source, "->", type(error).__name__, error)
