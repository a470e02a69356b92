# Decorators are evaluated before and called after the function is made.
@a
@b.c(1)
def f():
    pass


@a
async def g():
    pass
