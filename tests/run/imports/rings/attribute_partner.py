import rings.attribute as a

print(a.x)
