# Targets with a star know how many items stand before and after it.
a, *b = x
*a, b, c = x
a, (b, *c), [d] = x
for a, *b in x:
    pass
