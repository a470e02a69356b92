# raise ... from None hides the context.
class Missing(LookupError):
    """An exception of a class with a module that is __main__."""


def find(key):
    try:
        return {}[key]
    except KeyError:
        raise Missing(key, "is missing") from None


find("key")
