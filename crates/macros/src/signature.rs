//! The signature text, `"pop($self, index=-1, /)"`, read at compile time.
//!
//! One text declares a callable: its name, its `__text_signature__`, its parameters with their kinds and defaults, and
//! (unless the attribute says otherwise) the calling convention whose error messages CPython uses for such a callable.

use proc_macro2::{Span, TokenStream};
use quote::quote;
use syn::{Error, Result};

/// How a parameter may be given. The variants are those of `minipy_vm::args::ParamKind`.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    PositionalOnly,
    PositionalOrKeyword,
    VarPositional,
    KeywordOnly,
    VarKeyword,
}

/// One parameter of the text; the receiver (`$self`, `$type`, `$module`) is not among them.
pub struct Param {
    pub name: String,
    pub kind: Kind,
    pub default: Option<String>,
}

impl Param {
    /// Whether it takes the surplus: `*args` or `**kwargs`.
    pub fn is_var(&self) -> bool {
        matches!(self.kind, Kind::VarPositional | Kind::VarKeyword)
    }
}

/// A callable's declaration.
pub struct Signature {
    /// What stands before the last dot of the name: a module, for the messages.
    pub owner: Option<String>,
    pub name: String,
    pub params: Vec<Param>,
    /// `__text_signature__`; none if the text has optional groups, which Python cannot write.
    pub text: Option<String>,
    /// Whether the text named its receiver.
    pub receiver: Option<String>,
    span: Span,
}

/// What stands in for a receiver that the text leaves out, and which convention to infer.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Place {
    Method,
    Class,
    Static,
    Function,
    Constructor,
}

impl Signature {
    /// Reads `text`.
    pub fn parse(text: &syn::LitStr, place: Place) -> Result<Signature> {
        let source = text.value();
        let fail = |message: &str| Error::new(text.span(), format!("signature \"{}\": {message}", source));
        let open = source.find('(').ok_or_else(|| fail("no parameter list"))?;
        let body = source
            .get(open + 1..)
            .and_then(|rest| rest.strip_suffix(')'))
            .ok_or_else(|| fail("no closing parenthesis"))?;
        let full = source.get(..open).unwrap_or_default().trim();
        let (owner, name) = match full.rsplit_once('.') {
            Some((owner, name)) => (Some(owner.to_owned()), name.to_owned()),
            None => (None, full.to_owned()),
        };
        if name.is_empty() {
            return Err(fail("no name"));
        }
        let mut signature =
            Signature { owner, name, params: Vec::new(), text: None, receiver: None, span: text.span() };
        let groups = signature.read_params(body).map_err(|message| fail(&message))?;
        if !groups {
            let text = match (signature.receiver.as_deref(), place) {
                (Some(_), _) | (None, Place::Static | Place::Constructor) => format!("({body})"),
                (None, _) => {
                    let receiver = match place {
                        Place::Function => "$module",
                        Place::Class => "$type",
                        _ => "$self",
                    };
                    // The receiver is given by position only, which the first `/` says of it too.
                    let positional = signature.params.first().is_some_and(|param| param.kind == Kind::PositionalOnly);
                    let slash = if positional { "" } else { ", /" };
                    let comma = if body.is_empty() { "" } else { ", " };
                    format!("({receiver}{slash}{comma}{body})")
                }
            };
            signature.text = Some(wrapped(&signature.name, &text)?);
        }
        Ok(signature)
    }

    /// Reads the parameters; true if there are optional groups (`range(start, stop[, step])`).
    fn read_params(&mut self, body: &str) -> std::result::Result<bool, String> {
        let mut groups = false;
        let mut keyword_only = false;
        for item in split(body)? {
            let mut item = item.trim();
            let mut optional = false;
            if !item.contains(['=', '\'', '"']) && item.contains(['[', ']']) {
                // `name[` closes nothing: the bracket belongs to the next item, which `split` already marked.
                optional = item.starts_with('[') || groups;
                groups = true;
                item = item.trim_matches(['[', ']', ' ']);
            } else if groups {
                optional = true;
            }
            match item {
                "" => continue,
                "/" => {
                    if keyword_only {
                        return Err("'/' after '*'".to_owned());
                    }
                    self.params.iter_mut().for_each(|param| param.kind = Kind::PositionalOnly);
                }
                "*" => keyword_only = true,
                _ if item.starts_with('$') => self.receiver = Some(item.to_owned()),
                _ => {
                    let param = read_param(item, keyword_only, optional)?;
                    keyword_only |= param.kind == Kind::VarPositional;
                    self.params.push(param);
                }
            }
        }
        if groups {
            let positional = self.params.iter_mut().filter(|param| param.kind == Kind::PositionalOrKeyword);
            positional.for_each(|param| param.kind = Kind::PositionalOnly);
        }
        self.check()?;
        Ok(groups)
    }

