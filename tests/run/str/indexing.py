# Subscripts and slices of text, ASCII and not.
texts = ["", "a", "hello", "héllo", "日本語テキスト", "😀a😁b"]
slices = [slice(None), slice(1, None), slice(None, -1), slice(None, None, 2), slice(None, None, -1), slice(-3, -1), slice(10, 20),
          slice(3, 1), slice(3, 1, -1), slice(None, 2, -1), slice(-100, 100, 3), slice(1, None, -2)]
for text in texts:
    print([text[s] for s in slices])
    for i in (0, -1, 1, 4, -5, 100, -100, True):
        try:
            print(i, text[i], end="; ")
        except IndexError as error:
            print(i, error, end="; ")
    print()
t = "abc"
CASES = """
t['a']
t[1.0]
t[None]
t[1, 2]
'abc'[::0]
'abc'['a':]
'abc'[1:2.5]
'abc'[10**30]
'abc'[-10**30:10**30]
'abc'[slice(0, 2)]
'abc'.__getitem__(-1), 'abc'.__getitem__(slice(None, None, -1)), 'abc'.__len__()
len('日本'), len('😀'), [*'a😀'], list(reversed('abc')), max('hello'), min('hello'), sorted('hello')
"""
for source in CASES.strip().splitlines():
    try:
        print(source, "->", repr(eval(source)))
    except Exception as error:
        print(source, "->", type(error).__name__, error)
for statement in ("'abc'[0] = 'x'", "del 'abc'[0]", "'abc'.x = 1", "'abc' += 'd'"):
    try:
        exec(statement)
    except (TypeError, AttributeError, SyntaxError) as error:
        print(statement, "->", type(error).__name__, error)
