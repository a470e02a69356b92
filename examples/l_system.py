"""Growing plants and curves: L-systems rewrite a string, a turtle walks along it and draws with characters."""

SYSTEMS = {
    "dragon": ("FX", {"X": "X+YF+", "Y": "-FX-Y"}, 90, 7),
    "koch": ("F", {"F": "F+F-F-F+F"}, 90, 2),
    "hilbert": ("A", {"A": "-BF+AFA+FB-", "B": "+AF-BFB-FA+"}, 90, 3),
    "tree": ("F", {"F": "F[+F]F[-F]F"}, 90, 2),
}


def grow(axiom, rules, generations):
    """Each generation replaces every letter at once."""
    table = str.maketrans(rules)
    for _ in range(generations):
        axiom = axiom.translate(table)
    return axiom


class Turtle:
    """Walks on a grid and leaves a trail of cells; a stack remembers places to come back to."""

    def __init__(self):
        self.x = self.y = 0
        self.heading = 1, 0
        self.trail = {(0, 0)}
        self.stack = []

    def forward(self):
        dx, dy = self.heading
        for _ in range(2):  # the cell between two corners, then the corner
            self.x, self.y = self.x + dx, self.y + dy
            self.trail.add((self.x, self.y))

    def left(self):
        dx, dy = self.heading
        self.heading = dy, -dx

    def right(self):
        dx, dy = self.heading
        self.heading = -dy, dx

    def push(self):
        self.stack.append((self.x, self.y, self.heading))

    def pop(self):
        self.x, self.y, self.heading = self.stack.pop()

    COMMANDS = {"F": forward, "+": left, "-": right, "[": push, "]": pop}

    def walk(self, path):
        for letter in path:
            self.COMMANDS.get(letter, lambda turtle: None)(self)
        return self

    def picture(self):
        left, right = min(x for x, _ in self.trail), max(x for x, _ in self.trail)
        top, bottom = min(y for _, y in self.trail), max(y for _, y in self.trail)
        for y in range(top, bottom + 1):
            yield "".join("#" if (x, y) in self.trail else " " for x in range(left, right + 1)).rstrip()


def main():
    for name, (axiom, rules, _, generations) in SYSTEMS.items():
        lengths = [len(grow(axiom, rules, n)) for n in range(generations + 1)]
        path = grow(axiom, rules, generations)
        turtle = Turtle().walk(path)
        print(f"== {name}: {' '.join(f'{a}={b}' for a, b in rules.items())}, lengths {lengths}, {len(turtle.trail)} cells")
        print("\n".join(turtle.picture()))
    algae = "A"
    for generation in range(7):
        print(f"algae {generation}: {algae}")
        algae = grow(algae, {"A": "AB", "B": "A"}, 1)


if __name__ == "__main__":
    main()