    fn check(&self) -> std::result::Result<(), String> {
        let mut optional = false;
        for param in &self.params {
            match param.kind {
                Kind::PositionalOnly | Kind::PositionalOrKeyword => {
                    if optional && param.default.is_none() {
                        return Err(format!("'{}' without a default follows one with a default", param.name));
                    }
                    optional |= param.default.is_some();
                }
                _ => {}
            }
        }
        Ok(())
    }

    /// Whether there is `*args` or `**kwargs`.
    pub fn has_var(&self) -> bool {
        self.params.iter().any(Param::is_var)
    }

    fn count(&self, test: impl Fn(&Param) -> bool) -> usize {
        self.params.iter().filter(|param| test(param)).count()
    }

    /// The calling convention CPython would use, as a variant of `minipy_vm::args::Convention`.
    fn convention(&self, place: Place, chosen: Option<&syn::LitStr>) -> Result<TokenStream> {
        if let Some(chosen) = chosen {
            return match chosen.value().as_str() {
                "none" => Ok(quote!(NoArgs)),
                "one" => Ok(quote!(One)),
                "positional" => Ok(quote!(Positional)),
                "tuple" => Ok(quote!(Tuple)),
                "keywords" => Ok(quote!(Keywords)),
                _ => Err(Error::new(
                    chosen.span(),
                    "convention is \"none\", \"one\", \"positional\", \"tuple\" or \"keywords\"",
                )),
            };
        }
        let by_name = |kind| matches!(kind, Kind::PositionalOrKeyword | Kind::KeywordOnly | Kind::VarKeyword);
        Ok(match self.params.as_slice() {
            params if params.iter().any(|param| by_name(param.kind)) => quote!(Keywords),
            _ if place == Place::Constructor => quote!(Positional),
            [] => quote!(NoArgs),
            [Param { kind: Kind::PositionalOnly, default: None, .. }] => quote!(One),
            _ => quote!(Positional),
        })
    }

