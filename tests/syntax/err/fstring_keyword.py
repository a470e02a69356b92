x = f"{a if}"
