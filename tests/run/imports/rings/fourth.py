from . import third

value = "fourth " + str(hasattr(third, "value"))
