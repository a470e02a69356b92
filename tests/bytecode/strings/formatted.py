# Pieces are joined on the stack; more than thirty through a list and str.join.
a = f"{x}"
b = f"a{x!r}b{y:>{z}}c{1 + 2}"
c = f"{x}{x}{x}{x}{x}{x}{x}{x}{x}{x}{x}{x}{x}{x}{x}{x}{x}{x}{x}{x}{x}{x}{x}{x}{x}{x}{x}{x}{x}{x}{x}"
d = f"plain"
e = f"{x=}"
