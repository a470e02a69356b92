"""Abstract base classes (PEP 3119)."""

from _abc import (_abc_init, _abc_instancecheck, _abc_register, _abc_subclasscheck, _get_dump, _reset_caches,
                  _reset_registry, get_cache_token)


def abstractmethod(funcobj):
    """Mark a method as abstract: classes (of metaclass ABCMeta) have no instances while one of theirs is.

        class C(metaclass=ABCMeta):
            @abstractmethod
            def my_abstract_method(self, ...):
                ...

    An abstract method may have an implementation, to be called through super().
    """
    funcobj.__isabstractmethod__ = True
    return funcobj


class abstractclassmethod(classmethod):
    """An abstract classmethod. Deprecated: put @classmethod around @abstractmethod."""

    __isabstractmethod__ = True

    def __init__(self, callable):
        super().__init__(abstractmethod(callable))


class abstractstaticmethod(staticmethod):
    """An abstract staticmethod. Deprecated: put @staticmethod around @abstractmethod."""

    __isabstractmethod__ = True

    def __init__(self, callable):
        super().__init__(abstractmethod(callable))


class abstractproperty(property):
    """An abstract property. Deprecated: put @property around @abstractmethod."""

    __isabstractmethod__ = True


class ABCMeta(type):
    """The metaclass of abstract base classes.

    An ABC can be subclassed, or have unrelated classes (builtin ones too) registered as its virtual subclasses:
    issubclass() and isinstance() believe it, the method resolution order is not touched.
    """

    def __new__(mcls, name, bases, namespace, **kwargs):
        made = super().__new__(mcls, name, bases, namespace, **kwargs)
        _abc_init(made)
        return made

    def register(cls, subclass):
        """Register a virtual subclass, and return it, so that this can be a class decorator."""
        return _abc_register(cls, subclass)

    def __subclasscheck__(cls, subclass):
        """What issubclass(subclass, cls) says."""
        return _abc_subclasscheck(cls, subclass)

    def __instancecheck__(cls, instance):
        """What isinstance(instance, cls) says."""
        return _abc_instancecheck(cls, instance)

    def _dump_registry(cls, file=None):
        """Print what is registered and cached, for debugging."""
        print(f'Class: {cls.__module__}.{cls.__qualname__}', file=file)
        print('Inv. counter:', get_cache_token(), file=file)
        names = ('registry', 'cache', 'negative_cache', 'negative_cache_version')
        for name, value in zip(names, _get_dump(cls)):
            print(f'_abc_{name}: {value!r}', file=file)

    def _abc_registry_clear(cls):
        """Clear the registry (for debugging or testing)."""
        _reset_registry(cls)

    def _abc_caches_clear(cls):
        """Clear the caches (for debugging or testing)."""
        _reset_caches(cls)


def update_abstractmethods(cls):
    """Find out anew which methods of a class are abstract, after methods were added to it; returns the class.

    Nothing is done for a class whose metaclass is not ABCMeta.
    """
    if not hasattr(cls, '__abstractmethods__'):
        return cls
    abstracts = set()
    for base in cls.__bases__:
        for name in getattr(base, '__abstractmethods__', ()):
            if getattr(getattr(cls, name, None), '__isabstractmethod__', False):
                abstracts.add(name)
    for name, value in cls.__dict__.items():
        if getattr(value, '__isabstractmethod__', False):
            abstracts.add(name)
    cls.__abstractmethods__ = frozenset(abstracts)
    return cls


class ABC(metaclass=ABCMeta):
    """A class to inherit from instead of naming the metaclass."""

    __slots__ = ()
