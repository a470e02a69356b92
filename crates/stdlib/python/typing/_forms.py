"""Special forms, generic aliases and type variables."""

import collections
import collections.abc
import functools
import sys
import types
from types import GenericAlias


def _shown(obj):
    """A type as it stands inside the brackets of a repr."""
    if isinstance(obj, GenericAlias):
        return repr(obj)
    if isinstance(obj, type):
        if obj.__module__ == "builtins":
            return obj.__qualname__
        return "%s.%s" % (obj.__module__, obj.__qualname__)
    if obj is ...:
        return "..."
    if isinstance(obj, types.FunctionType):
        return obj.__name__
    return repr(obj)


def _check(arg, message):
    """What may stand for a type: None is NoneType, a str is a forward reference."""
    if arg is None:
        return type(None)
    if isinstance(arg, str):
        return ForwardRef(arg)
    if isinstance(arg, _Generic) and arg.__origin__ in (ClassVar, Final):
        raise TypeError("%s is not valid as type argument" % (arg,))
    if arg in (Any, NoReturn, Final, TypeAlias):
        return arg
    if isinstance(arg, _Form) or arg in (Generic,) or _is_protocol(arg):
        raise TypeError("Plain %s is not valid as type argument" % (arg,))
    if isinstance(arg, (type, TypeVar, ForwardRef, types.UnionType, ParamSpec)):
        return arg
    if not callable(arg):
        raise TypeError("%s Got %.100r." % (message, arg))
    return arg


def _is_protocol(arg):
    return isinstance(arg, type) and arg.__dict__.get("__module__") == "typing" and arg.__name__ == "Protocol"


def _variables(args):
    """The type variables in arguments, each once, in order."""
    found = []
    for arg in args:
        if isinstance(arg, (TypeVar, ParamSpec)):
            if arg not in found:
                found.append(arg)
        elif isinstance(arg, (_Generic, GenericAlias, types.UnionType)):
            found += [variable for variable in arg.__parameters__ if variable not in found]
    return tuple(found)


def _cached(function):
    """Remembers results where the arguments can be hashed."""
    remembered = functools.lru_cache(typed=True)(function)

    @functools.wraps(function)
    def wrapper(*args, **kwds):
        try:
            return remembered(*args, **kwds)
        except TypeError:
            return function(*args, **kwds)
    return wrapper


class _Final:
    __slots__ = ("__weakref__",)

    def __init_subclass__(cls, /, *args, _root=False, **kwds):
        if not _root:
            raise TypeError("Cannot subclass special typing classes")


# A name with brackets that is no class: Union, Optional, ClassVar and so on. Its __doc__ is a slot.
class _Form(_Final, _root=True):

    __slots__ = ("_name", "__doc__", "_getitem")

    def __init__(self, getitem):
        self._getitem = getitem
        self._name = getitem.__name__
        self.__doc__ = getitem.__doc__

    def __getattr__(self, name):
        if name in ("__name__", "__qualname__"):
            return self._name
        raise AttributeError(name)

    def __mro_entries__(self, bases):
        raise TypeError("Cannot subclass %r" % self)

    def __repr__(self):
        return "typing." + self._name

    def __reduce__(self):
        return self._name

    def __call__(self, *args, **kwds):
        raise TypeError("Cannot instantiate %r" % self)

    def __subclasscheck__(self, cls):
        raise TypeError(f"{self} cannot be used with issubclass()")

    def __instancecheck__(self, obj):
        raise TypeError(f"{self} cannot be used with isinstance()")

    def __or__(self, other):
        return Union[self, other]

    def __ror__(self, other):
        return Union[other, self]

    @_cached
    def __getitem__(self, parameters):
        return self._getitem(self, parameters)


def _plain(function):
    """A form that takes no parameters."""
    def refuse(self, parameters):
        raise TypeError("%s is not subscriptable" % self)
    refuse.__name__, refuse.__doc__ = function.__name__, function.__doc__
    return _Form(refuse)


@_plain
def Any(self, parameters):
    """Compatible with every type, and every type with it."""


@_plain
def NoReturn(self, parameters):
    """What a function that never returns returns."""


@_plain
def TypeAlias(self, parameters):
    """Says that an assignment makes another name for a type."""


@_Form
def ClassVar(self, parameters):
    """An attribute of the class, not of its instances."""
    return _Generic(self, (_check(parameters, "%s accepts only single type." % self),))


