"""Functions that say something to type checkers, and those that read hints at run time."""

import functools
import sys
import types

from typing._forms import Annotated, ForwardRef, Optional, Union, _AnnotatedAlias, _Generic, _UnionAlias, ClassVar, Final


def cast(typ, val):
    """val, whose type is typ if we may say so."""
    return val


def final(f):
    """What is not overridden, or a class without subclasses."""
    return f


def overload(func):
    """One of several signatures of the function defined last."""
    return _overload_dummy


def _overload_dummy(*args, **kwds):
    """Stands for overloads without an implementation."""
    raise NotImplementedError("You should not call an overloaded function. A series of @overload-decorated functions "
                              "outside a stub module should always be followed by an implementation that is not "
                              "@overload-ed.")


def no_type_check(arg):
    """The annotations of this function or class are no type hints."""
    if isinstance(arg, type):
        for value in list(arg.__dict__.values()):
            if isinstance(value, types.FunctionType):
                value.__no_type_check__ = True
            elif isinstance(value, type) and value not in arg.__bases__ + (arg,):
                no_type_check(value)
    try:
        arg.__no_type_check__ = True
    except TypeError:
        pass
    return arg


def no_type_check_decorator(decorator):
    """What this decorator decorates is not checked."""
    @functools.wraps(decorator)
    def wrapped(*args, **kwds):
        return no_type_check(decorator(*args, **kwds))
    return wrapped


class NewType:
    """A type that differs from another for type checkers alone; calling it gives the argument."""

    def __init__(self, name, tp):
        self.__qualname__ = name
        self.__name__ = name.rpartition(".")[2]
        self.__supertype__ = tp
        module = sys._getframe(1).f_globals.get("__name__", "__main__")
        if module != "typing":
            self.__module__ = module

    def __call__(self, x):
        return x

    def __reduce__(self):
        # A global of this name.
        return self.__qualname__

    def __repr__(self):
        return f"{self.__module__}.{self.__qualname__}"

    def __or__(self, other):
        return Union[self, other]

    def __ror__(self, other):
        return Union[other, self]


def is_typeddict(tp):
    """Whether it was made with TypedDict."""
    from typing._made import _TypedDictMeta
    return isinstance(tp, _TypedDictMeta)


def _evaluated(hint, globals, locals):
    """A hint whose texts have become types."""
    if isinstance(hint, ForwardRef):
        module = sys.modules.get(hint.__forward_module__) if hint.__forward_module__ else None
        value = eval(hint.__forward_code__, globals if module is None else module.__dict__, locals)
        return _evaluated(_from_text(value), globals, locals)
    if isinstance(hint, (_Generic, types.GenericAlias, types.UnionType)):
        args = tuple(_evaluated(arg, globals, locals) for arg in hint.__args__)
        if args == hint.__args__:
            return hint
        if isinstance(hint, types.GenericAlias):
            return types.GenericAlias(hint.__origin__, args)
        if isinstance(hint, types.UnionType):
            return functools.reduce(lambda a, b: a | b, args)
        return hint.copy_with(args)
    return hint


def _from_text(value):
    if value is None:
        return type(None)
    return ForwardRef(value) if isinstance(value, str) else value


def _stripped(hint):
    """Without Annotated."""
    if isinstance(hint, _AnnotatedAlias):
        return _stripped(hint.__origin__)
    if isinstance(hint, _Generic):
        args = tuple(_stripped(arg) for arg in hint.__args__)
        return hint if args == hint.__args__ else hint.copy_with(args)
    if isinstance(hint, types.GenericAlias):
        args = tuple(_stripped(arg) for arg in hint.__args__)
        return hint if args == hint.__args__ else types.GenericAlias(hint.__origin__, args)
    return hint


def get_type_hints(obj, globalns=None, localns=None, include_extras=False):
    """The annotations of a function, module or class (with those of its bases), texts evaluated."""
    if getattr(obj, "__no_type_check__", None):
        return {}
    hints = {}
    if isinstance(obj, type):
        for base in reversed(obj.__mro__):
            base_globals = globalns
            if globalns is None:
                base_globals = getattr(sys.modules.get(base.__module__, None), "__dict__", {})
            annotations = base.__dict__.get("__annotations__", {})
            if isinstance(annotations, types.GetSetDescriptorType):
                annotations = {}
            base_locals = dict(vars(base)) if localns is None else localns
            for name, value in annotations.items():
                hints[name] = _evaluated(_from_text(value), base_globals, base_locals)
    else:
        if globalns is None:
            if isinstance(obj, types.ModuleType):
                globalns = obj.__dict__
            else:
                inner = obj
                while hasattr(inner, "__wrapped__"):
                    inner = inner.__wrapped__
                globalns = getattr(inner, "__globals__", {})
        if localns is None:
            localns = globalns
        annotations = getattr(obj, "__annotations__", None)
        if annotations is None:
            if isinstance(obj, (types.BuiltinFunctionType, types.MethodType, types.WrapperDescriptorType,
                                types.MethodDescriptorType)):
                return {}
            raise TypeError("%r is not a module, class, method, or function." % (obj,))
        defaults = _defaults(obj)
        for name, value in annotations.items():
            value = _evaluated(_from_text(value), globalns, localns)
            if name in defaults and defaults[name] is None:
                value = Optional[value]
            hints[name] = value
    return hints if include_extras else {name: _stripped(hint) for name, hint in hints.items()}


def _defaults(func):
    """The default values of a function's parameters."""
    code = getattr(func, "__code__", None)
    if code is None:
        return {}
    names = code.co_varnames[:code.co_argcount]
    values = func.__defaults__ or ()
    found = dict(func.__kwdefaults__ or {})
    found.update(zip(names[len(names) - len(values):], values))
    return found


NewType.__module__ = "typing"
