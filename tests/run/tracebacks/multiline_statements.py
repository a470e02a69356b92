# The line shown is that of the failing call in a statement over several lines.
def fail(x):
    raise ValueError(x)


def call():
    return [
        1,
        fail(
            2
        ),
        3,
    ]


result = (
    "a"
    + str(call())
)
