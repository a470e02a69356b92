exec "x = 1", scope
