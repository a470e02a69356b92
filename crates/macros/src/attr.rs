//! Reading attributes: doc comments, and lists such as `("text", raw, convention = "tuple")`.

use proc_macro2::{Ident, TokenStream};
use quote::quote;
use syn::parse::{Parse, ParseStream};
use syn::punctuated::Punctuated;
use syn::{Attribute, Error, Expr, ExprLit, Lit, LitStr, Meta, Result, Token};

use crate::signature::{Place, Signature};

/// The arguments of an attribute that declares a callable.
pub struct CallableArgs {
    pub text: LitStr,
    /// The function takes `Args` as they are.
    pub raw: bool,
    /// `__text_signature__` is None.
    pub no_text: bool,
    pub convention: Option<LitStr>,
}

impl Parse for CallableArgs {
    fn parse(input: ParseStream<'_>) -> Result<Self> {
        let mut args = CallableArgs { text: input.parse()?, raw: false, no_text: false, convention: None };
        while !input.is_empty() {
            input.parse::<Token![,]>()?;
            if input.is_empty() {
                break;
            }
            let option: Ident = input.parse()?;
            match option.to_string().as_str() {
                "raw" => args.raw = true,
                "no_text" => args.no_text = true,
                "convention" => {
                    input.parse::<Token![=]>()?;
                    args.convention = Some(input.parse()?);
                }
                _ => return Err(Error::new(option.span(), "expected raw, no_text or convention = \"…\"")),
            }
        }
        Ok(args)
    }
}

impl CallableArgs {
    /// The signature the text declares.
    pub fn signature(&self, place: Place) -> Result<Signature> {
        Signature::parse(&self.text, place)
    }
}

/// A name or a string: `#[slot(repr)]`, `#[getter("real")]`.
pub struct Name(pub String, pub proc_macro2::Span);

impl Parse for Name {
    fn parse(input: ParseStream<'_>) -> Result<Self> {
        if input.peek(LitStr) {
            let text: LitStr = input.parse()?;
            return Ok(Name(text.value(), text.span()));
        }
        let ident: Ident = syn::ext::IdentExt::parse_any(input)?;
        Ok(Name(ident.to_string(), ident.span()))
    }
}

/// The doc comment as `Option<&'static str>`: the indentation that the comment's lines share is dropped.
pub fn doc(attributes: &[Attribute]) -> TokenStream {
    let mut lines = Vec::new();
    for attribute in attributes {
        if let Meta::NameValue(pair) = &attribute.meta
            && pair.path.is_ident("doc")
            && let Expr::Lit(ExprLit { lit: Lit::Str(text), .. }) = ungrouped(&pair.value)
        {
            lines.extend(
                text.value().split('\n').map(|line| line.strip_prefix(' ').unwrap_or(line).trim_end().to_owned()),
            );
        }
    }
    let text = lines.join("\n");
    match text.trim_matches('\n') {
        "" => quote!(::core::option::Option::None),
        text => quote!(::core::option::Option::Some(#text)),
    }
}

/// Without the invisible groups that a `macro_rules` macro puts around what it passes on.
fn ungrouped(expr: &Expr) -> &Expr {
    match expr {
        Expr::Group(group) => ungrouped(&group.expr),
        other => other,
    }
}

/// What `#[pyclass(…)]`, `#[pymethods(…)]` and `pytype!` accept: `key`, `key = value` and `key(a, b)`, in any order.
pub struct Options(Punctuated<Meta, Token![,]>);

impl Parse for Options {
    fn parse(input: ParseStream<'_>) -> Result<Self> {
        Punctuated::parse_terminated(input).map(Options)
    }
}

impl Options {
    /// The options of an attribute.
    pub fn iter(&self) -> impl Iterator<Item = &Meta> {
        self.0.iter()
    }
}

/// The identifiers in `key(a, b)`.
pub fn ident_list(meta: &Meta) -> Result<Vec<Ident>> {
    let list = meta.require_list()?;
    Ok(list.parse_args_with(Punctuated::<Ident, Token![,]>::parse_terminated)?.into_iter().collect())
}

/// The string in `key = "value"`.
pub fn string(meta: &Meta) -> Result<String> {
    match &meta.require_name_value()?.value {
        Expr::Lit(ExprLit { lit: Lit::Str(text), .. }) => Ok(text.value()),
        other => Err(Error::new_spanned(other, "expected a string")),
    }
}
