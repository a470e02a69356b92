"""textwrap: wrap and fill at many widths and with every option, shorten, dedent and indent."""

import textwrap
from textwrap import *


def show(call, *args, **options):
    """Print what the call gives, or what it raises."""
    try:
        print(repr(call(*args, **options)))
    except BaseException as error:
        print(type(error).__name__, error)


# A text with long words, hyphens, dashes and a tab, at many widths.
TEXT = (
    "The quick brown fox jumped over the lazy dog's back-yard fence -- well, it tried. "
    "Supercalifragilisticexpialidocious words\tand tabs. Yes! e-mail well-known."
)
for width in (1, 5, 10, 20, 40, 70, 200):
    print(wrap(TEXT, width))
    print(fill(TEXT, width, initial_indent="* ", subsequent_indent="  ") if width > 4 else "")

# The options.
print(wrap(TEXT, 10, break_long_words=False), wrap(TEXT, 15, break_on_hyphens=False), wrap("", 5))
print(wrap("  a  b  ", 10, drop_whitespace=False), wrap(TEXT, 30, max_lines=2))
print(wrap(TEXT, 12, max_lines=1, placeholder="..."))
print(wrap("Hi there.  What? Ok. yes", 50, fix_sentence_endings=True))
print(wrap("a\nb\n\nc", 10, replace_whitespace=False))

# shorten.
for width in (5, 10, 20, 100):
    print(shorten("Hello  world, this is it", width) if width > 5 else "")
    print(shorten("Hello world again", width, placeholder=".."))


# What is refused.
show(wrap, "a", 0)
show(shorten, "hello world", 3)
show(wrap, 5)

# dedent and indent.
show(dedent, "\n    a\n      b\n    c\n")
show(dedent, "  a\n\tb")
show(dedent, "\t a\n\t b\n   \n")
show(dedent, "")
show(dedent, "a\n  b")
show(indent, "a\n\n b\n", "> ")
show(indent, "a\n\nb", "> ", lambda line: True)
print(sorted(textwrap.__all__))
