# The target's parts are evaluated once.
a += 1
a.b -= 2
a[b] *= 3
a[b].c @= d
a[1:2] **= e
