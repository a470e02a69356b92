"""The Mandelbrot set with floats: how many points of a grid stay bounded, and for how long the others do."""


def escape(cr, ci, limit):
    zr = zi = 0.0
    for age in range(limit):
        zr2 = zr * zr
        zi2 = zi * zi
        if zr2 + zi2 > 4.0:
            return age
        zi = 2.0 * zr * zi + ci
        zr = zr2 - zi2 + cr
    return limit


def render(width, height, limit):
    inside = total = 0
    for row in range(height):
        ci = 2.4 * row / height - 1.2
        for column in range(width):
            age = escape(3.0 * column / width - 2.2, ci, limit)
            total += age
            inside += age == limit
    return inside, total


print("inside, iterations:", render(320, 240, 120))
z = 0j
for _ in range(100_000):
    z = z * z + (-0.4 + 0.6j)
    if z.real > 2:
        z = 0j
print(f"complex: {z:.6f}")
