"""Pictures made of characters: triangles, a Mandelbrot set, waves, a banner, and a star."""

import math


def triangle(levels):
    """Sierpinski's triangle, by joining three smaller ones."""
    lines = ["*"]
    for level in range(levels):
        space = " " * 2**level
        lines = [space + line + space for line in lines] + [line + " " + line for line in lines]
    return lines


def mandelbrot(width, height, shades=" .:-=+*#%@"):
    """How long each point of the complex plane stays near: the longer, the darker."""
    for row in range(height):
        line = ""
        for column in range(width):
            c = complex(-2.1 + 2.8 * column / width, -1.2 + 2.4 * row / (height - 1))
            z, age = 0j, 0
            while abs(z) <= 2 and age < 45:
                z, age = z * z + c, age + 1
            line += shades[age * (len(shades) - 1) // 45]
        yield line.rstrip()


def wave(width, height, function=math.sin, turns=2):
    grid = [[" "] * width for _ in range(height)]
    for x in range(width):
        y = function(2 * math.pi * turns * x / width)
        grid[round((1 - y) / 2 * (height - 1))][x] = "~"
    grid[height // 2] = ["-" if c == " " else c for c in grid[height // 2]]
    return ["".join(row).rstrip() for row in grid]


FONT = {
    "M": "10001 11011 10101 10001 10001", "I": "111 010 010 010 111", "N": "1001 1101 1011 1001 1001",
    "P": "1110 1001 1110 1000 1000", "Y": "10001 01010 00100 00100 00100", " ": "0 0 0 0 0",
}


def banner(text, ink="#"):
    """Big letters; the font is a table of bits."""
    glyphs = [FONT[letter].split() for letter in text.upper()]
    for rows in zip(*glyphs):
        yield "  ".join(rows).translate({ord("1"): ink, ord("0"): " "}).rstrip()


def star(radius, points=5):
    """A star drawn by joining every second corner of a polygon."""
    size = 2 * radius + 1
    grid = [[" "] * (2 * size) for _ in range(size)]
    corners = [(radius * math.sin(2 * math.pi * k / points), -radius * math.cos(2 * math.pi * k / points))
               for k in range(points)]
    for k in range(points):
        (x, y), (a, b) = corners[k], corners[(k + 2) % points]
        for t in range(61):
            px, py = x + (a - x) * t / 60, y + (b - y) * t / 60
            grid[round(py + radius)][round(2 * (px + radius))] = "*"
    return ["".join(row).rstrip() for row in grid]


def framed(lines, title):
    """A box around a picture."""
    lines = list(lines)
    width = max(map(len, lines), default=0)
    label = f" {title} "
    yield f"┌{label:─^{width + 2}}┐"
    for line in lines:
        yield f"│ {line:<{width}} │"
    yield f"└{'':─^{width + 2}}┘"


def main():
    pictures = [
        ("triangle", triangle(3)),
        ("mandelbrot", mandelbrot(60, 21)),
        ("wave", wave(60, 9)),
        ("banner", banner("minipy")),
        ("star", star(8)),
    ]
    for title, picture in pictures:
        print("\n".join(framed(picture, title)))


if __name__ == "__main__":
    main()
