from typing import *
import typing, collections
def t(f,*a,**k):
    try: print(f(*a,**k))
    except BaseException as e: print(type(e).__name__, e)
T=TypeVar('T'); K=TypeVar('K', int, str); B=TypeVar('B', bound=int); P=ParamSpec('P')
for x in (List[int], Dict[str, List[int]], Optional[int], Union[int,str], Union[int,str,None], Tuple[int,...], Tuple[int,str], Tuple[()], Callable[[int],str], Callable[...,int], Callable[[],None], Any, T, K, B, P, Set[T], Type[int], Iterable[int], Mapping[str,Any], Literal[1,'a',None], ClassVar[int], Final[int], List, Dict, Callable, Tuple, Generator[int,None,str], Sequence['X'], Annotated[int,5,'x'], NoReturn, Deque[int], DefaultDict[str,int], Counter[str], ChainMap[int,int], OrderedDict[int,int], Awaitable[int], ContextManager[int], Union[List[int], None], Optional[Union[int,str]], Union[int], FrozenSet[int], AbstractSet[int], Callable[P,int], Concatenate[int,P], Union, Optional, Iterator[Tuple[K,T]], AnyStr, TypeGuard[int], Text, IO[str], Union[int,float,int], Collection[int], ItemsView[int,str], Hashable, Sized, int|None, list[int]|None, Optional[list[int]], Dict[str, Union[int, 'Foo']]):
    print(x, repr(x) == str(x), get_origin(x), get_args(x))
print(List[T][int], Dict[K,T][int,str], Callable[[T],T][int], Union[T,int][str], Tuple[T,...][int])
t(lambda: List[int,str]); t(lambda: Dict[int]); t(lambda: Union[()]); t(lambda: Optional[int,str]); t(lambda: Any[int]); t(lambda: List[int]()); t(lambda: isinstance([], List[int])); print(isinstance([], List), issubclass(list, List), isinstance({}, Mapping), isinstance(5, Hashable)); t(lambda: isinstance(1, Any)); t(lambda: Any()); t(lambda: Union()); t(lambda: Callable[int]); t(lambda: List[5]); t(TypeVar,'x',int); t(lambda: Literal[[1]]); t(lambda: Generic[int]); t(lambda: ClassVar[ClassVar[int]])
print(List[int]==List[int], hash(List[int])==hash(List[int]), Union[int,str]==Union[str,int], Literal[1]==Literal[True], Optional[int]==Union[int,None], List[int] is List[int])
class Stack(Generic[T]):
    def __init__(self): self.items: List[T] = []
    def push(self, x: T) -> None: self.items.append(x)
s=Stack[int](); s.push(1); print(Stack[int], s.items, Stack.__parameters__, Stack.__mro__, s.__orig_class__, Stack.__orig_bases__)
class Pair(Generic[K,T]): pass
print(Pair[int,str], Pair[int,T][str]); t(lambda: Pair[int]); t(lambda: Stack[int][str])
class IntStack(Stack[int]): pass
print(IntStack.__mro__, IntStack.__orig_bases__); t(lambda: IntStack[int])
class MyList(List[int]): pass
print(MyList.__mro__, MyList([1]))
class MyD(Dict[str,T]): pass
print(MyD[int], MyD.__parameters__)
class Point(NamedTuple):
    x: int
    y: int = 0
    "doc"
    def norm(self): return self.x+self.y
p=Point(1); print(p, p.norm(), p._fields, p._field_defaults, Point.__annotations__, p._replace(y=5), isinstance(p, tuple), Point.__mro__)
E=NamedTuple('E',[('a',int),('b',str)]); print(E(1,'x')); t(lambda: NamedTuple('E', a=int)(3))
def mk():
    class Q(NamedTuple):
        a: int = 1
        b: int
t(mk)
class TD(TypedDict):
    name: str
    age: int
class TD2(TD, total=False):
    opt: bool
d: TD = {'name':'x','age':1}; print(TD(name='a',age=2), TD.__annotations__, TD2.__required_keys__, sorted(TD2.__optional_keys__), TD2.__total__, TD.__total__); t(lambda: isinstance({}, TD)); print(TypedDict('X', {'a': int})(a=1), is_typeddict(TD))
@runtime_checkable
class Closer(Protocol):
    def close(self) -> None: ...
class F:
    def close(self): pass
print(isinstance(F(), Closer), isinstance(5, Closer), issubclass(F, Closer)); t(Closer)
class Named(Protocol):
    name: str
t(lambda: isinstance(F(), Named))
class Impl(Named):
    name='z'
print(Impl().name)
@runtime_checkable
class HasName(Protocol):
    name: str
print(isinstance(Impl(), HasName)); t(lambda: issubclass(F, HasName))
print(isinstance(5, SupportsInt), isinstance('a', SupportsInt), isinstance(5, SupportsIndex), isinstance(1.5, SupportsFloat), isinstance(b'', SupportsBytes), isinstance(1,SupportsAbs))
def f(a: int, b: 'str' = None, *c: List['int'], d: Optional['Stack'] = None, **e: Any) -> 'Dict[str, int]': pass
print(get_type_hints(f)); print(get_type_hints(Stack), get_type_hints(Point))
class H:
    a: 'int'
    b: ClassVar['str'] = 'x'
    c: Annotated[int, 'meta']
print(get_type_hints(H), get_type_hints(H, include_extras=True)); t(get_type_hints, 5); print(get_type_hints(len))
UserId = NewType('UserId', int); print(UserId, UserId(5), UserId.__supertype__, UserId.__name__)
print(cast(int,'a'), TYPE_CHECKING)
@overload
def g(x: int) -> int: ...
@overload
def g(x: str) -> str: ...
def g(x): return x
print(g(1))
@final
class Fi: pass
@no_type_check
def nt(a: 'zzz'): pass
print(get_type_hints(nt))
print(ForwardRef('X'), ForwardRef('X')==ForwardRef('X')); t(ForwardRef, '1 +'); t(ForwardRef, 5)
def fn(x: "Undefined"): pass
t(get_type_hints, fn)
print(int | Optional[str], List[int] | None, T | int, 'X' | T if 0 else '')
t(lambda: type('A',(Union[int,str],),{})); 
def mk():
    class A(Any): pass
t(mk)
def mk():
    class A(Generic): pass
t(mk)
def mk():
    class A(Generic[T],Generic[K]): pass
t(mk)
def mk():
    class A(List[T], Generic[K]): pass
t(mk)
print(P.args, P.kwargs, T.__name__, T.__bound__, K.__constraints__, B.__bound__, TypeVar('Q',covariant=True))
x: List[int] = []
print(__annotations__)
