print("second begins")
import rings.first
from rings import first as f

NAME = "second"
print("second ends", hasattr(f, "NAME"), hasattr(rings, "first"))


def see_first():
    return f.NAME
