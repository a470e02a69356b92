if x:
    y
elif z
    y
