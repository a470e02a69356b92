from .square import Square
from .. import loaded

__all__ = ["Square", "square"]
hidden = 1
_private = 2
loaded.append(__name__)
print("loading", __name__)
