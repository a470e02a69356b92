from .one import VALUE as first

VALUE = first + " and two"