    /// `Signature { … }` as a constant expression. `owner` is an expression for the type's or module's name.
    pub fn to_tokens(
        &self,
        owner: &TokenStream,
        place: Place,
        chosen: Option<&syn::LitStr>,
        no_text: bool,
    ) -> Result<TokenStream> {
        let name = &self.name;
        let text = option(self.text.as_deref().filter(|_| !no_text));
        let convention = self.convention(place, chosen)?;
        let positional = |param: &Param| matches!(param.kind, Kind::PositionalOnly | Kind::PositionalOrKeyword);
        let positional_only = self.count(|param| param.kind == Kind::PositionalOnly);
        let min_positional = self.count(|param| positional(param) && param.default.is_none());
        let max_positional = self.count(positional);
        let required_keywords = self.count(|param| param.kind == Kind::KeywordOnly && param.default.is_none());
        let var_positional = self.params.iter().any(|param| param.kind == Kind::VarPositional);
        let var_keyword = self.params.iter().any(|param| param.kind == Kind::VarKeyword);
        let params = self.params.iter().map(|param| {
            let Param { name, kind, default } = param;
            let kind = match kind {
                Kind::PositionalOnly => quote!(PositionalOnly),
                Kind::PositionalOrKeyword => quote!(PositionalOrKeyword),
                Kind::VarPositional => quote!(VarPositional),
                Kind::KeywordOnly => quote!(KeywordOnly),
                Kind::VarKeyword => quote!(VarKeyword),
            };
            let default = option(default.as_deref());
            quote!(::minipy_vm::args::Param { name: #name, kind: ::minipy_vm::args::ParamKind::#kind, default: #default })
        });
        Ok(quote! {
            ::minipy_vm::args::Signature {
                name: #name,
                owner: #owner,
                params: &[#(#params),*],
                text: #text,
                convention: ::minipy_vm::args::Convention::#convention,
                positional_only: #positional_only,
                min_positional: #min_positional,
                max_positional: #max_positional,
                required_keywords: #required_keywords,
                var_positional: #var_positional,
                var_keyword: #var_keyword,
            }
        })
    }

    /// An error at the text.
    pub fn error(&self, message: impl std::fmt::Display) -> Error {
        Error::new(self.span, message)
    }
}

/// The text as Argument Clinic lays it out: lines of at most 71 columns, the later ones under the first parameter.
fn wrapped(name: &str, text: &str) -> Result<String> {
    const WIDTH: usize = 72;
    if name.len() + text.len() < WIDTH {
        return Ok(text.to_owned());
    }
    let inner = text.trim_start_matches('(').trim_end_matches(')');
    let items = split(inner).map_err(|message| Error::new(Span::call_site(), message))?;
    let last = items.len().saturating_sub(1);
    let mut out = String::from("(");
    let mut column = name.len() + 1;
    for (i, item) in items.iter().enumerate() {
        let item = format!("{}{}", item.trim(), if i == last { ")" } else { "," });
        if i > 0 && column + 1 + item.len() >= WIDTH {
            out.push('\n');
            out.push_str(&" ".repeat(name.len() + 1));
            column = name.len() + 1 + item.len();
        } else {
            let space = usize::from(i > 0);
            out.push_str(&" "[..space]);
            column += space + item.len();
        }
        out.push_str(&item);
    }
    Ok(out)
}

fn option(text: Option<&str>) -> TokenStream {
    match text {
        Some(text) => quote!(::core::option::Option::Some(#text)),
        None => quote!(::core::option::Option::None),
    }
}

fn read_param(item: &str, keyword_only: bool, optional: bool) -> std::result::Result<Param, String> {
    let (kind, rest) = match (item.strip_prefix("**"), item.strip_prefix('*')) {
        (Some(rest), _) => (Kind::VarKeyword, rest),
        (None, Some(rest)) => (Kind::VarPositional, rest),
        (None, None) if keyword_only => (Kind::KeywordOnly, item),
        (None, None) => (Kind::PositionalOrKeyword, item),
    };
    let (name, default) = match rest.split_once('=') {
        Some((name, default)) => (name.trim(), Some(default.trim().to_owned())),
        None => (rest.trim(), optional.then(|| "<unrepresentable>".to_owned())),
    };
    let name = name.split(':').next().unwrap_or(name).trim();
    if name.is_empty() || !name.chars().all(|c| c.is_ascii_alphanumeric() || c == '_') {
        return Err(format!("'{item}' is not a parameter"));
    }
    Ok(Param { name: name.to_owned(), kind, default })
}

/// Splits at commas outside quotes, parentheses and angle brackets. An optional group `a[, b]` gives `a` and `[b]`.
fn split(body: &str) -> std::result::Result<Vec<String>, String> {
    let mut items = vec![String::new()];
    let mut quote = None;
    let mut depth = 0usize;
    let mut pending_group = false;
    for c in body.chars() {
        match (quote, c) {
            (Some(q), _) if c == q => quote = None,
            (None, '\'' | '"') => quote = Some(c),
            (None, '(' | '<' | '{') => depth += 1,
            (None, ')' | '>' | '}') => depth = depth.checked_sub(1).ok_or("unbalanced brackets")?,
            (None, ',') if depth == 0 => {
                items.push(if std::mem::take(&mut pending_group) { "[".to_owned() } else { String::new() });
                continue;
            }
            (None, '[') if depth == 0 && !items.last().is_some_and(|item| item.contains('=')) => {
                if items.last().is_some_and(|item| item.trim().is_empty()) {
                    items.last_mut().into_iter().for_each(|item| item.push('['));
                } else {
                    pending_group = true;
                }
                continue;
            }
            _ => {}
        }
        items.last_mut().into_iter().for_each(|item| item.push(c));
    }
    if quote.is_some() || depth != 0 {
        return Err("unbalanced quotes or brackets".to_owned());
    }
    Ok(items)
}

/// The default's value as a constant `minipy_vm::args::Literal`.
pub fn literal(default: &str) -> TokenStream {
    let literal = match default {
        "None" => quote!(None),
        "True" => quote!(True),
        "False" => quote!(False),
        "sys.maxsize" => quote!(Int(i64::MAX)),
        text => {
            if let Ok(int) = text.parse::<i64>() {
                quote!(Int(#int))
            } else if let Some(float) = text.parse::<f64>().ok().filter(|float| float.is_finite()) {
                quote!(Float(#float))
            } else {
                quote!(Other)
            }
        }
    };
    quote!(::minipy_vm::args::Literal::#literal)
}
