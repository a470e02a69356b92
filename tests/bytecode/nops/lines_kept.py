# A statement without code keeps a NOP if nothing else has its line, so that tracing sees it.
def f(a):
    pass
    if a:
        pass
    else:
        pass
    while True:
        pass


def g():
    "docstring"
    "another string"
    12
    return (
        1
    )
