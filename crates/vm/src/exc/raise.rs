//! Raising and catching exceptions in native code.

use std::borrow::Cow;

use super::exception::PyBaseException;
use super::{PyResult, Raised};
use crate::heap::VmCell;
use crate::object::Ty;
use crate::value::Value;
use crate::vm::Vm;

macro_rules! raisers {
    ($($name:ident;)*) => {
        impl Vm {
            $(
                #[doc = concat!("Raises the builtin exception `", stringify!($name), "` with this message.")]
                #[cold]
                pub fn $name(&mut self, message: impl Into<Cow<'static, str>>) -> Raised {
                    self.raise(self.exc.$name, message)
                }
            )*
        }
    };
}

raisers! {
    arithmetic_error;
    assertion_error;
    attribute_error;
    buffer_error;
    eof_error;
    import_error;
    index_error;
    lookup_error;
    name_error;
    not_implemented_error;
    os_error;
    overflow_error;
    recursion_error;
    reference_error;
    runtime_error;
    system_error;
    type_error;
    unbound_local_error;
    value_error;
    zero_division_error;
}

impl Vm {
    /// Raises `ty(message)`.
    #[cold]
    pub fn raise(&mut self, ty: Ty, message: impl Into<Cow<'static, str>>) -> Raised {
        let message: Cow<'static, str> = message.into();
        let message = self.new_str(&message);
        self.raise_with(ty, &[message])
    }

    /// Raises `ty(*args)`, made without running Python code when `ty` is a builtin exception.
    #[cold]
    pub fn raise_with(&mut self, ty: Ty, args: &[Value]) -> Raised {
        let base = self.exc.base_exception;
        if ty.slots.new.get().map(|new| new as usize) == base.slots.new.get().map(|new| new as usize)
            && ty.slots.init.get().map(|init| init as usize) == base.slots.init.get().map(|init| init as usize)
        {
            let args = VmCell::new(self.new_tuple_from(args));
            let exception = self.new_instance(ty, PyBaseException { args, ..PyBaseException::default() });
            return self.raise_value(exception);
        }
        match self.call(&ty.value(), args) {
            Ok(exception) => self.raise_value(exception),
            Err(raised) => raised,
        }
    }

    /// Raises an exception instance; the exception being handled becomes its context.
    #[cold]
    pub fn raise_value(&mut self, exception: Value) -> Raised {
        self.set_context(&exception);
        self.raised = Some(exception);
        Raised(())
    }

    /// Raises an exception instance again, with the context it has.
    pub fn reraise(&mut self, exception: Value) -> Raised {
        self.raised = Some(exception);
        Raised(())
    }

    /// `KeyError(key)`.
    #[cold]
    pub fn key_error(&mut self, key: &Value) -> Raised {
        self.raise_with(self.exc.key_error, std::slice::from_ref(key))
    }

    /// `MemoryError()`.
    #[cold]
    pub fn memory_error(&mut self) -> Raised {
        self.raise_with(self.exc.memory_error, &[])
    }

    /// The pending exception, which is pending no longer. `None` only if there is none.
    pub fn take_raised(&mut self) -> Option<Value> {
        self.raised.take()
    }

    /// Whether the pending exception is an instance of `ty`.
    pub fn raised_is(&self, ty: Ty) -> bool {
        self.raised.as_ref().is_some_and(|exception| self.is_instance(exception, ty))
    }

    /// Forgets the pending exception.
    pub fn clear_raised(&mut self) {
        self.raised = None;
    }

    /// Turns an exception of type `ty` into `None`; others pass.
    pub fn catch<T>(&mut self, result: PyResult<T>, ty: Ty) -> PyResult<Option<T>> {
        match result {
            Ok(value) => Ok(Some(value)),
            Err(raised) => {
                if self.raised_is(ty) {
                    self.clear_raised();
                    Ok(None)
                } else {
                    Err(raised)
                }
            }
        }
    }

    /// The exception for marshal data that does not read.
    #[cold]
    pub fn raise_marshal_fault(&mut self, fault: &minipy_bytecode::marshal::Fault) -> Raised {
        use minipy_bytecode::marshal::PythonError;
        let ty = match fault.kind.python_error() {
            PythonError::Eof => self.exc.eof_error,
            PythonError::Type => self.exc.type_error,
            PythonError::System => self.exc.system_error,
            PythonError::Overflow => self.exc.overflow_error,
            PythonError::Value | PythonError::UnicodeDecode => self.exc.value_error,
        };
        self.raise(ty, fault.kind.to_string())
    }

    /// MemoryError unless `bytes` more can be had (a limit, or sizes no machine has).
    pub fn check_size(&mut self, bytes: usize) -> PyResult<()> {
        let used = self.heap.allocated.get();
        let fits = bytes <= isize::MAX as usize / 2 && used.saturating_add(bytes) <= self.heap.limit.get();
        if fits && (bytes < 1 << 20 || Vec::<u8>::new().try_reserve_exact(bytes).is_ok()) {
            return Ok(());
        }
        Err(self.memory_error())
    }
}
