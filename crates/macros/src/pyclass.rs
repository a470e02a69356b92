//! `#[pyclass]` and `pytype!`: a Rust type becomes a builtin type's payload and has its definition.

use proc_macro2::{Ident, TokenStream};
use quote::quote;
use syn::parse::{Parse, ParseStream};
use syn::{Attribute, Error, Expr, Fields, ItemStruct, Meta, Result, Token};

use crate::attr::{Options, doc, ident_list, string};
use crate::pymethods::part_ident;

/// The options of a class.
struct Class {
    name: String,
    module: String,
    base: Option<syn::Path>,
    layout: Option<Expr>,
    flags: Vec<Ident>,
    extra_words: Option<Expr>,
    has_dict: bool,
    has_weakref: bool,
    parts: Vec<TokenStream>,
    accepts: Option<Expr>,
    tracked: bool,
    trailing: Option<Expr>,
}

impl Class {
    fn read(options: &Options, ident: &Ident) -> Result<Class> {
        let mut name = None;
        let mut class = Class {
            name: String::new(),
            module: "builtins".to_owned(),
            base: None,
            layout: None,
            flags: Vec::new(),
            extra_words: None,
            has_dict: false,
            has_weakref: false,
            parts: vec![quote!(<#ident>::PART)],
            accepts: None,
            tracked: true,
            trailing: None,
        };
        for option in options.iter() {
            let key = option.path().get_ident().map(ToString::to_string).unwrap_or_default();
            match key.as_str() {
                "name" => name = Some(string(option)?),
                "module" => class.module = string(option)?,
                "base" => class.base = Some(path(option)?),
                "layout" => class.layout = Some(option.require_name_value()?.value.clone()),
                "accepts" => class.accepts = Some(option.require_name_value()?.value.clone()),
                "trailing" => class.trailing = Some(option.require_name_value()?.value.clone()),
                "extra_words" => class.extra_words = Some(option.require_name_value()?.value.clone()),
                "no_trace" => class.tracked = false,
                "flags" => class.read_flags(option)?,
                "parts" => {
                    let parts = ident_list(option)?;
                    let constants = parts.iter().map(|part| part_ident(Some(&part.to_string())));
                    class.parts = constants.map(|part| quote!(<#ident>::#part)).collect();
                }
                _ => {
                    let known =
                        "name, module, base, layout, flags(…), parts(…), accepts, trailing, extra_words, no_trace";
                    return Err(Error::new_spanned(option, format!("expected one of {known}")));
                }
            }
        }
        class.name = name.ok_or_else(|| Error::new(ident.span(), "name = \"…\" is missing"))?;
        Ok(class)
    }

    fn read_flags(&mut self, option: &Meta) -> Result<()> {
        for flag in ident_list(option)? {
            match flag.to_string().as_str() {
                "dict" => self.has_dict = true,
                "weakref" => self.has_weakref = true,
                text => self.flags.push(Ident::new(&text.to_uppercase(), flag.span())),
            }
        }
        Ok(())
    }

    /// `impl PyClass`.
    fn definition(&self, ident: &Ident, doc: &TokenStream) -> TokenStream {
        let Class { name, module, flags, has_dict, has_weakref, parts, .. } = self;
        let base = match &self.base {
            Some(base) => quote!(::core::option::Option::Some(<#base as ::minipy_vm::object::def::PyClass>::TYPE)),
            None => quote!(::core::option::Option::None),
        };
        let layout = match &self.layout {
            Some(layout) => quote!(#layout),
            None => quote!(0),
        };
        let payload = match &self.layout {
            Some(_) => quote!(::core::option::Option::Some(::minipy_vm::heap::layout::functions::<#ident>())),
            None => quote!(::core::option::Option::None),
        };
        let extra_words = match &self.extra_words {
            Some(words) => quote!(#words),
            None => quote!(0),
        };
        let accepts = match (&self.accepts, &self.layout) {
            (Some(accepts), _) => quote!((#accepts)(value)),
            (None, Some(_)) => quote!(value.is_a::<#ident>()),
            (None, None) => quote!(false),
        };
        quote! {
            impl ::minipy_vm::object::def::PyClass for #ident {
                const TYPE_NAME: &'static str = #name;
                const TYPE: &'static ::minipy_vm::object::TypeDef = {
                    static TYPE: ::minipy_vm::object::TypeDef = ::minipy_vm::object::TypeDef {
                        name: #name,
                        module: #module,
                        doc: #doc,
                        base: #base,
                        layout: #layout,
                        flags: ::minipy_vm::object::TypeFlags(0) #(.with(::minipy_vm::object::TypeFlags::#flags))*,
                        extra_words: #extra_words,
                        has_dict: #has_dict,
                        has_weakref: #has_weakref,
                        payload: #payload,
                        parts: &[#(#parts),*],
                    };
                    &TYPE
                };
                #[inline(always)]
                fn accepts(value: &::minipy_vm::Value) -> bool {
                    #accepts
                }
            }
        }
    }

    /// `impl Payload`, if the type has a layout.
    fn payload(&self, item: &ItemStruct) -> Result<TokenStream> {
        let Some(layout) = &self.layout else { return Ok(quote!()) };
        let ident = &item.ident;
        let Class { name, tracked, .. } = self;
        let mut trace = Vec::new();
        let mut clear = Vec::new();
        let skipped = |field: &syn::Field| field.attrs.iter().any(is_skip);
        for (i, field) in item.fields.iter().enumerate().filter(|(_, field)| *tracked && !skipped(field)) {
            let member = match (&item.fields, &field.ident) {
                (Fields::Named(_), Some(name)) => quote!(#name),
                _ => {
                    let index = syn::Index::from(i);
                    quote!(#index)
                }
            };
            trace.push(quote!(::minipy_vm::heap::Trace::trace(&self.#member, visit);));
            clear.push(quote!(::minipy_vm::heap::Trace::clear(&self.#member);));
        }
        let trailing = self.trailing.as_ref().map(|trailing| quote!(fn trailing(&self) -> usize { (#trailing)(self) }));
        Ok(quote! {
            impl ::minipy_vm::heap::Payload for #ident {
                const LAYOUT: u8 = #layout;
                const NAME: &'static str = #name;
                const TRACKED: bool = #tracked;
                #trailing
                #[allow(unused_variables, reason = "a payload may hold no references")]
                fn trace(&self, visit: &mut ::minipy_vm::heap::Visitor<'_>) {
                    #(#trace)*
                }
                fn clear(&self) {
                    #(#clear)*
                }
            }
        })
    }
}

fn path(option: &Meta) -> Result<syn::Path> {
    match &option.require_name_value()?.value {
        Expr::Path(path) => Ok(path.path.clone()),
        Expr::Lit(_) => syn::parse_str(&string(option)?),
        other => Err(Error::new_spanned(other, "expected the base's payload type")),
    }
}

fn is_skip(attribute: &Attribute) -> bool {
    attribute.path().is_ident("pyclass") && attribute.parse_args::<Ident>().is_ok_and(|word| word == "skip")
}

/// Expands `#[pyclass]`.
pub fn expand(options: &Options, mut item: ItemStruct) -> Result<TokenStream> {
    let class = Class::read(options, &item.ident)?;
    let payload = class.payload(&item)?;
    let definition = class.definition(&item.ident, &doc(&item.attrs));
    item.fields.iter_mut().for_each(|field| field.attrs.retain(|attribute| !is_skip(attribute)));
    Ok(quote! { #item #payload #definition })
}

/// `pytype! { /// doc  PyStr: name = "str", layout = 4, parts(methods) }`.
pub struct PyType {
    attributes: Vec<Attribute>,
    ident: Ident,
    options: Options,
}

impl Parse for PyType {
    fn parse(input: ParseStream<'_>) -> Result<Self> {
        let attributes = input.call(Attribute::parse_outer)?;
        let ident = input.parse()?;
        input.parse::<Token![:]>()?;
        Ok(PyType { attributes, ident, options: input.parse()? })
    }
}

/// Expands `pytype!`: the definition of a type whose payload is written by hand.
pub fn expand_type(declaration: &PyType) -> Result<TokenStream> {
    let class = Class::read(&declaration.options, &declaration.ident)?;
    Ok(class.definition(&declaration.ident, &doc(&declaration.attributes)))
}
