# Filling, centring, zero filling and tabs.
CASES = """
'ab'.center(7), 'ab'.center(6), 'abc'.center(6), 'abc'.center(7, '*'), 'ab'.center(1), 'ab'.center(-5), ''.center(3, 'x')
'a'.center(4, '-'), 'ab'.center(5, '-'), 'abc'.center(4, '-'), 'abcd'.center(7, '日')
'ab'.ljust(5), 'ab'.ljust(5, '.'), 'ab'.ljust(2), 'ab'.rjust(5), 'ab'.rjust(5, '日'), '日'.rjust(3, '.')
'42'.zfill(5), '-42'.zfill(5), '+42'.zfill(5), '--42'.zfill(6), ''.zfill(3), '-'.zfill(3), 'abc'.zfill(2), '日'.zfill(3)
'a\\tb'.expandtabs(), 'a\\tb'.expandtabs(4), 'a\\tb\\n\\tc'.expandtabs(4), 'a\\tb'.expandtabs(0), 'a\\tb'.expandtabs(tabsize=2), '\\t\\t'.expandtabs(3)
'abcdefgh\\tx'.expandtabs(), 'a\\r\\tb'.expandtabs(4), 'a\\tb'.expandtabs(-1), '日\\t本'.expandtabs(4)
'ab'.center(5, '')
'ab'.center(5, 'xy')
'ab'.ljust(5, 1)
'ab'.rjust('5')
'ab'.zfill()
'ab'.zfill(2.5)
'ab'.center(10**30)
'ab'.expandtabs('x')
"""

for source in CASES.strip().splitlines():
    try:
        print(source, "->", repr(eval(source)))
    except Exception as error:
        print(source, "->", type(error).__name__, error)
