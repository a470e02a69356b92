# Code objects are equal by what they do, not by where they stand: files and lines below the first do not count.
one = compile("def f(n):\n    '''doc'''\n    a, b = 0, 1\n    return lambda: a\n", "one.py", "exec")
two = compile("def f(n):\n\n    '''doc'''\n    a, b = 0, \\\n        1\n\n    return lambda: a\n", "two.py", "exec")
three = compile("def f(n):\n    '''other'''\n    a, b = 0, 1\n    return lambda: a\n", "one.py", "exec")
print(one == two, one == three, one == compile("def f(n):\n    '''doc'''\n    a, b = 0, 1\n    return lambda: a\n", "x", "exec"))
inner = [c.co_consts[0] for c in (one, two, three)]
print(inner[0] == inner[1], inner[0] == inner[2], inner[0].co_consts[0] == "doc")
print(compile("1", "", "eval") == compile("True", "", "eval"), compile("(1, 2)", "", "eval") == compile("(1, 2.0)", "", "eval"))
