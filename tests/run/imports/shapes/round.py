"""Round shapes."""
from math import pi

from . import LABEL, loaded
from .flat.square import Square

loaded.append(__name__)
counter = 1
print("loading", __name__, LABEL, Square.__module__)


class Circle:
    def __init__(self, r):
        self.r = r

    def area(self):
        return round_to(pi * self.r**2)


def round_to(x):
    return round(x, 2)


def area_of(shape):
    return shape.area()