@_Form
def Final(self, parameters):
    """A name that is not assigned again."""
    return _Generic(self, (_check(parameters, "%s accepts only single type." % self),))


@_Form
def Union(self, parameters):
    """One of several types."""
    if parameters == ():
        raise TypeError("Cannot take a Union of no types.")
    if not isinstance(parameters, tuple):
        parameters = (parameters,)
    flat = []
    for arg in (_check(arg, "Union[arg, ...]: each arg must be a type.") for arg in parameters):
        parts = arg.__args__ if isinstance(arg, types.UnionType) or getattr(arg, "__origin__", None) is Union else (arg,)
        flat += [part for part in parts if part not in flat]
    if len(flat) == 1:
        return flat[0]
    if len(flat) == 2 and type(None) in flat:
        return _UnionAlias(self, tuple(flat), name="Optional")
    return _UnionAlias(self, tuple(flat))


@_Form
def Optional(self, parameters):
    """A type or None."""
    return Union[_check(parameters, "%s requires a single type." % self), type(None)]


@_Form
def Literal(self, parameters):
    """One of these values."""
    if not isinstance(parameters, tuple):
        parameters = (parameters,)
    flat = []
    for arg in parameters:
        flat += arg.__args__ if isinstance(arg, _LiteralAlias) else (arg,)
    seen, unique = [], []
    for arg in flat:
        if (arg, type(arg)) not in seen:
            seen.append((arg, type(arg)))
            unique.append(arg)
    return _LiteralAlias(self, tuple(unique))


@_Form
def Concatenate(self, parameters):
    """Parameters before those of a ParamSpec."""
    if parameters == ():
        raise TypeError("Cannot take a Concatenate of no types.")
    *plain, last = parameters if isinstance(parameters, tuple) else (parameters,)
    if not isinstance(last, ParamSpec):
        raise TypeError("The last parameter to Concatenate should be a ParamSpec variable.")
    message = "Concatenate[arg, ...]: each arg must be a type."
    return _Generic(self, (*[_check(arg, message) for arg in plain], last))


@_Form
def TypeGuard(self, parameters):
    """What a function that tells whether its argument is of a type returns."""
    return _Generic(self, (_check(parameters, "%s accepts only single type." % self),))


class ForwardRef(_Final, _root=True):
    """A type that is named by a text."""

    __slots__ = ("__forward_arg__", "__forward_code__", "__forward_evaluated__", "__forward_value__",
                 "__forward_is_argument__", "__forward_is_class__", "__forward_module__")

    def __init__(self, arg, is_argument=True, module=None, *, is_class=False):
        if not isinstance(arg, str):
            raise TypeError("Forward reference must be a string -- got %r" % (arg,))
        try:
            code = compile(arg, "<string>", "eval")
        except SyntaxError:
            raise SyntaxError("Forward reference must be an expression -- got %r" % (arg,))
        self.__forward_arg__, self.__forward_code__, self.__forward_module__ = arg, code, module
        self.__forward_is_argument__, self.__forward_is_class__ = is_argument, is_class
        self.__forward_evaluated__, self.__forward_value__ = False, None

    def __eq__(self, other):
        if not isinstance(other, ForwardRef):
            return NotImplemented
        return self.__forward_arg__ == other.__forward_arg__ and self.__forward_module__ == other.__forward_module__

    def __hash__(self):
        return hash((self.__forward_arg__, self.__forward_module__))

    def __or__(self, other):
        return Union[self, other]

    def __ror__(self, other):
        return Union[other, self]

    def __repr__(self):
        return "ForwardRef(%r)" % self.__forward_arg__


class _Variable:
    """What type variables and parameter specifications share."""

    def __init__(self, bound, covariant, contravariant):
        if covariant and contravariant:
            raise ValueError("Bivariant types are not supported.")
        self.__covariant__, self.__contravariant__ = bool(covariant), bool(contravariant)
        self.__bound__ = _check(bound, "Bound must be a type.") if bound else None

    def __or__(self, other):
        return Union[self, other]

    def __ror__(self, other):
        return Union[other, self]

    def __repr__(self):
        return ("+" if self.__covariant__ else "-" if self.__contravariant__ else "~") + self.__name__

    def __reduce__(self):
        return self.__name__


