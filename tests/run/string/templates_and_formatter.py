"""string: the constants, capwords, Template with its errors, and Formatter."""

import string
from string import *


def show(call, *args, **options):
    """Print what the call gives, or what it raises."""
    try:
        print(call(*args, **options))
    except BaseException as error:
        print(type(error).__name__, error)


# The constants.
for name in string.__all__:
    print(name, repr(getattr(string, name)) if isinstance(getattr(string, name), str) else "")
print(capwords("hello  world foo"), capwords("a-b-c", "-"))

# Templates, complete and not.
template = Template("$who likes ${what} $$5 ${who}s $")
show(template.substitute, who="tim", what="kung pao")
show(template.safe_substitute, who="tim")
show(template.substitute, {"who": 1})
template = Template("$who likes ${what}\n$$5")
show(template.substitute, who="tim", what="x")
show(template.substitute, {"who": 1})
show(template.substitute, {"who": 1}, what=2)
show(template.safe_substitute)
show(Template("a\nb $1").substitute)
show(Template("${x").substitute, x=1)
show(Template("$é").substitute)
show(Template("$Abc_1-").substitute, Abc_1=3)
print(template.template)


# Another delimiter.
class AtTemplate(Template):
    delimiter = "@"


show(AtTemplate("@a @@ @{b} $c").substitute, a=1, b=2)

# Formatter: numbering by hand and by itself, and its hooks.
formatter = Formatter()
show(formatter.format, "{0} {1!r} {x:>5} {y.real} {z[0]}", 1, "a", x=2, y=3j, z=[9])
show(formatter.format, "{} {}", 1, 2)
show(formatter.format, "{} {0}", 1)
show(formatter.format, "{0} {}", 1)
show(formatter.format, "{:{}}", "a", 5)
show(formatter.format, "{!x}", 1)
show(formatter.format, "{a}")
show(formatter.format, "{5}", 1)
show(list, formatter.parse("a{b!r:c}d{{"))
show(formatter.vformat, "{0}{a}", (1,), {"a": 2})


class Lenient(Formatter):
    def get_value(self, k, a, kw):
        return kw.get(k, "missing") if isinstance(k, str) else a[k]


show(Lenient().format, "{foo} {0}", 1)
