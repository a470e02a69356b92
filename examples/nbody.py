"""The outer planets for some centuries: gravity, step by step.

Units: astronomical units, years and solar masses, in which the
gravitational constant is 4 * pi squared. The integrator is leapfrog, which
keeps the energy of the system almost exactly.
"""

import math

G = 4 * math.pi**2


class Body:
    """A point with a mass, a place and a speed."""

    __slots__ = ("name", "mass", "position", "velocity")

    def __init__(self, name, mass, position, velocity):
        self.name = name
        self.mass = mass
        self.position = list(position)
        self.velocity = list(velocity)

    @classmethod
    def in_orbit(cls, name, mass, radius, angle=0.0, tilt=0.0):
        """A planet on a circular orbit about a sun of mass 1."""
        speed = math.sqrt(G / radius)
        x, y = math.cos(angle), math.sin(angle)
        return cls(name, mass, (radius * x, radius * y, radius * tilt), (-speed * y, speed * x, 0.0))

    def kinetic_energy(self):
        return 0.5 * self.mass * sum(v * v for v in self.velocity)

    def distance(self, other):
        return math.dist(self.position, other.position)

    def __repr__(self):
        x, y, z = self.position
        return f"{self.name:<8} {x:9.4f} {y:9.4f} {z:9.4f}"


class System:
    """Bodies that attract one another."""

    def __init__(self, bodies):
        self.bodies = bodies
        self.years = 0.0
        self.rest()

    def pairs(self):
        for i, a in enumerate(self.bodies):
            for b in self.bodies[i + 1:]:
                yield a, b

    def rest(self):
        """Let the centre of mass stand still."""
        total = sum(b.mass for b in self.bodies)
        for axis in range(3):
            drift = sum(b.mass * b.velocity[axis] for b in self.bodies) / total
            for body in self.bodies:
                body.velocity[axis] -= drift

    def energy(self):
        potential = sum(G * a.mass * b.mass / a.distance(b) for a, b in self.pairs())
        return sum(b.kinetic_energy() for b in self.bodies) - potential

    def kick(self, dt):
        for a, b in self.pairs():
            dx, dy, dz = (p - q for p, q in zip(a.position, b.position))
            pull = G * dt / (dx * dx + dy * dy + dz * dz) ** 1.5
            for axis, d in enumerate((dx, dy, dz)):
                a.velocity[axis] -= d * b.mass * pull
                b.velocity[axis] += d * a.mass * pull

    def drift(self, dt):
        for body in self.bodies:
            body.position = [p + v * dt for p, v in zip(body.position, body.velocity)]

    def advance(self, years, steps_per_year=20):
        dt = 1 / steps_per_year
        for _ in range(years * steps_per_year):
            self.drift(dt / 2)
            self.kick(dt)
            self.drift(dt / 2)
        self.years += years


def main():
    system = System([
        Body("Sun", 1.0, (0, 0, 0), (0, 0, 0)),
        Body.in_orbit("Jupiter", 9.5e-4, 5.2, 0.6, 0.02),
        Body.in_orbit("Saturn", 2.9e-4, 9.6, 1.7, 0.04),
        Body.in_orbit("Uranus", 4.4e-5, 19.2, 5.4, 0.01),
        Body.in_orbit("Neptune", 5.2e-5, 30.1, 5.3, 0.03),
    ])
    start = system.energy()
    print(f"energy at the start: {start:.9f}")
    for _ in range(4):
        system.advance(25)
        print(f"\nyear {system.years:.0f}")
        for body in system.bodies:
            print("  ", body)
    change = abs((system.energy() - start) / start)
    print(f"\nenergy kept to one part in a million: {change < 1e-6}")


if __name__ == "__main__":
    main()
