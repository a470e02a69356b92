while a:
    b
  c
