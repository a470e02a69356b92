print("loading", __name__)
before = 1
raise ValueError("broken while loading")
