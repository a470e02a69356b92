# Frames of code from strings have no source lines.
source = """
def inside(n):
    return 10 // n

def twice(n):
    return inside(n) + inside(n - 1)
"""
namespace = {}
exec(compile(source, "made up.py", "exec"), namespace)
print(namespace["twice"](5))
eval("namespace['twice'](1)")
