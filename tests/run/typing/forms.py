"""typing: how every form looks, what subscripts and subclasses do, protocols, hints, and what is refused."""

from typing import *


def show(call, *args, **options):
    """Print what the call gives, or what it raises."""
    try:
        print(call(*args, **options))
    except BaseException as error:
        print(type(error).__name__, error)


# Every form: its text, origin and arguments.
T = TypeVar("T")
K = TypeVar("K", int, str)
B = TypeVar("B", bound=int)
P = ParamSpec("P")
for x in (
    List[int], Dict[str, List[int]], Optional[int], Union[int, str], Union[int, str, None], Tuple[int, ...],
    Tuple[int, str], Tuple[()], Callable[[int], str], Callable[..., int], Callable[[], None], Any, T, K, B,
    P, Set[T], Type[int], Iterable[int], Mapping[str, Any], Literal[1, "a", None], ClassVar[int],
    Final[int], List, Dict, Callable, Tuple, Generator[int, None, str], Sequence["X"],
    Annotated[int, 5, "x"], NoReturn, Deque[int], DefaultDict[str, int], Counter[str], ChainMap[int, int],
    OrderedDict[int, int], Awaitable[int], ContextManager[int], Union[List[int], None],
    Optional[Union[int, str]], Union[int], FrozenSet[int], AbstractSet[int], Callable[P, int],
    Concatenate[int, P], Union, Optional, Iterator[Tuple[K, T]], AnyStr, TypeGuard[int], Text, IO[str],
    Union[int, float, int], Collection[int], ItemsView[int, str], Hashable, Sized, int | None,
    list[int] | None, Optional[list[int]], Dict[str, Union[int, "Foo"]],
):
    print(x, repr(x) == str(x), get_origin(x), get_args(x))

# Type variables filled in, and subscripts that are refused.
print(List[T][int], Dict[K, T][int, str], Callable[[T], T][int], Union[T, int][str])
print(Tuple[T, ...][int])
show(lambda: List[int, str])
show(lambda: Dict[int])
show(lambda: Union[()])
show(lambda: Optional[int, str])
show(lambda: Any[int])
show(lambda: List[int]())
show(lambda: isinstance([], List[int]))
print(isinstance([], List), issubclass(list, List), isinstance({}, Mapping))
print(isinstance(5, Hashable))
show(lambda: isinstance(1, Any))
show(lambda: Any())
show(lambda: Union())
show(lambda: Callable[int])
show(lambda: List[5])
show(TypeVar, "x", int)
show(lambda: Literal[[1]])
show(lambda: Generic[int])
show(lambda: ClassVar[ClassVar[int]])

# Forms that are equal.
print(List[int] == List[int], hash(List[int]) == hash(List[int]))
print(Union[int, str] == Union[str, int], Literal[1] == Literal[True])
print(Optional[int] == Union[int, None], List[int] is List[int])


# Generic classes.
class Stack(Generic[T]):
    def __init__(self):
        self.items: List[T] = []

    def push(self, x: T) -> None:
        self.items.append(x)


stack = Stack[int]()
stack.push(1)
print(Stack[int], stack.items, Stack.__parameters__, Stack.__mro__, stack.__orig_class__)
print(Stack.__orig_bases__)


class Pair(Generic[K, T]):
    pass


print(Pair[int, str], Pair[int, T][str])
show(lambda: Pair[int])
show(lambda: Stack[int][str])


class IntStack(Stack[int]):
    pass


print(IntStack.__mro__, IntStack.__orig_bases__)
show(lambda: IntStack[int])


class MyList(List[int]):
    pass


print(MyList.__mro__, MyList([1]))


class TextKeys(Dict[str, T]):
    pass


print(TextKeys[int], TextKeys.__parameters__)


# NamedTuple.
class Point(NamedTuple):
    x: int
    y: int = 0
    "doc"

    def norm(self):
        return self.x + self.y


