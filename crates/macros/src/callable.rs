//! The wrapper around a Rust function: takes `Args`, binds and converts them, calls, converts the result.

use proc_macro2::TokenStream;
use quote::{format_ident, quote};
use syn::{Error, FnArg, Result, Signature as RustSignature, Type};

use crate::signature::{Kind, Place, Signature, literal};

/// What the wrapper hands over before the bound arguments.
pub enum Receiver<'a> {
    /// Nothing.
    None,
    /// The instance, checked to be one of this type.
    Instance(&'a Type),
    /// The class, from the first positional value.
    Class(&'a Type),
    /// The first parameter of the wrapper itself (`__new__`'s class).
    Given,
    /// As `Given`, but a value that is checked to be an instance of this type (`__init__`).
    GivenInstance(&'a Type),
}

/// The types of a function's parameters, the Vm left out.
pub struct RustParams<'a> {
    pub takes_vm: bool,
    pub types: Vec<&'a Type>,
}

/// Reads the parameters of a Rust function.
pub fn rust_params(signature: &RustSignature) -> Result<RustParams<'_>> {
    let mut params = RustParams { takes_vm: false, types: Vec::new() };
    for (i, input) in signature.inputs.iter().enumerate() {
        let FnArg::Typed(input) = input else {
            return Err(Error::new_spanned(input, "natives take `this: This<'_, T>` or `this: &Value`, not self"));
        };
        if i == 0 && is_named(&input.ty, "Vm") {
            params.takes_vm = true;
        } else {
            params.types.push(&input.ty);
        }
    }
    Ok(params)
}

/// Whether `ty`, references aside, is a path that ends in `name`.
pub fn is_named(ty: &Type, name: &str) -> bool {
    match ty {
        Type::Reference(reference) => is_named(&reference.elem, name),
        Type::Path(path) => path.path.segments.last().is_some_and(|segment| segment.ident == name),
        _ => false,
    }
}

/// Whether `ty` is `&Value` itself.
fn is_value_ref(ty: &Type) -> bool {
    matches!(ty, Type::Reference(reference) if is_named(&reference.elem, "Value"))
}

