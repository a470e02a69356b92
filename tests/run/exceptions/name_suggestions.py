# NameError and AttributeError carry what is needed to suggest another name.
import sys


class Thing:
    colour = 1
    height = 2
    _hidden = 3

    def method(self):
        return self.heigth


def report(f):
    try:
        f()
    except (NameError, AttributeError) as error:
        print(type(error).__name__, error, getattr(error, "name", None), type(getattr(error, "obj", None)).__name__)


value = 1
report(lambda: vaule)
report(lambda: Thing().color)
report(lambda: Thing().method())
report(lambda: Thing.colur)
report(lambda: [].apend)
report(lambda: "".uper())
report(lambda: sys.maxsizee)
report(lambda: (1).real_part)
report(lambda: None.something)
report(lambda: pint("x"))
for f in (lambda: vaule, lambda: Thing().color, lambda: sys.pathh):
    try:
        f()
    except Exception as error:
        sys.excepthook(type(error), error, None)
