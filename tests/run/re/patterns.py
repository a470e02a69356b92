"""re: what patterns match and which are refused, the objects' attributes, templates of sub, split, scanning."""

import copy
import re


def show(call, *args, **options):
    """Print what the call gives, or what it raises."""
    try:
        print(call(*args, **options))
    except BaseException as error:
        print(type(error).__name__, error, getattr(error, "pos", ""))


def try_everywhere(pattern, text, flags=0):
    """Print what every function of re makes of the pattern on the text."""
    for function in ("match", "search", "fullmatch"):
        try:
            found = getattr(re, function)(pattern, text, flags)
        except BaseException as e:
            print(pattern, type(e).__name__, e, getattr(e, "pos", ""))
            return
        print(repr(pattern), repr(text), function)
        print(found and (found.span(), found.groups(), found.lastindex, found.lastgroup, found.groupdict()))
    print(
        re.findall(pattern, text, flags),
        re.split(pattern, text, flags=flags),
        re.sub(pattern, "-", text, flags=flags),
    )
    print([found.span() for found in re.finditer(pattern, text, flags)])


# Every construct on a text that shows what it does.
for pattern, text in [
    ("a", "abc"), ("b", "abc"), ("", ""), ("", "abc"), ("a*", "baaac"), ("a*?", "aaa"), ("a+?b", "aaab"),
    ("(a)(b)?", "ab"), ("(a)(b)?", "ac"), ("(a|ab)(c|bcd)(d*)", "abcd"), ("^a", "ba\na"), ("a$", "ba\n"),
    (r"\bfoo\b", "a foo b"), (r"\Bo", "foo"), (r"\d+", "a12b345"), (r"[a-c]+", "xabcx"),
    (r"[^a-c]+", "xabcx"), (r"[]a]", "a]"), (r"[a-]", "-a"), ("(?:ab)+", "ababx"), ("(ab)+", "ababx"),
    ("(?P<x>a)(?P<y>b)?", "a"), (r"(?P<x>a)(?P=x)", "aa"), (r"(a)\1", "aa"), ("a{2}", "aaaa"),
    ("a{2,}", "aaaa"), ("a{,2}", "aaaa"), ("a{1,2}?", "aaaa"), ("a{", "a{"), ("a{x}", "a{x}"),
    ("x*", "axb"), ("(x)*", "axb"), ("(a*)*", "aab"), ("(a*)+", "aab"), ("(a|b)*", "abab"),
    ("(?=a)ab", "ab"), ("(?!a)b", "ab"), ("(?<=a)b", "ab"), ("(?<!a)b", "ab"), ("(?i)ABC", "xabc"),
    ("(?i:a)B", "aB"), ("(?s).", "\n"), (".", "\n"), ("(?m)^.$", "a\nb"), ("(?x) a b # c", "ab"),
    ("(a)?(?(1)b|c)", "ab"), ("(a)?(?(1)b|c)", "c"), ("(?P<q>a)?(?(q)b|c)", "bc"),
    (r"\w+", "héllo wörld_1"), (r"(?a)\w+", "héllo"), (r"\s", "a b\t"), (r"\S+", "a b"), (r"\D", "1a"),
    (r"\W", "a!"), (r"\x41\u0042\n", "AB\n"), (r"\0", "\0"), (r"[\d\-x]+", "1-x"), ("a|b|", "c"),
    ("(?:)", "a"), ("((a)(b)c)(d)", "abcd"), ("(.*)(\\d+)", "abc123"), ("(.*?)(\\d+)", "abc123"),
    ("(a+)+$", "aaaaaaaaaa!"), ("(a(b)?)+", "aba"), ("(?:(a)|b)*", "ab"), ("(?:(a)|(b))+", "aba"),
    (r"(?<=(a))b", "ab"), (r"(?=(a+))a*b\1", "aaab"), (r"[\]]", "]"), ("é", "É"), ("(?i)é", "É"),
    ("(?i)straße", "STRASSE"), ("(?i)[k]", "\u212a"), ("\U0001f600+", "😀😀"), (".", "😀"),
    (r'"(?:[^"\\]|\\.)*"', 'say "a\\"b" x'), (r"^\s*(\w+)\s*=\s*(.*?)\s*$", "  key = value  "),
    (r"(\d{1,3})(?=(\d{3})+$)", "1234567"), (r"\.", "a.b"), ("a.c", "a\nc"), ("(?P<a>x)|(?P<b>y)", "y"),
    (r"\Z", "ab\n"), ("$", "ab\n"), (r"\A\w", "ab"),
]:
    try_everywhere(pattern, text)

# Patterns that are refused, and some that only look wrong.
for pattern in [
    "(", ")", "[", "a**", "*", "a{2,1}", "(?P<x", "(?P<1>a)", "(?P<x>a)(?P<x>b)", r"\1", r"(\1)", r"(?P=y)",
    "(?z)", "(?", "(?P", "(?Px)", "[b-a]", r"\q", "\\", "(?<a)", "(?<=a*)b", "(?(1)a|b|c)", "(?(0)a)",
    "(?(x)a)", "[a", r"[\d-z]", "(?#abc", "a{99999999999}", r"\x4", r"\u12", r"\400", "(?i", "(?-i)",
    "(?i-i:a)", "(?L)a", "(?au)a", "(?:", "(?=a", "(a", "a)", "(?P<>a)", "(?P=)", "+a", "a|*", "(?:a",
    "(?P<x y>a)", "[]", "[^]", "(?P<x>a", "(a)(?P=x)", "a", "(?i)+", "^*", "(?:)*", "(*a)", "{1}",
    "x{1}{2}", "(?-:a)", "(?-x", "(?ix-s:A.)", "(?<", "(?<=", "(?<!a|bc)x", "(?(1", "(?(", "\\8", "\\07",
    "[\\8]", "[\\A]", "(?P>a)",
]:
    show(re.compile, pattern)