point = Point(1)
print(point, point.norm(), point._fields, point._field_defaults, Point.__annotations__, point._replace(y=5))
print(isinstance(point, tuple), Point.__mro__)
Row = NamedTuple("E", [("a", int), ("b", str)])
print(Row(1, "x"))
show(lambda: NamedTuple("E", a=int)(3))


def default_before_required():
    class Q(NamedTuple):
        a: int = 1
        b: int


show(default_before_required)


# TypedDict.
class Movie(TypedDict):
    name: str
    age: int


class RatedMovie(Movie, total=False):
    opt: bool


movie: Movie = {"name": "x", "age": 1}
print(Movie(name="a", age=2), Movie.__annotations__, sorted(RatedMovie.__required_keys__))
print(sorted(RatedMovie.__optional_keys__), RatedMovie.__total__, Movie.__total__)
show(lambda: isinstance({}, Movie))
print(TypedDict("X", {"a": int})(a=1), is_typeddict(Movie))


# Protocols.
@runtime_checkable
class Closer(Protocol):
    def close(self) -> None: ...


class Closing:
    def close(self):
        pass


print(isinstance(Closing(), Closer), isinstance(5, Closer), issubclass(Closing, Closer))
show(Closer)


class Named(Protocol):
    name: str


show(lambda: isinstance(Closing(), Named))


class Impl(Named):
    name = "z"


print(Impl().name)


@runtime_checkable
class HasName(Protocol):
    name: str


print(isinstance(Impl(), HasName))
show(lambda: issubclass(Closing, HasName))
print(isinstance(5, SupportsInt), isinstance("a", SupportsInt), isinstance(5, SupportsIndex))
print(isinstance(1.5, SupportsFloat), isinstance(b"", SupportsBytes))
print(isinstance(1, SupportsAbs))


# Hints, resolved.
def annotated(
    a: int, b: "str" = None, *c: List["int"], d: Optional["Stack"] = None, **e: Any
) -> "Dict[str, int]":
    pass


print(get_type_hints(annotated))
print(get_type_hints(Stack), get_type_hints(Point))


class Fields:
    a: "int"
    b: ClassVar["str"] = "x"
    c: Annotated[int, "meta"]


print(get_type_hints(Fields), get_type_hints(Fields, include_extras=True))
show(get_type_hints, 5)
print(get_type_hints(len))

# NewType, cast and decorators.
UserId = NewType("UserId", int)
print(UserId, UserId(5), UserId.__supertype__, UserId.__name__)
print(cast(int, "a"), TYPE_CHECKING)


@overload
def overloaded(x: int) -> int:
    pass


@overload
def overloaded(x: str) -> str:
    pass


def overloaded(x):
    return x


print(overloaded(1))


@final
class Sealed:
    pass


@no_type_check
def unchecked(a: "zzz"):
    pass


print(get_type_hints(unchecked))

# Forward references.
print(ForwardRef("X"), ForwardRef("X") == ForwardRef("X"))
show(ForwardRef, "1 +")
show(ForwardRef, 5)


def undefined_hint(x: "Undefined"):
    pass


show(get_type_hints, undefined_hint)

# Unions by operator.
print(int | Optional[str], List[int] | None, T | int)

# What cannot be subclassed.
show(lambda: type("A", (Union[int, str],), {}))


def subclass_any():
    class A(Any):
        pass


show(subclass_any)


def subclass_bare_generic():
    class A(Generic):
        pass


show(subclass_bare_generic)


def two_generics():
    class A(Generic[T], Generic[K]):
        pass


show(two_generics)


def parameter_outside_generic():
    class A(List[T], Generic[K]):
        pass


show(parameter_outside_generic)

# The parts of type variables.
print(P.args, P.kwargs, T.__name__, T.__bound__, K.__constraints__, B.__bound__)
print(TypeVar("Q", covariant=True))

# Annotations of the module.
x: List[int] = []
print(__annotations__)
