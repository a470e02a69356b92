# The return of a lambda has no line, and takes that of the code before it.
f = lambda a: (
    a +
    1
)