# Patterns of bytes.
for pattern in [b"a", b"\\w+", b"[\xe9]", b"(?i)\xc9"]:
    print(re.findall(pattern, b"ab \xe9\xc9"))

# Text against bytes, and flags that do not fit.
show(re.match, "a", b"a")
show(re.match, b"a", "a")
show(re.match, "a", 5)
show(re.match, 5, "a")
show(re.compile, re.compile("a"), re.I)
show(re.compile, b"a", re.U)
show(re.compile, "a", re.L)
show(re.compile, "a", re.A | re.U)

# How patterns and flags look.
print(re.compile("a"), re.compile("a", re.I | re.M), re.compile(b"a", re.A))
print(re.compile("a").flags, re.compile("(?i)a").flags)
print(re.compile("a", re.I) == re.compile("a", re.I), re.compile("(?P<n>a)(b)").groupindex)
print(re.compile("(a)").groups, re.compile("x" * 300))
print(repr(re.I | re.M), repr(re.I), re.I.value, repr(~re.I), repr(re.A))

# The attributes of a match.
match = re.match("(?P<a>.)(.)?(z)?", "ab")
print(
    match, match[0], match["a"], match.group("a", 2, 3), match.groups("D"), match.groupdict(),
    match.start(2), match.end(),
)
print(
    match.span(3), match.string, match.re, match.pos, match.endpos, match.lastindex, match.lastgroup,
    match.regs,
)
print(match.expand(r"\2\1\g<a>\g<0>"), bool(match))
show(match.group, 5)
show(match.group, "zz")
show(lambda: match[None])
show(match.start, 9)

# Replacements: templates, functions, and the templates that are refused.
show(re.sub, "(a)(b)?", r"[\1\2]", "abac")
show(re.sub, "a", lambda found: found.group().upper(), "banana")
show(re.sub, "a", "x", "banana", 2)
show(re.subn, "a", "x", "banana")
show(re.sub, "(?P<n>a)", r"\g<n>\g<1>\n\\", "ba")
show(re.sub, "a", r"\5", "a")
show(re.sub, "a", r"\g<q>", "a")
show(re.sub, "a", r"\q", "a")
show(re.sub, "a", "\\", "a")
show(re.sub, "a", r"\g", "a")
show(re.sub, "a", r"\g<", "a")
show(re.sub, "a", r"\g<>", "a")
show(re.sub, "a", r"\g<1x>", "a")
show(re.sub, "a", lambda found: 5, "a")
show(re.sub, "a", r"\x", "a")
show(re.sub, "x*", "-", "abxd")
show(re.sub, "", "-", "abc")
show(re.sub, "a", r"\.", "a")
show(re.sub, "(a)", r"\1\060", "a")
show(re.sub, b"a", b"\\g<0>b", b"aa")
show(re.sub, "a", b"b", "a")

# split, escape and findall.
show(re.split, r"[,;]\s*", "a, b;c")
show(re.split, r"(,)", "a,b,c")
show(re.split, "", "abc")
show(re.split, ",", "a,b,c", 1)
show(re.split, "(a)|b", "xaybz")
show(re.split, r"\b", "hi you")
show(re.escape, "a.b*c [x]-é_1")
show(re.escape, b"a.b")
show(re.findall, "(a)(b)?", "abaa")
show(re.findall, "a(b)?", "aba")

# Positions given to a compiled pattern.
letter = re.compile("b")
print(letter.search("abcb", 2).span(), letter.match("abc", 1).span(), letter.search("abc", 0, 1))
print(letter.fullmatch("abc", 1, 2), letter.findall("abcb", 2))
print([found.span() for found in letter.finditer("abcb", 0, 3)], re.compile("^b").match("ab", 1))
print(re.compile("$").search("abc", 0, 2).span(), letter.match("abc", -5))
print(re.compile("").match("abc", 10).span())
show(re.compile, "a\n(b")


# Subclasses of str come back as str.
class Text(str):
    pass


print(type(re.match("a", Text("ab")).group()), type(re.sub("x", "y", Text("ab"))))
print(re.findall(r"\w+@\w+\.com", "a@b.com, c@d.com"))
print(re.match(r"(\d+)-(\d+)", "10-20").groups())

# A tokenizer, names rewritten, and long subjects.
tokens = re.compile(r"(?P<NUM>\d+(\.\d*)?)|(?P<ID>[A-Za-z_]\w*)|(?P<OP>[+\-*/=()])|(?P<WS>\s+)|(?P<BAD>.)")
print([(found.lastgroup, found.group()) for found in tokens.finditer("x1 = 3.14*(y+2) $")])
print(re.sub(r"(?<=[a-z])(?=[A-Z])", "_", "camelCaseString").lower())
print(re.sub(r"\s+", " ", "a  b \n c"))
print(len(re.findall("a|b", "ab" * 10000)), re.match("(a|b)*$", "ab" * 50000).span())
print(re.match("(?:a|b)*?$", "ab" * 5000).span(), re.match("a*b", "a" * 1000))
print(re.match("a" * 50 + "|" + "b", "b"), re.template("a"), re.purge())

# Compiled patterns are shared and cannot be changed.
print(
    copy.copy(letter) is letter,
    copy.deepcopy(letter) is letter,
    hash(letter) == hash(re.compile("b")),
    re.Pattern,
)
print(re.Match)
show(re.Pattern)
show(setattr, letter, "pattern", 1)
