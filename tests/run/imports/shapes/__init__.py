"""Shapes."""
__all__ = ["LABEL", "round"]
LABEL = "the shapes package"
loaded = ["init"]
print("loading", __name__, __package__)


def __getattr__(name):
    if name == "computed":
        return 42
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
