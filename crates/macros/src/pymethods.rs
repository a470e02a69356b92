//! `#[pymethods]`: an impl block whose marked functions become methods, attributes, slots and the constructor.

use std::collections::BTreeMap;

use proc_macro2::TokenStream;
use quote::{format_ident, quote};
use syn::{Attribute, Error, ImplItem, ImplItemFn, ItemImpl, Result, ReturnType, Type};

use crate::attr::{CallableArgs, Name, Options, doc, string};
use crate::callable::{self, Receiver, is_named, rust_params};
use crate::signature::Place;

/// What a block collects.
#[derive(Default)]
struct Part {
    methods: Vec<TokenStream>,
    getters: BTreeMap<String, Getter>,
    /// Names in the order of the source.
    order: Vec<String>,
    setters: BTreeMap<String, TokenStream>,
    slots: Vec<TokenStream>,
    text_signature: Option<TokenStream>,
}

struct Getter {
    doc: TokenStream,
    get: TokenStream,
    is_member: bool,
}

/// Expands the attribute.
pub fn expand(options: &Options, mut block: ItemImpl) -> Result<TokenStream> {
    let mut part_name = None;
    for option in options.iter() {
        if option.path().is_ident("part") {
            part_name = Some(string(option)?);
        } else {
            return Err(Error::new_spanned(option, "expected part = \"…\""));
        }
    }
    let class = (*block.self_ty).clone();
    let mut part = Part::default();
    let mut errors: Option<Error> = None;
    for item in &mut block.items {
        if let ImplItem::Fn(function) = item
            && let Err(error) = read_function(&class, function, &mut part)
        {
            match &mut errors {
                Some(all) => all.combine(error),
                none => *none = Some(error),
            }
        }
    }
    let errors = errors.map(|error| error.to_compile_error());
    let part_ident = part_ident(part_name.as_deref());
    let constant = part.into_tokens(&block)?;
    Ok(quote! {
        #block
        #errors
        impl #class {
            /// What this block adds to the type.
            #[allow(non_upper_case_globals, reason = "named after the block")]
            pub const #part_ident: ::minipy_vm::object::def::TypePart = #constant;
        }
    })
}

/// The constant that holds a block's part.
pub fn part_ident(name: Option<&str>) -> proc_macro2::Ident {
    match name {
        Some(name) => format_ident!("PART_{name}"),
        None => format_ident!("PART"),
    }
}

