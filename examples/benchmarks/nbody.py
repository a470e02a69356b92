"""Five bodies under gravity: floats in lists, nested loops over pairs."""

from math import pi, sqrt

G = 4 * pi * pi


def orbit(radius, mass, phase):
    """A planet on a circle: [x, y, z, vx, vy, vz, mass]."""
    speed = sqrt(G / radius)
    x, y = 1 - phase * phase, 2 * phase  # a rational point of the circle
    norm = 1 + phase * phase
    return [radius * x / norm, radius * y / norm, 0.1 * phase, -speed * y / norm, speed * x / norm, 0.0, mass]


def energy(bodies):
    total = 0.0
    for i, a in enumerate(bodies):
        total += 0.5 * a[6] * (a[3] ** 2 + a[4] ** 2 + a[5] ** 2)
        for b in bodies[i + 1:]:
            total -= G * a[6] * b[6] / sqrt((a[0] - b[0]) ** 2 + (a[1] - b[1]) ** 2 + (a[2] - b[2]) ** 2)
    return total


def advance(bodies, steps, dt):
    pairs = [(a, b) for i, a in enumerate(bodies) for b in bodies[i + 1:]]
    for _ in range(steps):
        for a, b in pairs:
            dx = a[0] - b[0]
            dy = a[1] - b[1]
            dz = a[2] - b[2]
            square = dx * dx + dy * dy + dz * dz
            pull = G * dt / (square * sqrt(square))
            ma = a[6] * pull
            mb = b[6] * pull
            a[3] -= dx * mb
            a[4] -= dy * mb
            a[5] -= dz * mb
            b[3] += dx * ma
            b[4] += dy * ma
            b[5] += dz * ma
        for body in bodies:
            body[0] += dt * body[3]
            body[1] += dt * body[4]
            body[2] += dt * body[5]


bodies = [[0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 1.0], orbit(5.2, 9.5e-4, 0.3), orbit(9.6, 2.9e-4, -0.8),
          orbit(19.2, 4.4e-5, 2.5), orbit(30.1, 5.2e-5, -0.1)]
print(f"{energy(bodies):.12f}")
advance(bodies, 55_000, 0.01)
print(f"{energy(bodies):.12f}")
print(" ".join(f"{value:.9f}" for value in bodies[1][:3]))
