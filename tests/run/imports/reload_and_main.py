# __main__ imported by name is a second module; module dicts can be changed.
import sys

print("running as", __name__)
if __name__ == "__main__":
    import reload_and_main
    print(reload_and_main.__name__, reload_and_main is sys.modules["__main__"], reload_and_main.value)
    reload_and_main.value = 10
    print(value if "value" in globals() else "not yet")
    sys.modules["__main__"].injected = "yes"
    print(injected)
value = 1
if __name__ == "__main__":
    print(value, reload_and_main.value, len([m for m in sys.modules if m.endswith("main")]) >= 1)
