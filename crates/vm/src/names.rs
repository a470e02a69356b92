//! Names that the Vm itself uses, interned once.

use crate::value::Value;
use crate::vm::Vm;

macro_rules! names {
    ($($name:ident)*) => {
        /// Interned strs, each under its own text.
        #[allow(missing_docs, non_snake_case, reason = "each field is the name it holds")]
        pub struct Names { $(pub $name: Value),* }

        impl Names {
            pub(crate) fn new(vm: &mut Vm) -> Names {
                Names { $($name: vm.intern(stringify!($name))),* }
            }

            /// Before the table of interned names exists.
            pub(crate) fn unset() -> Names {
                Names { $($name: Value::NONE),* }
            }
        }
    };
}

names! {
    __abs__ __add__ __aenter__ __aexit__ __aiter__ __all__ __and__ __anext__ __annotations__ __await__ __bases__ __bool__
    __build_class__ __builtins__ __bytes__ __cached__ __call__ __cause__ __ceil__ __class__ __class_getitem__ __classcell__
    __complex__ __contains__ __context__ __code__ __defaults__ __del__ __delattr__ __delete__ __delitem__ __dict__ __dir__
    __divmod__ __doc__ __enter__ __eq__ __exit__ __file__ __float__ __floor__ __floordiv__ __format__ __func__ __ge__
    __get__ __getattr__ __getattribute__ __getitem__ __getnewargs__ __getstate__ __globals__ __gt__ __hash__ __iadd__ __iand__ __ifloordiv__
    __ilshift__ __imatmul__ __imod__ __import__ __imul__ __index__ __init__ __init_subclass__ __instancecheck__ __int__
    __invert__ __ior__ __ipow__ __irshift__ __isabstractmethod__ __isub__ __iter__ __itruediv__ __ixor__ __kwdefaults__
    __le__ __len__ __length_hint__ __loader__ __lshift__ __lt__ __main__ __match_args__ __matmul__ __missing__ __mod__
    __module__ __mro_entries__ __mul__ __name__ __ne__ __neg__ __new__ __next__ __objclass__ __or__ __origin__ __package__ __path__
    __pos__ __pow__ __prepare__ __qualname__ __radd__ __rand__ __rdivmod__ __reduce__ __reduce_ex__ __repr__ __reversed__
    __rfloordiv__ __rlshift__ __rmatmul__ __rmod__ __rmul__ __ror__ __round__ __rpow__ __rrshift__ __rshift__ __rsub__
    __rtruediv__ __rxor__ __self__ __set__ __set_name__ __setattr__ __setitem__ __setstate__ __sizeof__ __slots__ __spec__
    __str__ __sub__ __subclasscheck__ __subclasses__ __subclasshook__ __text_signature__ __traceback__ __truediv__ __trunc__
    __weakref__ __wrapped__ __xor__ _initializing append args builtins close code copy encoding errors fget filename flush
    get keys lineno metaclass modules mro msg name obj offset path read readline send stderr stdin stdout sys text throw update
    value values write items
}
