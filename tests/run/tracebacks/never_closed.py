# A bracket open at the end of the file.
print("hello"

def f():
    pass
