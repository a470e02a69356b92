//! The words of errors, beside what CPython 3.10.13 said in the same situation, and the road of defaults and surplus
//! arguments. `tests/run/calls` has many more, from Python's side.

use minipy_macros::{functions, pyclass, pyfunction, pymethods};

use super::{Args, KwArgs, This};
use crate::config::Config;
use crate::heap::var::PyStr;
use crate::object::MethodDef;
use crate::value::Value;
use crate::vm::Vm;

#[pyfunction("math.sqrt(x, /)")]
fn sqrt(x: f64) -> f64 {
    x.sqrt()
}

#[pyfunction("isinstance(obj, class_or_tuple, /)")]
fn isinstance(_obj: &Value, _class: &Value) -> bool {
    true
}

#[pyfunction("getattr(object, name[, default])")]
fn getattr(_object: &Value, _name: &Value, default: Option<&Value>) -> bool {
    default.is_some()
}

#[pyfunction("round(number, ndigits=None)")]
fn round(_number: &Value, ndigits: Option<i64>) -> Option<i64> {
    ndigits
}

#[pyfunction("isclose(a, b, *, rel_tol=1e-09, abs_tol=0.0)")]
fn isclose(_a: &Value, _b: &Value, rel_tol: f64, abs_tol: f64) -> f64 {
    rel_tol + abs_tol
}

#[pyfunction("sort(*, key=None, reverse=False)")]
fn sort(key: Option<&Value>, reverse: bool) -> bool {
    key.is_some() || reverse
}

#[pyfunction("encode(encoding='utf-8', errors='strict')")]
fn encode(encoding: Option<&PyStr>, errors: Option<&PyStr>) -> bool {
    encoding.is_some() || errors.is_some()
}

#[pyfunction("find(sub[, start[, end]])", convention = "tuple")]
fn find(_sub: &Value, _start: Option<&Value>, end: Option<&Value>) -> bool {
    end.is_some()
}

#[pyfunction("chr(i, /)")]
fn chr(i: i32) -> i32 {
    i
}

#[pyfunction("center(width=-1, byte=0, /)")]
fn center(width: isize, byte: u8) -> isize {
    width + isize::from(byte)
}

#[pyfunction("surplus(first, /, *args, sep=7, **kwargs)")]
fn surplus(first: i64, args: &[Value], sep: i64, kwargs: KwArgs<'_>) -> i64 {
    first * 1000 + args.len() as i64 * 100 + sep * 10 + kwargs.iter().count() as i64
}

#[pyclass(name = "thing", module = "tests", layout = 254)]
struct Thing {
    count: usize,
}

#[pymethods]
impl Thing {
    /// Says how many.
    #[pymethod("count($self, /)")]
    fn count(this: This<'_, Thing>) -> usize {
        this.count
    }
}

const FUNCTIONS: &[MethodDef] =
    functions![sqrt, isinstance, getattr, round, isclose, sort, encode, find, chr, center, surplus];

/// Calls the function and shows its result, or type and message of what it raises.
fn call(vm: &mut Vm, name: &str, positional: &[Value], keywords: &[(&str, Value)]) -> String {
    let def = FUNCTIONS.iter().chain(Thing::PART.methods).find(|def| def.name() == name).unwrap();
    let names: Vec<Value> = keywords.iter().map(|(name, _)| vm.intern(name)).collect();
    let values: Vec<Value> = positional.iter().chain(keywords.iter().map(|(_, value)| value)).cloned().collect();
    match (def.func)(vm, Args::new(&values, &names)) {
        Ok(value) => match (value.as_bool(), value.as_small_int(), value.as_small_float()) {
            (Some(bool), ..) => bool.to_string(),
            (_, Some(int), _) => int.to_string(),
            (.., Some(float)) => format!("{float:?}"),
            _ => vm.type_name(&value),
        },
        Err(_) => {
            let exception = vm.take_raised().unwrap();
            format!("{}: {}", vm.type_name(&exception), vm.str_string(&exception).unwrap())
        }
    }
}

