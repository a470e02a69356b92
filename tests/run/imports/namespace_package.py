# A folder without __init__ is a namespace package.
import spaces.one
from spaces import two
import spaces

print(spaces.one.VALUE, two.VALUE, spaces.__name__, hasattr(spaces, "__file__") and spaces.__file__, len(list(spaces.__path__)), spaces.__package__, type(spaces.__path__).__name__)
print(repr(spaces).startswith("<module 'spaces'"))
try:
    import spaces.three
except ModuleNotFoundError as error:
    print(error, error.name)
