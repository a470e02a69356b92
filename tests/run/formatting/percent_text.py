# Printf-style formatting of text, and of bytes.
class Thing:
    def __str__(self):
        return "str"

    def __repr__(self):
        return "repr"


CASES = """
'%s|%r|%a' % ('é', 'é', 'é'), '%s %r' % (Thing(), Thing()), '%5s|%-5s|%05s' % ('ab', 'ab', 'ab'), '%.2s|%5.1s|' % ('abc', 'xyz')
'%s' % None, '%s' % [1, 'a'], '%s' % ((1, 2),), '%s' % {'a': 1}, '%s %s' % ('日本', '😀'), '%.1s' % '日本', '%5s|' % '日'
'%s' % (), 5
'%s' % (1,), '%r' % (1,), '%s%s' % ('a', 'b'), '%(x)s' % {'x': (1, 2)}, '%s' % range(3), '%s' % b'bytes', '%s' % 1.0
'%.0s|' % 'abc', '%-6.3s|' % 'abcdef', '%.100s' % 'abc', '%.3r' % 'abcdef', '%10r|' % 'a', '%-10a|' % 'é'
b'%d %s %b' % (1, b'a', b'b'), b'%x %c %c' % (255, 65, b'B'), b'%5.1f|' % 2.25, b'%r %a' % ('é', 'é'), b'%(k)s' % {b'k': b'v'}, b'%%' % ()
b'%5s|%-5s|' % (b'ab', b'cd'), bytearray(b'%d') % 5, b'%s' % bytearray(b'x'), b'%.2s' % b'abc', b'%08.3f' % 3.14159, b'%+d' % 3
b'%s' % 'a'
b'%b' % 5
b'%s' % None
b'%c' % 256
b'%c' % b'ab'
b'%d' % 'a'
b'%d' % b'1'
b'%d %d' % 1
b'abc' % 1
b'%(k)s' % {'k': b'v'}
b'%y' % 1
'%s' % Missing
"""

for source in CASES.strip().splitlines():
    try:
        print(source, "->", repr(eval(source)))
    except Exception as error:
        print(source, "->", type(error).__name__, error)


class Mapping(dict):
    def __missing__(self, key):
        return f"<{key}>"


class Subscriptable:
    def __getitem__(self, key):
        return key.upper()


print("%(a)s %(b)5s" % Mapping(a=1), "%(a)s" % Subscriptable(), "plain" % Subscriptable(), "%s" % Mapping(a=1))
template = "%-10s|%6.2f|%s"
for row in [("apple", 1.5, True), ("pear", 22.333, None)]:
    print(template % row)