/// The statements that bind `args` and call `function`; their value is the Rust function's result.
/// `vm`, `args`, `SIGNATURE` and (for the given receivers) `first` are in scope.
pub fn body(
    function: &TokenStream,
    rust: &RustSignature,
    signature: &Signature,
    receiver: &Receiver<'_>,
    raw: bool,
) -> Result<TokenStream> {
    let params = rust_params(rust)?;
    let mut arguments = Vec::new();
    if params.takes_vm {
        arguments.push(quote!(vm));
    }
    if raw {
        // A method gets its receiver within `args`; `__new__` and `__init__` get theirs apart.
        let given = matches!(receiver, Receiver::Given | Receiver::GivenInstance(_));
        if params.types.len() != 1 + usize::from(given) {
            return Err(Error::new_spanned(
                &rust.inputs,
                "a raw native takes the Vm (the class or instance, if it is new or init) and Args",
            ));
        }
        if given {
            arguments.push(quote!(first));
        }
        let class = match receiver {
            Receiver::Instance(class) => {
                quote!(::minipy_vm::args::generated::check_receiver::<#class>(vm, args, &SIGNATURE)?;)
            }
            _ => quote!(),
        };
        let first = match receiver {
            Receiver::GivenInstance(class) => {
                quote!(let first = ::minipy_vm::args::generated::slot_receiver::<#class, _>(vm, first, "__init__")?;)
            }
            _ => quote!(),
        };
        return Ok(quote! { #class #first #function(#(#arguments,)* args) });
    }
    let receive = match receiver {
        Receiver::None => quote!(),
        Receiver::Instance(class) => {
            quote!(let (first, args) = ::minipy_vm::args::generated::receiver::<#class, _>(vm, args, &SIGNATURE)?;)
        }
        Receiver::Class(class) => {
            quote!(let (first, args) = ::minipy_vm::args::generated::class_receiver::<#class, _>(vm, args, &SIGNATURE)?;)
        }
        Receiver::Given => quote!(),
        Receiver::GivenInstance(class) => {
            quote!(let first = ::minipy_vm::args::generated::slot_receiver::<#class, _>(vm, first, "__init__")?;)
        }
    };
    let mut types = params.types.as_slice();
    if !matches!(receiver, Receiver::None) {
        let Some((_, rest)) = types.split_first() else {
            return Err(Error::new_spanned(
                &rust.ident,
                "the receiver is missing: `this: This<'_, T>`, `this: &Value` or `cls: Ty`",
            ));
        };
        types = rest;
        arguments.push(quote!(first));
    }
    if types.len() != signature.params.len() {
        let message = format!(
            "the signature has {} parameter(s), the Rust function {} (Vm and receiver not counted)",
            signature.params.len(),
            types.len()
        );
        return Err(Error::new_spanned(&rust.inputs, message));
    }
    let bind = bind(signature);
    let mut convert = Vec::new();
    for (i, (param, ty)) in signature.params.iter().zip(types).enumerate() {
        let name = format_ident!("p{i}");
        arguments.push(quote!(#name));
        if param.is_var() {
            continue;
        }
        convert.push(match &param.default {
            None => quote!(let #name = ::minipy_vm::args::generated::required(vm, #name, &SIGNATURE, #i)?;),
            Some(_) if is_value_ref(ty) => {
                return Err(Error::new_spanned(
                    ty,
                    format!("parameter '{}' has a default: take Option<&Value>", param.name),
                ));
            }
            Some(default) => {
                let literal = literal(default);
                quote!(let #name = ::minipy_vm::args::generated::optional(vm, #name, &SIGNATURE, #i, #literal)?;)
            }
        });
    }
    Ok(quote! { #receive #bind #(#convert)* #function(#(#arguments),*) })
}

/// `let [p0, p1] = args.bind(…)?;`, or its counterpart with `*args` and `**kwargs`.
fn bind(signature: &Signature) -> TokenStream {
    let name = |i: usize| format_ident!("p{i}");
    let single = signature.params.iter().enumerate().filter(|(_, param)| !param.is_var()).map(|(i, _)| name(i));
    let single: Vec<_> = single.collect();
    let count = single.len();
    if !signature.has_var() {
        return quote!(let [#(#single),*] = args.bind::<#count>(vm, &SIGNATURE)?;);
    }
    let mut fields = quote!();
    for (i, param) in signature.params.iter().enumerate() {
        let name = name(i);
        match param.kind {
            Kind::VarPositional => fields.extend(quote!(rest: #name,)),
            Kind::VarKeyword => fields.extend(quote!(extra: #name,)),
            _ => {}
        }
    }
    quote!(let ::minipy_vm::args::Bound { values: [#(#single),*], #fields .. } = args.bind_var::<#count>(vm, &SIGNATURE)?;)
}

/// A `MethodDef` expression with its wrapper and its signature inside.
pub fn method_def(
    function: &TokenStream,
    rust: &RustSignature,
    declaration: &crate::attr::CallableArgs,
    owner: &TokenStream,
    place: Place,
    receiver: &Receiver<'_>,
    doc: &TokenStream,
) -> Result<TokenStream> {
    let signature = declaration.signature(place)?;
    if place != Place::Function && signature.owner.is_some() {
        return Err(signature.error("a method's name has no dots"));
    }
    let constant = signature.to_tokens(owner, place, declaration.convention.as_ref(), declaration.no_text)?;
    let body = body(function, rust, &signature, receiver, declaration.raw)?;
    let kind = match place {
        Place::Method => quote!(Method),
        Place::Class => quote!(Class),
        _ => quote!(Static),
    };
    Ok(quote! {{
        static SIGNATURE: ::minipy_vm::args::Signature = #constant;
        #[allow(unused_variables, reason = "not every native uses all of these")]
        fn native<'a>(vm: &mut ::minipy_vm::Vm, args: ::minipy_vm::args::Args<'a>) -> ::minipy_vm::PyResult {
            let result = { #body };
            ::minipy_vm::args::IntoPy::into_py(result, vm)
        }
        ::minipy_vm::object::MethodDef {
            signature: &SIGNATURE,
            doc: #doc,
            func: native,
            kind: ::minipy_vm::object::MethodKind::#kind,
        }
    }})
}