def _caller():
    try:
        return sys._getframe(2).f_globals.get("__name__", "__main__")
    except ValueError:
        return None


class TypeVar(_Final, _Variable, _root=True):
    """A type that is the same wherever it stands in a signature."""

    __slots__ = ("__name__", "__bound__", "__constraints__", "__covariant__", "__contravariant__", "__dict__")

    def __init__(self, name, *constraints, bound=None, covariant=False, contravariant=False):
        self.__name__ = name
        super().__init__(bound, covariant, contravariant)
        if constraints and bound is not None:
            raise TypeError("Constraints cannot be combined with bound=...")
        if len(constraints) == 1:
            raise TypeError("A single constraint is not allowed")
        self.__constraints__ = tuple(_check(c, "TypeVar(name, constraint, ...): constraints must be types.")
                                     for c in constraints)
        module = _caller()
        if module != "typing":
            self.__module__ = module


class ParamSpecArgs(_Final, _root=True):
    """The positional arguments that a ParamSpec stands for."""

    def __init__(self, origin):
        self.__origin__ = origin

    def __repr__(self):
        return "%s.args" % self.__origin__.__name__

    def __eq__(self, other):
        return self.__origin__ == other.__origin__ if isinstance(other, ParamSpecArgs) else NotImplemented


class ParamSpecKwargs(_Final, _root=True):
    """The keyword arguments that a ParamSpec stands for."""

    def __init__(self, origin):
        self.__origin__ = origin

    def __repr__(self):
        return "%s.kwargs" % self.__origin__.__name__

    def __eq__(self, other):
        return self.__origin__ == other.__origin__ if isinstance(other, ParamSpecKwargs) else NotImplemented


class ParamSpec(_Final, _Variable, _root=True):
    """The parameters of a callable, whatever they are."""

    __slots__ = ("__name__", "__bound__", "__covariant__", "__contravariant__", "__dict__")

    def __init__(self, name, *, bound=None, covariant=False, contravariant=False):
        self.__name__ = name
        super().__init__(bound, covariant, contravariant)
        module = _caller()
        if module != "typing":
            self.__module__ = module

    @property
    def args(self):
        """For *args."""
        return ParamSpecArgs(self)

    @property
    def kwargs(self):
        """For **kwargs."""
        return ParamSpecKwargs(self)


class _Base(_Final, _root=True):
    """An alias of a class or form: attributes without underscores are those of the origin."""

    def __init__(self, origin, *, inst=True, name=None):
        self._inst = inst
        self._name = name
        self.__origin__ = origin
        self.__slots__ = None

    def __call__(self, *args, **kwargs):
        if not self._inst:
            name = self._name or self.__origin__.__name__
            raise TypeError("Type %s cannot be instantiated; use %s() instead" % (name, self.__origin__.__name__))
        made = self.__origin__(*args, **kwargs)
        try:
            made.__orig_class__ = self
        except AttributeError:
            # It has no attributes of its own.
            pass
        return made

    def __mro_entries__(self, bases):
        result = [] if self.__origin__ in bases else [self.__origin__]
        position = bases.index(self)
        if not any(isinstance(b, _Base) or isinstance(b, type) and issubclass(b, Generic) for b in bases[position + 1:]):
            result.append(Generic)
        return tuple(result)

    def __getattr__(self, attr):
        if attr in ("__origin__", "__args__"):
            raise AttributeError(attr)
        if attr in ("__name__", "__qualname__"):
            return self._name or self.__origin__.__name__
        if "__origin__" in self.__dict__ and not (attr[:2] == attr[-2:] == "__"):
            return getattr(self.__origin__, attr)
        raise AttributeError(attr)

    def __setattr__(self, attr, value):
        if attr[:2] == attr[-2:] == "__" or attr in ("_name", "_inst", "_nparams"):
            super().__setattr__(attr, value)
        else:
            setattr(self.__origin__, attr, value)

    def __instancecheck__(self, obj):
        return self.__subclasscheck__(type(obj))

    def __subclasscheck__(self, cls):
        raise TypeError("Subscripted generics cannot be used with class and instance checks")

    def __or__(self, other):
        return Union[self, other]

    def __ror__(self, other):
        return Union[other, self]


