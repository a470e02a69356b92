# replace, translate and maketrans.
CASES = """
'banana'.replace('a', 'o'), 'banana'.replace('an', ''), 'banana'.replace('', '-'), 'banana'.replace('a', 'xyz', 2), 'banana'.replace('a', 'b', 0)
''.replace('', 'x'), ''.replace('a', 'x'), 'abc'.replace('', '-', 2), 'aaa'.replace('aa', 'b'), 'abc'.replace('abc', ''), 'abc'.replace('x', 'y')
'日本日'.replace('日', 'x'), 'xax'.replace('x', '日'), 'abc'.replace('b', '😀'), '😀b'.replace('😀', ''), 'a' * 5 .__add__(0)
'abc'.replace('b', 'bb', -1), 'a.b.c'.replace('.', '')
'hello'.translate({104: 'J', 101: None, 108: 'LL'}), 'abc'.translate({97: 98, 98: 97}), 'abc'.translate({}), 'ab日'.translate({0x65e5: 'day'})
'hello'.translate(str.maketrans('el', 'ip')), 'hello'.translate(str.maketrans('el', 'ip', 'o')), str.maketrans({'a': 'x', 98: 'y', 'c': None})
str.maketrans('ab', 'cd', 'ef'), 'abcdef'.translate(str.maketrans('', '', 'ace'))
'abc'.translate('xyz' * 40), 'abc'.translate([None] * 97 + ['A', 'B'])
'abc'.replace('a')
'abc'.replace(1, 'a')
'abc'.replace('a', None)
'abc'.replace('a', 'b', 'c')
'abc'.translate()
'abc'.translate(5)
'abc'.translate({97: 1.5})
'abc'.translate({97: 0x110000})
str.maketrans('ab', 'c')
str.maketrans('ab')
str.maketrans({'ab': 1})
str.maketrans({1.5: 1})
str.maketrans('a', 'b', 1)
"""

for source in CASES.strip().splitlines():
    try:
        print(source, "->", repr(eval(source)))
    except Exception as error:
        print(source, "->", type(error).__name__, error)


class Upper:
    def __getitem__(self, code):
        if chr(code) in "aeiou":
            return chr(code).upper()
        if code == ord("x"):
            return None
        raise LookupError


print("example text".translate(Upper()))
