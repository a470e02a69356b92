class A(*a, b=1, b=2): pass
