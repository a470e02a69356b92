//! `Signature`: a callable's parameters as constant data, written by the macros from the signature text.

/// How a parameter may be given (inspect's kinds).
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum ParamKind {
    /// Before `/`.
    PositionalOnly,
    /// The ordinary kind.
    PositionalOrKeyword,
    /// `*args`.
    VarPositional,
    /// After `*`.
    KeywordOnly,
    /// `**kwargs`.
    VarKeyword,
}

impl ParamKind {
    /// Whether an argument may be given by the parameter's name.
    pub const fn by_name(self) -> bool {
        matches!(self, ParamKind::PositionalOrKeyword | ParamKind::KeywordOnly)
    }

    /// Whether it takes the surplus.
    pub const fn is_var(self) -> bool {
        matches!(self, ParamKind::VarPositional | ParamKind::VarKeyword)
    }
}

/// One parameter; the receiver is not among them.
#[derive(Clone, Copy, Debug)]
pub struct Param {
    /// Its name.
    pub name: &'static str,
    /// How it may be given.
    pub kind: ParamKind,
    /// The default as written; `None` if an argument is required.
    pub default: Option<&'static str>,
}

/// Which of CPython's calling conventions a callable has. They differ in the words of their errors.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Convention {
    /// METH_NOARGS: `list.clear() takes no arguments (1 given)`.
    NoArgs,
    /// METH_O: `list.append() takes exactly one argument (2 given)`.
    One,
    /// METH_FASTCALL without keywords: `insert expected 2 arguments, got 1`.
    Positional,
    /// METH_VARARGS with PyArg_ParseTuple: `find() takes at least 1 argument (0 given)`.
    Tuple,
    /// METH_FASTCALL with keywords: `round() missing required argument 'number' (pos 1)`.
    Keywords,
}

/// The declaration of a native callable. The counts follow from `params`; the macros write them out.
#[derive(Debug)]
pub struct Signature {
    /// `__name__`.
    pub name: &'static str,
    /// Name of the type or module it belongs to, for messages; empty for builtins.
    pub owner: &'static str,
    /// The parameters.
    pub params: &'static [Param],
    /// `__text_signature__`.
    pub text: Option<&'static str>,
    /// Decides the words of errors.
    pub convention: Convention,
    /// Parameters before `/`.
    pub positional_only: usize,
    /// Positional parameters without a default.
    pub min_positional: usize,
    /// Positional parameters (of both kinds).
    pub max_positional: usize,
    /// Keyword-only parameters without a default.
    pub required_keywords: usize,
    /// There is `*args`.
    pub var_positional: bool,
    /// There is `**kwargs`.
    pub var_keyword: bool,
}

impl Signature {
    /// The parameters that take one argument each: without `*args` and `**kwargs`.
    pub fn single_params(&self) -> impl Iterator<Item = &'static Param> {
        self.params.iter().filter(|param| !param.kind.is_var())
    }

    /// Name with the owner before it, as `_PyObject_FunctionStr` writes it: `list.append()`.
    pub fn qualified(&self) -> String {
        if self.owner.is_empty() { format!("{}()", self.name) } else { format!("{}.{}()", self.owner, self.name) }
    }
}

/// A default that typed parameters can use, read from the signature text.
#[derive(Clone, Copy, PartialEq, Debug)]
pub enum Literal {
    /// `None`.
    None,
    /// `True`.
    True,
    /// `False`.
    False,
    /// An int that fits; `sys.maxsize` too.
    Int(i64),
    /// A float.
    Float(f64),
    /// Anything else: only `Option` parameters can stand for it.
    Other,
}
