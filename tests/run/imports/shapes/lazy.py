print("loading", __name__)
VALUE = "lazy value"
