if a:
    b
    # comment at the end