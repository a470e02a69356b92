//! The table of builtin exception types: name, base, documentation. The one place that lists them.

use crate::object::Ty;

/// One builtin exception type, before it is made.
pub struct ExcDef {
    /// `__name__`.
    pub name: &'static str,
    /// Name of the base.
    pub base: &'static str,
    /// `__doc__`, which programs print.
    pub doc: &'static str,
}

macro_rules! exceptions {
    ($($field:ident $name:ident $base:ident $doc:literal;)*) => {
        /// The exception types of a Vm.
        #[expect(missing_docs, reason = "the names are the exceptions'")]
        pub struct ExcTypes { $(pub $field: Ty),* }

        /// The definitions, bases first.
        pub const EXCEPTIONS: &[ExcDef] = &[$(ExcDef { name: stringify!($name), base: stringify!($base), doc: $doc }),*];

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
    base_exception BaseException object "Common base class for all exceptions";
    system_exit SystemExit BaseException "Request to exit from the interpreter.";
    keyboard_interrupt KeyboardInterrupt BaseException "Program interrupted by user.";
    generator_exit GeneratorExit BaseException "Request that a generator exit.";
    exception Exception BaseException "Common base class for all non-exit exceptions.";
    stop_iteration StopIteration Exception "Signal the end from iterator.__next__().";
    stop_async_iteration StopAsyncIteration Exception "Signal the end from iterator.__anext__().";
    arithmetic_error ArithmeticError Exception "Base class for arithmetic errors.";
    floating_point_error FloatingPointError ArithmeticError "Floating point operation failed.";
    overflow_error OverflowError ArithmeticError "Result too large to be represented.";
    zero_division_error ZeroDivisionError ArithmeticError "Second argument to a division or modulo operation was zero.";
    assertion_error AssertionError Exception "Assertion failed.";
    attribute_error AttributeError Exception "Attribute not found.";
    buffer_error BufferError Exception "Buffer error.";
    eof_error EOFError Exception "Read beyond end of file.";
    import_error ImportError Exception "Import can't find module, or can't find name in module.";
    module_not_found_error ModuleNotFoundError ImportError "Module not found.";
    lookup_error LookupError Exception "Base class for lookup errors.";
    index_error IndexError LookupError "Sequence index out of range.";
    key_error KeyError LookupError "Mapping key not found.";
    memory_error MemoryError Exception "Out of memory.";
    name_error NameError Exception "Name not found globally.";
    unbound_local_error UnboundLocalError NameError "Local name referenced but not bound to a value.";
    os_error OSError Exception "Base class for I/O related errors.";
    blocking_io_error BlockingIOError OSError "I/O operation would block.";
    child_process_error ChildProcessError OSError "Child process error.";
    connection_error ConnectionError OSError "Connection error.";
    broken_pipe_error BrokenPipeError ConnectionError "Broken pipe.";
    connection_aborted_error ConnectionAbortedError ConnectionError "Connection aborted.";
    connection_refused_error ConnectionRefusedError ConnectionError "Connection refused.";
    connection_reset_error ConnectionResetError ConnectionError "Connection reset.";
    file_exists_error FileExistsError OSError "File already exists.";
    file_not_found_error FileNotFoundError OSError "File not found.";
    interrupted_error InterruptedError OSError "Interrupted by signal.";
    is_a_directory_error IsADirectoryError OSError "Operation doesn't work on directories.";
    not_a_directory_error NotADirectoryError OSError "Operation only works on directories.";
    permission_error PermissionError OSError "Not enough permissions.";
    process_lookup_error ProcessLookupError OSError "Process not found.";
    timeout_error TimeoutError OSError "Timeout expired.";
    reference_error ReferenceError Exception "Weak ref proxy used after referent went away.";
    runtime_error RuntimeError Exception "Unspecified run-time error.";
    not_implemented_error NotImplementedError RuntimeError "Method or function hasn't been implemented yet.";
    recursion_error RecursionError RuntimeError "Recursion limit exceeded.";
    syntax_error SyntaxError Exception "Invalid syntax.";
    indentation_error IndentationError SyntaxError "Improper indentation.";
    tab_error TabError IndentationError "Improper mixture of spaces and tabs.";
    system_error SystemError Exception "Internal error in the Python interpreter.\n\nPlease report this to the Python maintainer, along with the traceback,\nthe Python version, and the hardware/OS platform and version.";
    type_error TypeError Exception "Inappropriate argument type.";
    value_error ValueError Exception "Inappropriate argument value (of correct type).";
    unicode_error UnicodeError ValueError "Unicode related error.";
    unicode_decode_error UnicodeDecodeError UnicodeError "Unicode decoding error.";
    unicode_encode_error UnicodeEncodeError UnicodeError "Unicode encoding error.";
    unicode_translate_error UnicodeTranslateError UnicodeError "Unicode translation error.";
    warning Warning Exception "Base class for warning categories.";
    deprecation_warning DeprecationWarning Warning "Base class for warnings about deprecated features.";
    pending_deprecation_warning PendingDeprecationWarning Warning "Base class for warnings about features which will be deprecated\nin the future.";
    runtime_warning RuntimeWarning Warning "Base class for warnings about dubious runtime behavior.";
    syntax_warning SyntaxWarning Warning "Base class for warnings about dubious syntax.";
    user_warning UserWarning Warning "Base class for warnings generated by user code.";
    future_warning FutureWarning Warning "Base class for warnings about constructs that will change semantically\nin the future.";
    import_warning ImportWarning Warning "Base class for warnings about probable mistakes in module imports";
    unicode_warning UnicodeWarning Warning "Base class for warnings about Unicode related problems, mostly\nrelated to conversion problems.";
    bytes_warning BytesWarning Warning "Base class for warnings about bytes and buffer related problems, mostly\nrelated to conversion from str or comparing to str.";
    resource_warning ResourceWarning Warning "Base class for warnings about resource usage.";
    encoding_warning EncodingWarning Warning "Base class for warnings about encodings.";
}
