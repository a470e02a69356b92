for format in (b"%i", b"%u", b"%5d", "%i", "%u"):
    for value in (5, -3, 2.7, True, "x", None, b"y", 1j):
        try:
            print(format, repr(value), format % value)
        except TypeError as e:
            print(format, repr(value), e)
