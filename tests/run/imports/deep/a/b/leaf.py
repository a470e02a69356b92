from ... import top
from .. import middle
from . import sibling
from .sibling import name as sibling_name
from ...other import here

results = [top, middle, sibling.name, sibling_name, here, __name__]
for source in ("from .... import x", "from ..... import y", "from ..nope import z", "from ... import nope"):
    try:
        exec(source)
    except ImportError as error:
        results.append((source, str(error).split(" (")[0]))
