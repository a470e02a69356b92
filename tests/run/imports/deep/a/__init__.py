from .. import top

middle = top + " middle"