#[test]
fn errors_have_the_words_of_their_convention() {
    let vm = &mut Vm::new(Config::default()).unwrap();
    let i = Value::int32;
    let text = vm.new_str("a");
    let big = vm.new_bigint(dashu_int::IBig::ONE << 70);
    type Row<'a> = (&'a str, &'a [Value], &'a [(&'a str, Value)], &'a str);
    let table: &[Row<'_>] = &[
        ("sqrt", &[], &[], "TypeError: math.sqrt() takes exactly one argument (0 given)"),
        ("sqrt", &[], &[("x", i(1))], "TypeError: math.sqrt() takes no keyword arguments"),
        ("sqrt", std::slice::from_ref(&text), &[], "TypeError: must be real number, not str"),
        ("isinstance", &[i(1)], &[], "TypeError: isinstance expected 2 arguments, got 1"),
        ("isinstance", &[i(1)], &[("x", i(1))], "TypeError: isinstance() takes no keyword arguments"),
        ("getattr", &[i(1)], &[], "TypeError: getattr expected at least 2 arguments, got 1"),
        ("getattr", &[i(1), i(1), i(1), i(1)], &[], "TypeError: getattr expected at most 3 arguments, got 4"),
        ("getattr", &[i(1), i(1), Value::NONE], &[], "true"),
        ("round", &[], &[], "TypeError: round() missing required argument 'number' (pos 1)"),
        ("round", &[i(1), i(2), i(3)], &[], "TypeError: round() takes at most 2 arguments (3 given)"),
        (
            "round",
            &[i(1)],
            &[("number", i(2))],
            "TypeError: argument for round() given by name ('number') and position (1)",
        ),
        ("round", &[i(1)], &[("n", i(2))], "TypeError: 'n' is an invalid keyword argument for round()"),
        ("round", &[i(1)], &[("ndigits", Value::NONE)], "NoneType"),
        ("round", &[], &[("ndigits", i(3)), ("number", i(1))], "3"),
        ("isclose", &[i(1), i(1), i(1)], &[], "TypeError: isclose() takes exactly 2 positional arguments (3 given)"),
        ("isclose", &[i(1), i(1)], &[], "1e-9"),
        ("sort", &[i(1)], &[], "TypeError: sort() takes no positional arguments"),
        ("sort", &[], &[("foo", i(1))], "TypeError: 'foo' is an invalid keyword argument for sort()"),
        ("sort", &[], &[("reverse", i(1))], "true"),
        ("encode", &[i(1)], &[], "TypeError: encode() argument 'encoding' must be str, not int"),
        ("encode", &[], &[("errors", Value::NONE)], "TypeError: encode() argument 'errors' must be str, not None"),
        ("find", &[], &[], "TypeError: find() takes at least 1 argument (0 given)"),
        ("find", &[], &[("x", i(1))], "TypeError: find() takes no keyword arguments"),
        ("find", &[i(1), i(1), i(1), i(1)], &[], "TypeError: find() takes at most 3 arguments (4 given)"),
        ("chr", std::slice::from_ref(&text), &[], "TypeError: 'str' object cannot be interpreted as an integer"),
        ("chr", &[Value::small_int(1 << 40).unwrap()], &[], "OverflowError: Python int too large to convert to C int"),
        ("center", &[], &[], "-1"),
        ("center", &[big], &[], "OverflowError: Python int too large to convert to C ssize_t"),
        ("center", &[i(1), i(256)], &[], "OverflowError: unsigned byte integer is greater than maximum"),
        ("surplus", &[i(1)], &[], "1070"),
        ("surplus", &[i(1), i(1), i(1)], &[("a", i(1)), ("sep", i(9)), ("first", i(1))], "1292"),
        ("surplus", &[], &[], "TypeError: surplus() takes exactly 1 positional argument (0 given)"),
        ("count", &[], &[], "TypeError: unbound method thing.count() needs an argument"),
        (
            "count",
            &[i(1)],
            &[],
            "TypeError: descriptor 'count' for 'tests.thing' objects doesn't apply to a 'int' object",
        ),
    ];
    for (name, positional, keywords, expected) in table {
        assert_eq!(call(vm, name, positional, keywords), *expected);
    }
}

#[test]
fn text_signatures_name_the_receiver() {
    let text = |name: &str| FUNCTIONS.iter().find(|def| def.name() == name).unwrap().signature.text;
    assert_eq!(text("sqrt"), Some("($module, x, /)"));
    assert_eq!(text("sort"), Some("($module, /, *, key=None, reverse=False)"));
    assert_eq!(text("getattr"), None);
    let count = Thing::PART.methods[0];
    assert_eq!((count.signature.text, count.doc), (Some("($self, /)"), Some("Says how many.")));
    assert_eq!(count.signature.params.len(), 0);
}
