"""Building strings: +=, join, formatting, replacing, slicing, and looking at each character."""


def by_addition(count):
    text = ""
    for i in range(count):
        text += chr(97 + i % 26)
    return text


def by_join(count):
    return ",".join([str(i) for i in range(count)])


def by_format(count):
    return "".join(f"<{i:04x}|{i % 7}>" for i in range(count))


def by_percent(count):
    return "".join(["%d-%s;" % (i, "ab") for i in range(count)])


def rotated(text, by):
    """A Caesar cipher, character by character."""
    result = []
    for c in text:
        if "a" <= c <= "z":
            result.append(chr((ord(c) - 97 + by) % 26 + 97))
        else:
            result.append(c)
    return "".join(result)


def checksum(text):
    total = 0
    for i, c in enumerate(text):
        total = (total * 31 + ord(c) + i) % 1_000_003
    return total


for build, count in ((by_addition, 800_000), (by_join, 300_000), (by_format, 150_000), (by_percent, 120_000)):
    text = build(count)
    print(build.__name__, len(text), text[:20], text[-5:], checksum(text[:200_000]))
text = by_addition(200_000)
print(rotated(text, 13)[:26], text.count("abc"), text.replace("xyz", "-").find("-"), len(text.upper().split("Q")))
pieces = [text[i:i + 10] for i in range(0, len(text), 10)]
print(len(pieces), "".join(reversed(pieces))[:12], sum(piece.startswith("k") for piece in pieces))
