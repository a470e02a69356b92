[(x := 1) for y in (z := 2)]