class _Generic(_Base, _root=True):
    """An alias with its arguments: List[int]."""

    def __init__(self, origin, args, *, inst=True, name=None):
        super().__init__(origin, inst=inst, name=name)
        self.__args__ = args if isinstance(args, tuple) else (args,)
        self.__parameters__ = _variables(self.__args__)
        if not name:
            self.__module__ = origin.__module__ if not isinstance(origin, _Form) else "typing"

    def __eq__(self, other):
        if not isinstance(other, _Generic):
            return NotImplemented
        return self.__origin__ == other.__origin__ and self.__args__ == other.__args__

    def __hash__(self):
        return hash((self.__origin__, self.__args__))

    @_cached
    def __getitem__(self, args):
        if self.__origin__ in (Generic,) or _is_protocol(self.__origin__):
            raise TypeError("Cannot subscript already-subscripted %s" % self)
        if not isinstance(args, tuple):
            args = (args,)
        if len(self.__parameters__) == 1 and isinstance(self.__parameters__[0], ParamSpec) and \
                not (len(args) == 1 and isinstance(args[0], (list, tuple, ParamSpec)) or args == (...,)):
            args = (args,)
        args = tuple(tuple(arg) if isinstance(arg, (list, tuple)) else arg if arg is ... else
                     _check(arg, "Parameters to generic types must be types.") for arg in args)
        _check_count(self, args, len(self.__parameters__))
        chosen = dict(zip(self.__parameters__, args))
        return self.copy_with(tuple(_substituted(self.__args__, chosen, self.__origin__)))

    def copy_with(self, args):
        """The same with other arguments."""
        return self.__class__(self.__origin__, args, name=self._name, inst=self._inst)

    def __repr__(self):
        if self._name:
            name = "typing." + self._name
        else:
            name = _shown(self.__origin__)
        return "%s[%s]" % (name, ", ".join(_shown(arg) for arg in self.__args__) or "()")

    def __reduce__(self):
        import operator
        origin = globals()[self._name] if self._name else self.__origin__
        args = self.__args__
        return operator.getitem, (origin, args[0] if len(args) == 1 and not isinstance(args[0], tuple) else args)

    def __mro_entries__(self, bases):
        if isinstance(self.__origin__, _Form):
            raise TypeError("Cannot subclass %r" % self)
        if self._name:
            return super().__mro_entries__(bases)
        if self.__origin__ is Generic:
            position = bases.index(self)
            for base in bases[position + 1:]:
                if isinstance(base, _Base) and base is not self:
                    return ()
        return (self.__origin__,)


def _substituted(args, chosen, origin):
    for arg in args:
        if isinstance(arg, (TypeVar, ParamSpec)):
            new = chosen[arg]
            # A ParamSpec's arguments are those of the callable.
            if isinstance(new, tuple) and origin is collections.abc.Callable:
                yield from new
                continue
        elif isinstance(arg, (_Generic, GenericAlias, types.UnionType)) and arg.__parameters__:
            new = arg[tuple(chosen[variable] for variable in arg.__parameters__)]
        else:
            new = arg
        yield new


def _check_count(cls, args, wanted):
    if not wanted:
        raise TypeError("%s is not a generic class" % (cls,))
    if len(args) != wanted:
        raise TypeError("Too %s arguments for %s; actual %s, expected %s"
                        % ("many" if len(args) > wanted else "few", cls, len(args), wanted))


class _UnionAlias(_Generic, _root=True):
    def copy_with(self, args):
        return Union[args]

    # The order of the types does not matter.

    def __hash__(self):
        return hash(frozenset(self.__args__))

    def __eq__(self, other):
        if isinstance(other, (_UnionAlias, types.UnionType)):
            return {*self.__args__} == {*other.__args__}
        return NotImplemented

    def __repr__(self):
        args = self.__args__
        if len(args) == 2 and type(None) in args:
            return "typing.Optional[%s]" % _shown(args[0] if args[1] is type(None) else args[1])
        return "typing.Union[%s]" % ", ".join(map(_shown, args))

    def __instancecheck__(self, obj):
        return self.__subclasscheck__(type(obj))

    def __subclasscheck__(self, cls):
        return any(issubclass(cls, arg) for arg in self.__args__)

    def __reduce__(self):
        import operator
        return operator.getitem, (Union, self.__args__)


