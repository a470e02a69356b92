//! The table of builtin exception types: name, base, documentation. The one place that lists them.

use crate::object::Ty;

/// One builtin exception type, before it is made.
pub struct ExcDef {
    /// `__name__`.
    pub name: &'static str,
    /// Name of the base.
    pub base: &'static str,
}

macro_rules! exceptions {
    ($($field:ident $name:ident $base:ident;)*) => {
        /// The exception types of a Vm.
        #[expect(missing_docs, reason = "the names are the exceptions'")]
        pub struct ExcTypes { $(pub $field: Ty),* }

        /// The definitions, bases first.
        pub const EXCEPTIONS: &[ExcDef] = &[$(ExcDef { name: stringify!($name), base: stringify!($base) }),*];

        impl ExcTypes {
            /// All of them, in the order of [`EXCEPTIONS`].
            pub fn all(&self) -> Vec<Ty> {
                vec![$(self.$field),*]
            }

            /// Fills the struct from `types`, made in the order of [`EXCEPTIONS`]; `placeholder` where one is missing.
            pub(crate) fn from_types(mut types: impl Iterator<Item = Ty>, placeholder: Ty) -> ExcTypes {
                $(let $field = types.next().unwrap_or(placeholder);)*
                ExcTypes { $($field),* }
            }
        }
    };
}

exceptions! {
    base_exception BaseException object;
    system_exit SystemExit BaseException;
    keyboard_interrupt KeyboardInterrupt BaseException;
    generator_exit GeneratorExit BaseException;
    exception Exception BaseException;
    stop_iteration StopIteration Exception;
    stop_async_iteration StopAsyncIteration Exception;
    arithmetic_error ArithmeticError Exception;
    floating_point_error FloatingPointError ArithmeticError;
    overflow_error OverflowError ArithmeticError;
    zero_division_error ZeroDivisionError ArithmeticError;
    assertion_error AssertionError Exception;
    attribute_error AttributeError Exception;
    buffer_error BufferError Exception;
    eof_error EOFError Exception;
    import_error ImportError Exception;
    module_not_found_error ModuleNotFoundError ImportError;
    lookup_error LookupError Exception;
    index_error IndexError LookupError;
    key_error KeyError LookupError;
    memory_error MemoryError Exception;
    name_error NameError Exception;
    unbound_local_error UnboundLocalError NameError;
    os_error OSError Exception;
    blocking_io_error BlockingIOError OSError;
    child_process_error ChildProcessError OSError;
    connection_error ConnectionError OSError;
    broken_pipe_error BrokenPipeError ConnectionError;
    connection_aborted_error ConnectionAbortedError ConnectionError;
    connection_refused_error ConnectionRefusedError ConnectionError;
    connection_reset_error ConnectionResetError ConnectionError;
    file_exists_error FileExistsError OSError;
    file_not_found_error FileNotFoundError OSError;
    interrupted_error InterruptedError OSError;
    is_a_directory_error IsADirectoryError OSError;
    not_a_directory_error NotADirectoryError OSError;
    permission_error PermissionError OSError;
    process_lookup_error ProcessLookupError OSError;
    timeout_error TimeoutError OSError;
    reference_error ReferenceError Exception;
    runtime_error RuntimeError Exception;
    not_implemented_error NotImplementedError RuntimeError;
    recursion_error RecursionError RuntimeError;
    syntax_error SyntaxError Exception;
    indentation_error IndentationError SyntaxError;
    tab_error TabError IndentationError;
    system_error SystemError Exception;
    type_error TypeError Exception;
    value_error ValueError Exception;
    unicode_error UnicodeError ValueError;
    unicode_decode_error UnicodeDecodeError UnicodeError;
    unicode_encode_error UnicodeEncodeError UnicodeError;
    unicode_translate_error UnicodeTranslateError UnicodeError;
    warning Warning Exception;
    deprecation_warning DeprecationWarning Warning;
    pending_deprecation_warning PendingDeprecationWarning Warning;
    runtime_warning RuntimeWarning Warning;
    syntax_warning SyntaxWarning Warning;
    user_warning UserWarning Warning;
    future_warning FutureWarning Warning;
    import_warning ImportWarning Warning;
    unicode_warning UnicodeWarning Warning;
    bytes_warning BytesWarning Warning;
    resource_warning ResourceWarning Warning;
    encoding_warning EncodingWarning Warning;
}
