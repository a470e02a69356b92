from . import fourth

value = "third with " + fourth.value
