"""Classes with methods and attributes: a bouncing of balls, with inheritance, properties and super()."""


class Vector:
    __slots__ = ("x", "y")

    def __init__(self, x, y):
        self.x = x
        self.y = y

    def __add__(self, other):
        return Vector(self.x + other.x, self.y + other.y)

    def scaled(self, factor):
        return Vector(self.x * factor, self.y * factor)


class Thing:
    def __init__(self, name, place):
        self.name = name
        self.place = place
        self.age = 0

    def step(self):
        self.age += 1

    @property
    def height(self):
        return self.place.y


class Ball(Thing):
    gravity = Vector(0, -1)

    def __init__(self, name, place, speed):
        super().__init__(name, place)
        self.speed = speed
        self.bounces = 0

    def step(self):
        super().step()
        self.speed = self.speed + self.gravity
        self.place = self.place + self.speed
        if self.height < 0:
            self.bounce()

    def bounce(self):
        self.place.y = -self.place.y
        self.speed = Vector(self.speed.x, -self.speed.y)
        self.bounces += 1


class Balloon(Ball):
    gravity = Vector(0, 1)

    def step(self):
        Ball.step(self)
        if self.height > 100:
            self.speed = self.speed.scaled(-1)


def main():
    things = [Ball(f"ball {i}", Vector(i, 10 * i), Vector(i % 3, i)) for i in range(12)]
    things += [Balloon(f"balloon {i}", Vector(i, i), Vector(0, i)) for i in range(8)]
    for _ in range(15000):
        for thing in things:
            thing.step()
    print("bounces:", sum(t.bounces for t in things), "ages:", sum(t.age for t in things))
    print("places:", sum(t.place.x for t in things), sum(t.height for t in things))


main()
