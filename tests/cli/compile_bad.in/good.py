ok=1
