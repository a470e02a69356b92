# An attribute has the line its name ends on; a method call that of the name.
def f(a):
    x = (
        a
        .b
        .c(
            1,
        )
        .d
    )
    x \
        .y = 1
    a.b(
        2
    )
    x.y \
        .z += 1