/// Takes our attributes off `function` and adds what they declare to `part`.
fn read_function(class: &Type, function: &mut ImplItemFn, part: &mut Part) -> Result<()> {
    const OURS: [&str; 9] =
        ["pymethod", "classmethod", "staticmethod", "getter", "member", "setter", "slot", "new", "init"];
    let is_ours = |attribute: &Attribute| OURS.iter().any(|name| attribute.path().is_ident(name));
    let marks: Vec<Attribute> = function.attrs.iter().filter(|attribute| is_ours(attribute)).cloned().collect();
    function.attrs.retain(|attribute| !is_ours(attribute));
    let doc = doc(&function.attrs);
    if !marks.is_empty() && !has_doc(function) {
        function
            .attrs
            .push(syn::parse_quote!(#[allow(missing_docs, reason = "documented where CPython documents it")]));
    }
    if marks.iter().any(|mark| mark.path().is_ident("new")) {
        function.attrs.push(syn::parse_quote!(#[allow(clippy::new_ret_no_self, reason = "it is the type's __new__")]));
    }
    for mark in &marks {
        let name = mark.path().get_ident().map(ToString::to_string).unwrap_or_default();
        match name.as_str() {
            "pymethod" => part.methods.push(method(class, function, mark, Place::Method, &doc)?),
            "classmethod" => part.methods.push(method(class, function, mark, Place::Class, &doc)?),
            "staticmethod" => part.methods.push(method(class, function, mark, Place::Static, &doc)?),
            "getter" | "member" => {
                let name = attribute_name(mark, function)?;
                part.order.push(name.clone());
                let get = getter(class, function, &name)?;
                part.getters.insert(name, Getter { doc: doc.clone(), get, is_member: mark.path().is_ident("member") });
            }
            "setter" => {
                let name = attribute_name(mark, function)?;
                let set = setter(class, function, &name)?;
                part.setters.insert(name, set);
            }
            "slot" => part.slots.push(slot(class, function, &mark.parse_args::<Name>()?)?),
            constructor => {
                let (slot, text) = construct(class, function, mark, constructor == "new")?;
                part.slots.push(slot);
                // `__init__` decides when a type has both, as it has CPython's text.
                if constructor == "init" || part.text_signature.is_none() {
                    part.text_signature = Some(text);
                }
            }
        }
    }
    Ok(())
}

fn has_doc(function: &ImplItemFn) -> bool {
    function.attrs.iter().any(|attribute| attribute.path().is_ident("doc"))
}

fn attribute_name(mark: &Attribute, function: &ImplItemFn) -> Result<String> {
    match mark.meta {
        syn::Meta::Path(_) => Ok(function.sig.ident.to_string()),
        _ => Ok(mark.parse_args::<Name>()?.0),
    }
}

fn owner(class: &Type) -> TokenStream {
    quote!(<#class as ::minipy_vm::object::def::PyClass>::TYPE_NAME)
}

fn method(
    class: &Type,
    function: &ImplItemFn,
    mark: &Attribute,
    place: Place,
    doc: &TokenStream,
) -> Result<TokenStream> {
    let declaration: CallableArgs = mark.parse_args()?;
    let ident = &function.sig.ident;
    let receiver = match place {
        Place::Method => Receiver::Instance(class),
        Place::Class => Receiver::Class(class),
        _ => Receiver::None,
    };
    callable::method_def(&quote!(<#class>::#ident), &function.sig, &declaration, &owner(class), place, &receiver, doc)
}

fn getter(class: &Type, function: &ImplItemFn, name: &str) -> Result<TokenStream> {
    let ident = &function.sig.ident;
    let params = rust_params(&function.sig)?;
    if params.types.len() != 1 {
        return Err(Error::new_spanned(&function.sig.inputs, "a getter takes the Vm and the receiver"));
    }
    let vm = params.takes_vm.then(|| quote!(vm,));
    Ok(quote! {{
        fn get(vm: &mut ::minipy_vm::Vm, first: &::minipy_vm::Value) -> ::minipy_vm::PyResult {
            let first = ::minipy_vm::args::generated::attr_receiver::<#class, _>(vm, first, #name)?;
            let result = <#class>::#ident(#vm first);
            ::minipy_vm::args::IntoPy::into_py(result, vm)
        }
        get
    }})
}

fn setter(class: &Type, function: &ImplItemFn, name: &str) -> Result<TokenStream> {
    let ident = &function.sig.ident;
    let params = rust_params(&function.sig)?;
    if params.types.len() != 2 {
        return Err(Error::new_spanned(&function.sig.inputs, "a setter takes the Vm, the receiver and Option<&Value>"));
    }
    let vm = params.takes_vm.then(|| quote!(vm,));
    Ok(quote! {{
        fn set(vm: &mut ::minipy_vm::Vm, first: &::minipy_vm::Value, value: ::core::option::Option<&::minipy_vm::Value>) -> ::minipy_vm::PyResult<()> {
            let first = ::minipy_vm::args::generated::attr_receiver::<#class, _>(vm, first, #name)?;
            <#class>::#ident(#vm first, value)
        }
        set
    }})
}

/// A slot's function: receivers are taken down to their payload, everything else passes through.
fn slot(class: &Type, function: &ImplItemFn, name: &Name) -> Result<TokenStream> {
    let Name(slot_name, span) = name;
    let field = if slot_name == "await" { format_ident!("await_") } else { proc_macro2::Ident::new(slot_name, *span) };
    let ident = &function.sig.ident;
    let params = rust_params(&function.sig)?;
    let names: Vec<_> = (0..params.types.len()).map(|i| format_ident!("a{i}")).collect();
    let receive = names.iter().zip(&params.types).enumerate().map(|(i, (name, ty))| {
        if i == 0 && !is_named(ty, "Value") && !is_named(ty, "Ty") {
            let text = slot_name.trim_end_matches('_');
            quote!(let #name = ::minipy_vm::args::generated::slot_receiver::<#class, _>(vm, #name, #text)?;)
        } else {
            quote!()
        }
    });
    let vm = params.takes_vm.then(|| quote!(vm,));
    if !matches!(&function.sig.output, ReturnType::Type(_, ty) if is_named(ty, "PyResult")) {
        return Err(Error::new_spanned(&function.sig, "a slot returns PyResult<…> of its slot's type"));
    }
    Ok(quote! {
        ::minipy_vm::object::Slot::#field(|vm, #(#names),*| {
            #(#receive)*
            <#class>::#ident(#vm #(#names),*)
        })
    })
}

/// `__new__` or `__init__`: the slot and the type's text signature.
fn construct(
    class: &Type,
    function: &ImplItemFn,
    mark: &Attribute,
    is_new: bool,
) -> Result<(TokenStream, TokenStream)> {
    let declaration: CallableArgs = mark.parse_args()?;
    let signature = declaration.signature(Place::Constructor)?;
    // Constructors say their bare name in every error.
    let constant =
        signature.to_tokens(&quote!(""), Place::Constructor, declaration.convention.as_ref(), declaration.no_text)?;
    let ident = &function.sig.ident;
    let receiver = if is_new { Receiver::Given } else { Receiver::GivenInstance(class) };
    let body = callable::body(&quote!(<#class>::#ident), &function.sig, &signature, &receiver, declaration.raw)?;
    let field = format_ident!("{}", if is_new { "new" } else { "init" });
    // Only the exact type refuses keywords: a subclass may have an `__init__` of its own that takes them.
    let strict = if declaration.raw {
        quote!()
    } else if is_new {
        quote!(let args = ::minipy_vm::args::generated::new_args::<#class>(vm, first, args, &SIGNATURE);)
    } else {
        quote!(let args = ::minipy_vm::args::generated::init_args::<#class>(vm, first, args, &SIGNATURE);)
    };
    let slot = quote! {{
        static SIGNATURE: ::minipy_vm::args::Signature = #constant;
        ::minipy_vm::object::Slot::#field(|vm, first, args| {
            #strict
            #body
        })
    }};
    let text = match signature.text.filter(|_| !declaration.no_text) {
        Some(text) => quote!(::core::option::Option::Some(#text)),
        None => quote!(::core::option::Option::None),
    };
    Ok((slot, text))
}

impl Part {
    fn into_tokens(mut self, block: &ItemImpl) -> Result<TokenStream> {
        let mut getsets = Vec::new();
        for name in &self.order {
            let Some(Getter { doc, get, is_member }) = self.getters.remove(name) else {
                return Err(Error::new_spanned(&block.self_ty, format!("two getters for '{name}'")));
            };
            let set = match self.setters.remove(name) {
                Some(set) => quote!(::core::option::Option::Some(#set)),
                None => quote!(::core::option::Option::None),
            };
            getsets.push(quote!(::minipy_vm::object::GetSetDef { name: #name, doc: #doc, get: #get, set: #set, is_member: #is_member }));
        }
        if let Some(name) = self.setters.keys().next() {
            return Err(Error::new_spanned(&block.self_ty, format!("setter '{name}' has no getter in this block")));
        }
        let Part { methods, slots, text_signature, .. } = self;
        let text_signature = text_signature.unwrap_or_else(|| quote!(::core::option::Option::None));
        Ok(quote! {
            ::minipy_vm::object::def::TypePart {
                methods: &[#(#methods),*],
                getsets: &[#(#getsets),*],
                slots: &[#(#slots),*],
                text_signature: #text_signature,
            }
        })
    }
}