class _LiteralAlias(_Generic, _root=True):
    def __repr__(self):
        return "typing.Literal[%s]" % ", ".join(map(repr, self.__args__))

    def _typed(self):
        return {(arg, type(arg)) for arg in self.__args__}

    def __eq__(self, other):
        return self._typed() == other._typed() if isinstance(other, _LiteralAlias) else NotImplemented

    def __hash__(self):
        return hash(frozenset(self._typed()))


class _Alias(_Base, _root=True):
    """A class of collections under another name: it wants its arguments."""

    def __init__(self, origin, nparams, name=None):
        super().__init__(origin, inst=False, name=name or origin.__name__)
        self._nparams = nparams
        self.__module__ = "typing"
        self.__doc__ = "A generic version of %s.%s." % (origin.__module__, origin.__qualname__)

    @_cached
    def __getitem__(self, params):
        if not isinstance(params, tuple):
            params = (params,)
        params = tuple(_check(p, "Parameters to generic types must be types.") for p in params)
        _check_count(self, params, self._nparams)
        return self.copy_with(params)

    def copy_with(self, params):
        """The alias with its arguments."""
        return _Generic(self.__origin__, params, name=self._name, inst=self._inst)

    def __repr__(self):
        return "typing." + self._name

    def __subclasscheck__(self, cls):
        if isinstance(cls, _Alias):
            return issubclass(cls.__origin__, self.__origin__)
        if not isinstance(cls, _Generic):
            return issubclass(cls, self.__origin__)
        return super().__subclasscheck__(cls)

    def __reduce__(self):
        return self._name


class _CallableAlias(_Generic, _root=True):
    def __repr__(self):
        args = self.__args__
        if len(args) == 2 and (isinstance(args[0], ParamSpec) or getattr(args[0], "__origin__", None) is Concatenate):
            return super().__repr__()
        if len(args) == 2 and args[0] is ...:
            return "typing.Callable[..., %s]" % _shown(args[1])
        return "typing.Callable[[%s], %s]" % (", ".join(map(_shown, args[:-1])), _shown(args[-1]))


class _CallableType(_Alias, _root=True):
    @_cached
    def __getitem__(self, params):
        if not isinstance(params, tuple) or len(params) != 2:
            raise TypeError("Callable must be used as Callable[[arg, ...], result].")
        args, result = params
        if isinstance(args, list):
            message = "Callable[[arg, ...], result]: each arg must be a type."
            args = tuple(_check(arg, message) for arg in args)
        elif args is ... or isinstance(args, ParamSpec) or getattr(args, "__origin__", None) is Concatenate:
            args = (args,)
        else:
            raise TypeError("Callable[args, result]: args must be a list. Got %s" % (args,))
        return self.copy_with(args + (_check(result, "Callable[args, result]: result must be a type."),))

    def copy_with(self, params):
        return _CallableAlias(self.__origin__, params, name=self._name, inst=self._inst)


class _TupleType(_Alias, _root=True):
    @_cached
    def __getitem__(self, params):
        if params == ():
            return self.copy_with(((),))
        if not isinstance(params, tuple):
            params = (params,)
        if len(params) == 2 and params[1] is ...:
            return self.copy_with((_check(params[0], "Tuple[t, ...]: t must be a type."), ...))
        return self.copy_with(tuple(_check(p, "Tuple[t0, t1, ...]: each t must be a type.") for p in params))


Callable = _CallableType(collections.abc.Callable, 2)
Tuple = _TupleType(tuple, -1, "Tuple")
Type = _Alias(type, 1, "Type")


class _AnnotatedAlias(_Generic, _root=True):
    def __init__(self, origin, metadata):
        notes = metadata
        if isinstance(origin, _AnnotatedAlias):
            notes, origin = origin.__metadata__ + notes, origin.__origin__
        super().__init__(origin, origin)
        self.__metadata__ = notes

    def copy_with(self, args):
        return _AnnotatedAlias(args[0], self.__metadata__)

    def __repr__(self):
        return "typing.Annotated[%s, %s]" % (_shown(self.__origin__), ", ".join(map(repr, self.__metadata__)))

    def __eq__(self, other):
        if not isinstance(other, _AnnotatedAlias):
            return NotImplemented
        return self.__origin__ == other.__origin__ and self.__metadata__ == other.__metadata__

    def __hash__(self):
        return hash((self.__origin__, self.__metadata__))

    def __getattr__(self, attr):
        if attr in ("__name__", "__qualname__"):
            return "Annotated"
        return super().__getattr__(attr)


