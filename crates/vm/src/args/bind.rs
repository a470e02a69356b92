//! Binding arguments to the parameters of a signature.

use super::Args;
use super::error;
use super::signature::{Convention, Param, ParamKind, Signature};
use crate::exc::PyResult;
use crate::heap::var::PyStr;
use crate::value::Value;
use crate::vm::Vm;

/// What `Args::bind_var` returns: `N` single parameters, the surplus positional values and the surplus keywords.
pub struct Bound<'a, const N: usize> {
    /// One entry for each parameter that is not `*args` or `**kwargs`; absent arguments are `None`.
    pub values: [Option<&'a Value>; N],
    /// What `*args` takes.
    pub rest: &'a [Value],
    /// What `**kwargs` takes.
    pub extra: KwArgs<'a>,
}

/// The keyword arguments that no parameter takes: the value of `**kwargs`. No dict is built.
#[derive(Clone, Copy)]
pub struct KwArgs<'a> {
    args: Args<'a>,
    signature: &'static Signature,
}

impl<'a> KwArgs<'a> {
    /// The arguments in call order, as (name, value).
    pub fn iter(self) -> impl Iterator<Item = (&'a Value, &'a Value)> {
        self.args.keywords().filter(move |(name, _)| !takes(self.signature, name))
    }

    /// Whether there are none.
    pub fn is_empty(self) -> bool {
        !self.args.has_keywords() || self.iter().next().is_none()
    }
}

impl<'a> Args<'a> {
    /// One entry for each parameter of `signature`, which has `N` and neither `*args` nor `**kwargs`.
    /// Absent arguments are `None`, and only those that have a default. TypeError in CPython's words otherwise.
    #[inline(always)]
    pub fn bind<const N: usize>(self, vm: &mut Vm, signature: &'static Signature) -> PyResult<[Option<&'a Value>; N]> {
        let given = self.values.len();
        if self.names.is_empty()
            && signature.required_keywords == 0
            && given >= signature.min_positional
            && given <= signature.max_positional
        {
            return Ok(std::array::from_fn(|i| self.values.get(i)));
        }
        let mut bound = [None; N];
        bind_slowly(vm, self, signature, &mut bound)?;
        Ok(bound)
    }

    /// As `bind`, for signatures with `*args` or `**kwargs`. `N` counts the other parameters.
    #[inline]
    pub fn bind_var<const N: usize>(self, vm: &mut Vm, signature: &'static Signature) -> PyResult<Bound<'a, N>> {
        let mut values = [None; N];
        bind_slowly(vm, self, signature, &mut values)?;
        let rest = if signature.var_positional {
            self.positional().get(signature.max_positional..).unwrap_or(&[])
        } else {
            &[]
        };
        Ok(Bound { values, rest, extra: KwArgs { args: self, signature } })
    }
}

/// Whether a parameter can be given by this name.
fn takes(signature: &'static Signature, name: &Value) -> bool {
    signature.params.iter().any(|param| param.kind.by_name() && is_name(name, param.name))
}

#[cold]
#[inline(never)]
fn bind_slowly<'a>(
    vm: &mut Vm,
    args: Args<'a>,
    signature: &'static Signature,
    bound: &mut [Option<&'a Value>],
) -> PyResult<()> {
    let given = args.len_positional();
    if signature.convention != Convention::Keywords {
        if args.has_keywords() {
            return Err(error::no_keywords(vm, signature));
        }
        let surplus = given > signature.max_positional && !signature.var_positional;
        if given < signature.min_positional || surplus {
            return Err(error::wrong_count(vm, signature, given));
        }
        bound.iter_mut().zip(args.positional()).for_each(|(place, value)| *place = Some(value));
        return Ok(());
    }
    bind_keywords(vm, args, signature, bound)
}

/// The steps and the order of checks of `_PyArg_UnpackKeywords`.
fn bind_keywords<'a>(
    vm: &mut Vm,
    args: Args<'a>,
    signature: &'static Signature,
    bound: &mut [Option<&'a Value>],
) -> PyResult<()> {
    let &Signature { positional_only, min_positional, max_positional, .. } = signature;
    // Values for `*args` are none of the parser's business.
    let given =
        if signature.var_positional { args.len_positional().min(max_positional) } else { args.len_positional() };
    let mut unused = args.names().len();
    if !signature.var_keyword && given + unused > bound.len() {
        return Err(error::too_many(vm, signature, given, given + unused, bound.len()));
    }
    if given > max_positional || given < positional_only.min(min_positional) {
        return Err(error::wrong_positional_count(vm, signature, given));
    }
    bound.iter_mut().zip(args.positional().iter().take(max_positional)).for_each(|(place, value)| *place = Some(value));
    for (i, (param, place)) in signature.single_params().zip(bound.iter_mut()).enumerate().skip(given) {
        if param.kind.by_name() && unused > 0 {
            *place = find(args, param);
            unused -= usize::from(place.is_some());
        }
        if place.is_none() && param.default.is_none() {
            return Err(error::missing(vm, signature, param, i + 1));
        }
    }
    if unused > 0 {
        check_unused(vm, args, signature, given)?;
    }
    Ok(())
}

/// Keywords are left over: one may name a parameter that was given by position; the others must fit `**kwargs`.
#[cold]
fn check_unused(vm: &mut Vm, args: Args<'_>, signature: &'static Signature, given: usize) -> PyResult<()> {
    for (i, param) in signature.single_params().enumerate().take(given) {
        if param.kind == ParamKind::PositionalOrKeyword && find(args, param).is_some() {
            return Err(error::given_twice(vm, signature, param, i + 1));
        }
    }
    if signature.var_keyword {
        return Ok(());
    }
    match args.names().iter().find(|name| !takes(signature, name)) {
        Some(name) => Err(error::unexpected_keyword(vm, signature, name)),
        None => Ok(()),
    }
}

/// Whether the interned str `name` is `text`.
fn is_name(name: &Value, text: &str) -> bool {
    name.downcast::<PyStr>().and_then(PyStr::as_ascii) == Some(text)
}

fn find<'a>(args: Args<'a>, param: &Param) -> Option<&'a Value> {
    args.keywords().find(|(name, _)| is_name(name, param.name)).map(|(_, value)| value)
}
