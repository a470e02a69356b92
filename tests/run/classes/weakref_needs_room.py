# Subclasses of int, tuple and bytes cannot be weakly referenced: their instances end in items.
import weakref

for base in (int, tuple, bytes, str, list, float, frozenset, dict, complex):
    class Sub(base):
        pass
    try:
        print(base.__name__, weakref.ref(Sub())().__class__ is Sub)
    except TypeError as e:
        print(e)
    try:
        class Slotted(base):
            __slots__ = ("__weakref__",)
        print("slot", hasattr(Slotted(), "__weakref__"))
    except TypeError as e:
        print(e)


def refuse():
    class R:
        def __init_subclass__(cls):
            super().__init_subclass__(tag=1)

    class S(R):
        pass


try:
    refuse()
except TypeError as e:
    print(e)
try:
    int.__ceil__(1.5)
except TypeError as e:
    print(e)
