# Modules that import one another.
import rings.first
import rings.second as second
from rings import third

print(rings.first.NAME, second.NAME, rings.first.see_second(), second.see_first(), third.value)
try:
    import rings.late
except ImportError as error:
    print(type(error).__name__, str(error).split(" (")[0])
try:
    import rings.attribute
except AttributeError as error:
    print(type(error).__name__, error)
