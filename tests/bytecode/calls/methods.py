# Method calls make no bound method, unless there are keywords, stars or thirty arguments.
a.b(1)
a.b(x=1)
a.b(*c)
a.b.c()()
a.b(0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29)