class Annotated:
    """A type with more about it that no type checker need know."""

    __slots__ = ()
    __module__ = "typing"

    def __new__(cls, *args, **kwargs):
        raise TypeError("Type Annotated cannot be instantiated.")

    def __class_getitem__(cls, params):
        if not isinstance(params, tuple) or len(params) < 2:
            raise TypeError("Annotated[...] should be used with at least two arguments (a type and an annotation).")
        return _AnnotatedAlias(_check(params[0], "Annotated[t, ...]: t must be a type."), tuple(params[1:]))

    def __init_subclass__(cls, *args, **kwargs):
        raise TypeError("Cannot subclass %s.Annotated" % cls.__module__)


class Generic:
    """The base of classes with type variables."""

    __slots__ = ()
    __module__ = "typing"
    _is_protocol = False

    @_cached
    def __class_getitem__(cls, params):
        if not isinstance(params, tuple):
            params = (params,)
        if not params and cls is not Tuple:
            raise TypeError("Parameter list to %s[...] cannot be empty" % cls.__qualname__)
        if cls is Generic or _is_protocol(cls):
            if not all(isinstance(p, (TypeVar, ParamSpec)) for p in params):
                raise TypeError("Parameters to %s[...] must all be type variables or parameter specification variables."
                                % cls.__name__)
            if len(set(params)) != len(params):
                raise TypeError("Parameters to %s[...] must all be unique" % cls.__name__)
            return _Generic(cls, params)
        wanted = getattr(cls, "__parameters__", ())
        if len(wanted) == 1 and isinstance(wanted[0], ParamSpec) and not (
                len(params) == 1 and isinstance(params[0], (list, tuple, ParamSpec))):
            params = (params,)
        params = tuple(tuple(p) if isinstance(p, (list, tuple)) else
                       _check(p, "Parameters to generic types must be types.") for p in params)
        _check_count(cls, params, len(wanted))
        return _Generic(cls, params)

    def __init_subclass__(cls, *args, **kwargs):
        super().__init_subclass__(*args, **kwargs)
        given = cls.__dict__.get("__orig_bases__", ())
        if Generic in given if "__orig_bases__" in cls.__dict__ else \
                Generic in cls.__bases__ and cls.__name__ != "Protocol":
            raise TypeError("Cannot inherit from plain Generic")
        parameters = []
        if given:
            parameters = list(_variables(given))
            declared = None
            for base in given:
                if isinstance(base, _Generic) and base.__origin__ is Generic:
                    if declared is not None:
                        raise TypeError("Cannot inherit from Generic[...] multiple types.")
                    declared = base.__parameters__
            if declared is not None:
                missing = [p for p in parameters if p not in declared]
                if missing:
                    raise TypeError("Some type variables (%s) are not listed in Generic[%s]"
                                    % (", ".join(map(str, missing)), ", ".join(map(str, declared))))
                parameters = declared
        cls.__parameters__ = tuple(parameters)


def get_origin(tp):
    """What stands before the brackets, without its typing name; None for anything else."""
    if isinstance(tp, _AnnotatedAlias):
        return Annotated
    if isinstance(tp, (_Base, GenericAlias, ParamSpecArgs, ParamSpecKwargs)):
        return tp.__origin__
    if isinstance(tp, types.UnionType):
        return types.UnionType
    return Generic if tp is Generic else None


def get_args(tp):
    """What stands in the brackets."""
    if isinstance(tp, _AnnotatedAlias):
        return (tp.__origin__,) + tp.__metadata__
    if isinstance(tp, (_Generic, GenericAlias)):
        args = tp.__args__
        if tp.__origin__ is collections.abc.Callable and not (
                len(args) == 2 and (args[0] is ... or isinstance(args[0], ParamSpec)
                                    or getattr(args[0], "__origin__", None) is Concatenate)):
            args = (list(args[:-1]), args[-1])
        return args
    if isinstance(tp, types.UnionType):
        return tp.__args__
    return ()


for _class in (_Form, _Alias, _Generic, _UnionAlias, _LiteralAlias, ForwardRef, TypeVar, ParamSpec, ParamSpecArgs,
               ParamSpecKwargs):
    _class.__module__ = "typing"
