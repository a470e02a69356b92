"""A JSON reader and writer in a hundred lines: recursive descent over a string."""

ESCAPES = {'"': '"', "\\": "\\", "/": "/", "b": "\b", "f": "\f", "n": "\n", "r": "\r", "t": "\t"}
WORDS = {"true": True, "false": False, "null": None}


class JSONError(ValueError):
    """Says where the text stops being JSON."""

    def __init__(self, message, text, position):
        self.line = text.count("\n", 0, position) + 1
        self.column = position - text.rfind("\n", 0, position)
        super().__init__(f"{message} at line {self.line}, column {self.column}")


class Parser:
    """Reads one JSON document; `position` is the next character to look at."""

    def __init__(self, text):
        self.text = text
        self.position = 0

    def fail(self, message):
        raise JSONError(message, self.text, self.position)

    def peek(self):
        while self.position < len(self.text) and self.text[self.position] in " \t\r\n":
            self.position += 1
        return self.text[self.position] if self.position < len(self.text) else ""

    def expect(self, character):
        if self.peek() != character:
            self.fail(f"expected {character!r}")
        self.position += 1

    def document(self):
        value = self.value()
        if self.peek():
            self.fail("extra text")
        return value

    def value(self):
        match self.peek():
            case "{":
                return dict(self.sequence("{", "}", self.member))
            case "[":
                return list(self.sequence("[", "]", self.value))
            case '"':
                return self.string()
            case "":
                self.fail("unexpected end")
            case c if c.isdigit() or c == "-":
                return self.number()
            case _:
                return self.word()

    def sequence(self, opening, closing, item):
        """The items between two brackets, with commas between them."""
        self.expect(opening)
        if self.peek() != closing:
            yield item()
            while self.peek() == ",":
                self.position += 1
                yield item()
        self.expect(closing)

    def member(self):
        if self.peek() != '"':
            self.fail("expected a name in quotes")
        name = self.string()
        self.expect(":")
        return name, self.value()

    def string(self):
        self.expect('"')
        parts = []
        while (c := self.text[self.position:self.position + 1]) != '"':
            if not c or c == "\n":
                self.fail("unterminated string")
            self.position += 1
            if c == "\\":
                c = self.escape()
            parts.append(c)
        self.position += 1
        return "".join(parts)

    def escape(self):
        kind = self.text[self.position]
        self.position += 1
        if kind == "u":
            digits = self.text[self.position:self.position + 4]
            self.position += 4
            return chr(int(digits, 16))
        if kind not in ESCAPES:
            self.fail(f"unknown escape \\{kind}")
        return ESCAPES[kind]

    def number(self):
        start = self.position
        while self.position < len(self.text) and self.text[self.position] in "+-.eE0123456789":
            self.position += 1
        literal = self.text[start:self.position]
        return float(literal) if set(literal) & set(".eE") else int(literal)

    def word(self):
        for word, value in WORDS.items():
            if self.text.startswith(word, self.position):
                self.position += len(word)
                return value
        self.fail("unexpected character")


def dump(value, indent=0):
    """The value as JSON text, two spaces a level."""
    pad = "  " * (indent + 1)
    match value:
        case bool() | None:
            return {True: "true", False: "false", None: "null"}[value]
        case int() | float():
            return repr(value)
        case str():
            return '"' + value.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n") + '"'
        case {} if value:
            members = (f"{pad}{dump(str(k))}: {dump(v, indent + 1)}" for k, v in value.items())
            return "{\n" + ",\n".join(members) + "\n" + "  " * indent + "}"
        case [_, *_]:
            return "[" + ", ".join(dump(item, indent) for item in value) + "]"
        case _:
            return "{}" if isinstance(value, dict) else "[]"


DOCUMENT = """
{
  "name": "minipy", "tags": ["python", "rust", "\\u03bb"],
  "version": {"major": 3, "minor": 10}, "ratio": -2.5e3,
  "stable": true, "parent": null, "empty": [{}, []],
  "motto": "say \\"hello\\"\\nand smile"
}
"""


def main():
    data = Parser(DOCUMENT).document()
    for name, value in data.items():
        print(f"{name:>8} = {value!r}")
    text = dump(data)
    print(text)
    print("round trip:", Parser(text).document() == data)
    for bad in ["[1, 2", '{"a" 1}', "[1,\n 2,\n x]", '"open', "[1] 2", '{1: 2}', r'"\q"']:
        try:
            Parser(bad).document()
        except JSONError as error:
            print(f"{bad!r:18} -> {error}")


if __name__ == "__main__":
    main()
