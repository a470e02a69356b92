# __debug__ is a constant; with -O it is False.
if __debug__:
    a = 1
else:
    a = 2
b = __debug__
