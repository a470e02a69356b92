//! `#[pyfunction]` and `functions!`: functions of a module.

use proc_macro2::TokenStream;
use quote::{format_ident, quote};
use syn::punctuated::Punctuated;
use syn::{ItemFn, Path, Result, Token};

use crate::attr::{CallableArgs, doc};
use crate::callable::{self, Receiver};
use crate::signature::Place;

/// Expands `#[pyfunction]`: the function, and beside it the constant that `functions!` refers to.
pub fn expand(declaration: &CallableArgs, item: &ItemFn) -> Result<TokenStream> {
    let ident = &item.sig.ident;
    let visibility = &item.vis;
    let owner = declaration.signature(Place::Function)?.owner.unwrap_or_default();
    let doc = doc(&item.attrs);
    let def = callable::method_def(
        &quote!(#ident),
        &item.sig,
        declaration,
        &quote!(#owner),
        Place::Function,
        &Receiver::None,
        &doc,
    )?;
    let constant = format_ident!("__def_{ident}");
    Ok(quote! {
        #item
        #[doc(hidden)]
        #[allow(non_upper_case_globals, reason = "named after the function")]
        #visibility const #constant: ::minipy_vm::object::MethodDef = #def;
    })
}

/// Expands `functions![sqrt, trig::sin]`.
pub fn expand_list(list: Punctuated<Path, Token![,]>) -> TokenStream {
    let constants = list.into_iter().map(|mut path| {
        if let Some(last) = path.segments.last_mut() {
            last.ident = format_ident!("__def_{}", last.ident);
        }
        path
    });
    quote!(&[#(#constants),*])
}
