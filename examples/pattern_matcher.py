"""A small regular-expression engine: parse a pattern into a tree, and match it with generators that backtrack.

It knows . | * + ? ( ) [a-z] [^...] and \\d \\w \\s. Each node yields every
place where a match of it could end, best first; that is all there is to
backtracking.
"""


class Node:
    def ends(self, text, start):
        """Every position where a match that begins at `start` may end."""
        raise NotImplementedError


class Single(Node):
    """One character for which the test holds."""

    def __init__(self, test):
        self.test = test

    def ends(self, text, start):
        if start < len(text) and self.test(text[start]):
            yield start + 1


class Sequence(Node):
    def __init__(self, parts):
        self.parts = parts

    def ends(self, text, start, part=0):
        if part == len(self.parts):
            yield start
            return
        for middle in self.parts[part].ends(text, start):
            yield from self.ends(text, middle, part + 1)


class Choice(Node):
    def __init__(self, options):
        self.options = options

    def ends(self, text, start):
        for option in self.options:
            yield from option.ends(text, start)


class Repeat(Node):
    """As many as possible first."""

    def __init__(self, inner, least, most):
        self.inner, self.least, self.most = inner, least, most

    def ends(self, text, start, count=0):
        if count < self.most:
            for middle in self.inner.ends(text, start):
                if middle > start:
                    yield from self.ends(text, middle, count + 1)
        if count >= self.least:
            yield start


class PatternError(ValueError):
    pass


CLASSES = {"d": str.isdigit, "w": lambda c: c.isalnum() or c == "_", "s": str.isspace}
REPEATS = {"*": (0, float("inf")), "+": (1, float("inf")), "?": (0, 1)}


def parse(pattern):
    node, rest = parse_choice(pattern)
    if rest:
        raise PatternError(f"unexpected {rest[0]!r}")
    return node


def parse_choice(rest):
    options = []
    while True:
        parts = []
        while rest and rest[0] not in "|)":
            node, rest = parse_single(rest)
            while rest and rest[0] in REPEATS:
                node, rest = Repeat(node, *REPEATS[rest[0]]), rest[1:]
            parts.append(node)
        options.append(Sequence(parts))
        if not rest.startswith("|"):
            return (options[0] if len(options) == 1 else Choice(options)), rest
        rest = rest[1:]


def parse_single(rest):
    first, rest = rest[0], rest[1:]
    match first:
        case "(":
            node, rest = parse_choice(rest)
            if not rest.startswith(")"):
                raise PatternError("missing )")
            return node, rest[1:]
        case "[":
            return parse_set(rest)
        case ".":
            return Single(lambda c: c != "\n"), rest
        case "\\":
            kind, rest = rest[:1], rest[1:]
            return Single(CLASSES.get(kind, kind.__eq__)), rest
        case "*" | "+" | "?":
            raise PatternError(f"nothing before {first!r}")
        case _:
            return Single(first.__eq__), rest


def parse_set(rest):
    inside, bracket, after = rest.partition("]")
    if not bracket:
        raise PatternError("missing ]")
    negated = inside.startswith("^")
    members = inside[negated:]
    characters = set()
    while members:
        match list(members[:3]):
            case [low, "-", high]:
                characters.update(map(chr, range(ord(low), ord(high) + 1)))
                members = members[3:]
            case [one, *_]:
                characters.add(one)
                members = members[1:]
    return Single(lambda c: (c in characters) != negated), after


def find_all(pattern, text):
    """Matches that do not overlap, from left to right."""
    node, start = parse(pattern), 0
    while start <= len(text):
        end = next(node.ends(text, start), None)
        if end is None or end == start:
            start += 1
        else:
            yield text[start:end]
            start = end


def full_match(pattern, text):
    return any(end == len(text) for end in parse(pattern).ends(text, 0))


def main():
    text = "On 2021-10-04 Ada wrote to grace@navy.mil and alan.t@bletchley.uk: 3.14159 is not 22/7!"
    for pattern in (r"\d+-\d+-\d+", r"[a-z.]+@\w+\.\w+", r"[A-Z]\w*", r"\d+\.\d+|\d+/\d+", r"n(ot|avy)", r"t(t|e)*", r"[^a-z ]+"):
        print(f"{pattern:<20} {list(find_all(pattern, text))}")
    for pattern, word in [("a*b", "aaab"), ("(ab)+", "ababa"), ("(a|ab)(c|bcd)", "abcd"), ("colou?r", "color"),
                          ("(a*)*b", "a" * 12 + "b"), ("", ""), ("x|", ""), (r"\\.", "\\n")]:
        print(f"{pattern!r} against {word!r}: {full_match(pattern, word)}")
    for pattern in ("*a", "(a", "a)", "[a-z"):
        try:
            parse(pattern)
        except PatternError as error:
            print(f"{pattern!r}: {error}")


if __name__ == "__main__":
    main()
