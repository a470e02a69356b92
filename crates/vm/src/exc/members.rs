//! Exceptions with attributes and behaviour of their own (CPython's Objects/exceptions.c, all but BaseException).

use crate::args::Args;
use crate::exc::PyResult;
use crate::exc::exception::PyBaseException;
use crate::heap::VmCell;
use crate::heap::var::{PyStr, PyTuple};
use crate::object::Ty;
use crate::object::def::TypePart;
use crate::value::Value;
use crate::vm::Vm;
use minipy_macros::{pymethods, pytype};

fn is_exception(value: &Value) -> bool {
    value.is_a::<PyBaseException>()
}

/// A member that was set, else None.
fn get(vm: &mut Vm, this: &Value, name: &str) -> Value {
    vm.exception_member(this, name).unwrap_or_default()
}

fn set(vm: &mut Vm, this: &Value, name: &str, value: Option<&Value>) -> PyResult<()> {
    vm.set_exception_member(this, name, value.cloned().unwrap_or_default());
    Ok(())
}

/// The items of `args`.
fn arg_items(vm: &mut Vm, this: &Value) -> Vec<Value> {
    let args = this.downcast::<PyBaseException>().map(|exception| exception.args.get(vm)).unwrap_or_default();
    args.downcast::<PyTuple>().map(|tuple| tuple.items().to_vec()).unwrap_or_default()
}

/// `args = positional`; keywords are refused.
fn base_init(vm: &mut Vm, this: &Value, args: Args<'_>) -> PyResult<()> {
    if args.has_keywords() {
        let name = vm.type_name(this);
        return Err(vm.type_error(format!("{name}() takes no keyword arguments")));
    }
    set_args(vm, this, args.positional());
    Ok(())
}

fn set_args(vm: &mut Vm, this: &Value, items: &[Value]) {
    let tuple = vm.new_tuple_from(items);
    if let Some(exception) = this.downcast::<PyBaseException>() {
        exception.args.set(vm, tuple);
    }
}

/// Sets the members that keywords give; other keywords are refused.
fn keyword_members(vm: &mut Vm, this: &Value, args: Args<'_>, function: &str, allowed: &[&str]) -> PyResult<()> {
    set_args(vm, this, args.positional());
    for name in allowed.iter().copied().chain(["msg"]) {
        if vm.exception_member(this, name).is_some() {
            set(vm, this, name, None)?;
        }
    }
    for (name, value) in args.keywords() {
        let text = vm.str_lossy(name);
        if !allowed.contains(&text.as_str()) {
            return Err(vm.type_error(format!("'{text}' is an invalid keyword argument for {function}()")));
        }
        set(vm, this, &text, Some(value))?;
    }
    Ok(())
}

/// `str` as BaseException has it.
fn base_str(vm: &mut Vm, this: &Value) -> PyResult {
    match arg_items(vm, this).as_slice() {
        [] => Ok(vm.new_str("")),
        [one] => vm.str(one),
        several => {
            let tuple = vm.new_tuple_from(several);
            vm.str(&tuple)
        }
    }
}

macro_rules! members {
    ($marker:ident $name:tt: $($member:ident $text:tt $setter:ident),*) => {
        pytype! { $marker: name = $name, accepts = is_exception, parts() }
        #[pymethods(part = "members")]
        impl $marker {
            $(
                #[getter($text)]
                fn $member(vm: &mut Vm, this: &Value) -> Value {
                    get(vm, this, $text)
                }
                #[setter($text)]
                fn $setter(vm: &mut Vm, this: &Value, value: Option<&Value>) -> PyResult<()> {
                    set(vm, this, $text, value)
                }
            )*
        }
    };
}

/// Markers: each stands for the attributes and slots of one exception type.
pub struct StopIterationMembers(());
/// See [`StopIterationMembers`].
pub struct SystemExitMembers(());
/// See [`StopIterationMembers`].
pub struct ImportErrorMembers(());
/// See [`StopIterationMembers`].
pub struct NameErrorMembers(());
/// See [`StopIterationMembers`].
pub struct AttributeErrorMembers(());
/// See [`StopIterationMembers`].
pub struct KeyErrorMembers(());
/// See [`StopIterationMembers`].
pub struct SyntaxErrorMembers(());
/// See [`StopIterationMembers`].
pub struct OsErrorMembers(());
/// See [`StopIterationMembers`].
pub struct UnicodeMembers(());
/// See [`StopIterationMembers`].
pub struct UnicodeDecodeSlots(());
/// See [`StopIterationMembers`].
pub struct UnicodeEncodeSlots(());
/// See [`StopIterationMembers`].
pub struct UnicodeTranslateSlots(());

members!(StopIterationMembers "StopIteration": value "value" set_value);
members!(SystemExitMembers "SystemExit": code "code" set_code);
members!(ImportErrorMembers "ImportError": msg "msg" set_msg, name "name" set_name, path "path" set_path);
members!(NameErrorMembers "NameError": name "name" set_name);
members!(AttributeErrorMembers "AttributeError": name "name" set_name, obj "obj" set_obj);
members!(SyntaxErrorMembers "SyntaxError": msg "msg" set_msg, filename "filename" set_filename, lineno "lineno" set_lineno,
    offset "offset" set_offset, text "text" set_text, end_lineno "end_lineno" set_end_lineno,
    end_offset "end_offset" set_end_offset, print_file_and_line "print_file_and_line" set_print_file_and_line);
members!(OsErrorMembers "OSError": errno "errno" set_errno, strerror "strerror" set_strerror, filename "filename" set_filename,
    filename2 "filename2" set_filename2);
members!(UnicodeMembers "UnicodeError": encoding "encoding" set_encoding, object "object" set_object, start "start" set_start,
    end "end" set_end, reason "reason" set_reason);

pytype! { KeyErrorMembers: name = "KeyError", accepts = is_exception, parts() }
pytype! { UnicodeDecodeSlots: name = "UnicodeDecodeError", accepts = is_exception, parts() }
pytype! { UnicodeEncodeSlots: name = "UnicodeEncodeError", accepts = is_exception, parts() }
pytype! { UnicodeTranslateSlots: name = "UnicodeTranslateError", accepts = is_exception, parts() }

/// What an exception type has beyond its base.
pub(crate) fn parts_of(name: &str) -> &'static [TypePart] {
    match name {
        "StopIteration" => const { &[StopIterationMembers::PART_members, StopIterationMembers::PART_slots] },
        "SystemExit" => const { &[SystemExitMembers::PART_members, SystemExitMembers::PART_slots] },
        "ImportError" => const { &[ImportErrorMembers::PART_members, ImportErrorMembers::PART_slots] },
        "NameError" => const { &[NameErrorMembers::PART_members, NameErrorMembers::PART_slots] },
        "AttributeError" => const { &[AttributeErrorMembers::PART_members, AttributeErrorMembers::PART_slots] },
        "KeyError" => const { &[KeyErrorMembers::PART_slots] },
        "SyntaxError" => const { &[SyntaxErrorMembers::PART_members, SyntaxErrorMembers::PART_slots] },
        "OSError" => {
            const { &[OsErrorMembers::PART_members, OsErrorMembers::PART_written, OsErrorMembers::PART_slots] }
        }
        "UnicodeDecodeError" => const { &[UnicodeMembers::PART_members, UnicodeDecodeSlots::PART_slots] },
        "UnicodeEncodeError" => const { &[UnicodeMembers::PART_members, UnicodeEncodeSlots::PART_slots] },
        "UnicodeTranslateError" => const { &[UnicodeMembers::PART_members, UnicodeTranslateSlots::PART_slots] },
        _ => &[],
    }
}

#[pymethods(part = "slots")]
impl StopIterationMembers {
    #[slot(init)]
    fn init(vm: &mut Vm, this: &Value, args: Args<'_>) -> PyResult<()> {
        base_init(vm, this, args)?;
        set(vm, this, "value", args.positional().first())
    }
}

#[pymethods(part = "slots")]
impl SystemExitMembers {
    #[slot(init)]
    fn init(vm: &mut Vm, this: &Value, args: Args<'_>) -> PyResult<()> {
        base_init(vm, this, args)?;
        match args.positional() {
            [] => Ok(()),
            [code] => set(vm, this, "code", Some(code)),
            several => {
                let tuple = vm.new_tuple_from(several);
                set(vm, this, "code", Some(&tuple))
            }
        }
    }
}

#[pymethods(part = "slots")]
impl ImportErrorMembers {
    #[slot(init)]
    fn init(vm: &mut Vm, this: &Value, args: Args<'_>) -> PyResult<()> {
        keyword_members(vm, this, args, "ImportError", &["name", "path"])?;
        match args.positional() {
            [msg] => set(vm, this, "msg", Some(msg)),
            _ => Ok(()),
        }
    }

    #[slot(str)]
    fn str(vm: &mut Vm, this: &Value) -> PyResult {
        let msg = get(vm, this, "msg");
        if msg.is_a::<PyStr>() { Ok(msg) } else { base_str(vm, this) }
    }

    #[pymethod("__reduce__($self, /)", no_text)]
    fn reduce(vm: &mut Vm, this: &Value) -> PyResult {
        let cls = vm.type_of(this).value();
        let args = arg_items(vm, this);
        let args = vm.new_tuple(args);
        let state = vm.new_dict();
        for name in ["name", "path"] {
            if let Some(value) = vm.exception_member(this, name) {
                let key = vm.intern(name);
                vm.set_item(&state, &key, &value)?;
            }
        }
        if let Some(dict) = vm.instance_dict(this) {
            vm.call_method_str(&state, "update", &[dict])?;
        }
        if vm.len(&state)? == 0 {
            return Ok(vm.new_tuple(vec![cls, args]));
        }
        Ok(vm.new_tuple(vec![cls, args, state]))
    }
}

#[pymethods(part = "slots")]
impl NameErrorMembers {
    #[slot(init)]
    fn init(vm: &mut Vm, this: &Value, args: Args<'_>) -> PyResult<()> {
        keyword_members(vm, this, args, "NameError", &["name"])
    }
}

#[pymethods(part = "slots")]
impl AttributeErrorMembers {
    #[slot(init)]
    fn init(vm: &mut Vm, this: &Value, args: Args<'_>) -> PyResult<()> {
        keyword_members(vm, this, args, "AttributeError", &["name", "obj"])
    }
}

#[pymethods(part = "slots")]
impl KeyErrorMembers {
    #[slot(str)]
    fn str(vm: &mut Vm, this: &Value) -> PyResult {
        match arg_items(vm, this).as_slice() {
            [key] => vm.repr(key),
            _ => base_str(vm, this),
        }
    }
}

#[pymethods(part = "slots")]
impl SyntaxErrorMembers {
    #[slot(init)]
    fn init(vm: &mut Vm, this: &Value, args: Args<'_>) -> PyResult<()> {
        base_init(vm, this, args)?;
        let Some(msg) = args.positional().first() else { return Ok(()) };
        set(vm, this, "msg", Some(msg))?;
        let [_, details] = args.positional() else { return Ok(()) };
        let details = vm.collect(details)?;
        if !matches!(details.len(), 4 | 6) {
            let (n, least) = (details.len(), details.len() < 4);
            let words = if least { "at least 4 arguments" } else { "at most 6 arguments" };
            if details.len() == 5 {
                return Err(vm.type_error("end_offset must be provided when end_lineno is provided"));
            }
            return Err(vm.type_error(format!("function takes {words} ({n} given)")));
        }
        for (name, value) in ["filename", "lineno", "offset", "text", "end_lineno", "end_offset"].iter().zip(&details) {
            set(vm, this, name, Some(value))?;
        }
        Ok(())
    }

    #[slot(str)]
    fn str(vm: &mut Vm, this: &Value) -> PyResult {
        let (msg, filename, lineno) = (get(vm, this, "msg"), get(vm, this, "filename"), get(vm, this, "lineno"));
        let text = vm.str_string(&msg)?;
        let base = filename.is_a::<PyStr>().then(|| {
            let name = vm.str_lossy(&filename);
            name.rsplit('/').next().unwrap_or_default().to_owned()
        });
        let line = vm.int_to_i64(&lineno).filter(|_| crate::types::int::is_int(&lineno));
        Ok(match (base, line) {
            (Some(base), Some(line)) => vm.new_str(&format!("{text} ({base}, line {line})")),
            (Some(base), None) => vm.new_str(&format!("{text} ({base})")),
            (None, Some(line)) => vm.new_str(&format!("{text} (line {line})")),
            (None, None) => vm.new_str(&text),
        })
    }
}

/// The subclass of OSError for an error number (PEP 3151).
fn os_error_class(vm: &Vm, number: i64) -> Option<Ty> {
    let exc = &vm.exc;
    Some(match number {
        11 | 114 | 115 => exc.blocking_io_error,
        10 => exc.child_process_error,
        32 | 108 => exc.broken_pipe_error,
        103 => exc.connection_aborted_error,
        111 => exc.connection_refused_error,
        104 => exc.connection_reset_error,
        17 => exc.file_exists_error,
        2 => exc.file_not_found_error,
        4 => exc.interrupted_error,
        21 => exc.is_a_directory_error,
        20 => exc.not_a_directory_error,
        1 | 13 => exc.permission_error,
        3 => exc.process_lookup_error,
        110 => exc.timeout_error,
        _ => return None,
    })
}

/// Sets errno, strerror and filenames where there are two to five arguments; `args` keeps the first two then.
fn os_error_fields(vm: &mut Vm, this: &Value, args: &[Value]) -> PyResult<()> {
    set_args(vm, this, args);
    if !(2..=5).contains(&args.len()) {
        return Ok(());
    }
    for (name, place) in [("errno", 0), ("strerror", 1), ("filename", 2), ("filename2", 4)] {
        if let Some(value) = args.get(place) {
            set(vm, this, name, Some(value))?;
        }
    }
    if let Some(filename) = args.get(2).filter(|name| !name.is_none()) {
        let blocking = vm.is_instance(this, vm.exc.blocking_io_error) && crate::types::int::is_int(filename);
        if blocking {
            set(vm, this, "characters_written", Some(filename))?;
            return set(vm, this, "filename", None);
        }
        set_args(vm, this, args.get(..2).unwrap_or_default());
    }
    Ok(())
}

/// Whether `__init__` reads the arguments instead of `__new__`: where a subclass has an `__init__` of its own only.
fn initialised_later(vm: &Vm, cls: Ty) -> bool {
    let base = vm.exc.os_error;
    let (new, init) = (cls.slots.new.get(), cls.slots.init.get());
    let own_init = init.map(|f| f as usize) != base.slots.init.get().map(|f| f as usize);
    own_init && new.map(|f| f as usize) == base.slots.new.get().map(|f| f as usize)
}

fn refuse_keywords(vm: &mut Vm, cls: Ty, args: Args<'_>) -> PyResult<()> {
    if !args.has_keywords() {
        return Ok(());
    }
    let name = cls.name(vm);
    Err(vm.type_error(format!("{name}() takes no keyword arguments")))
}

#[pymethods(part = "slots")]
impl OsErrorMembers {
    #[slot(new)]
    fn new_os_error(vm: &mut Vm, cls: Ty, args: Args<'_>) -> PyResult {
        let mut cls = cls;
        if cls == vm.exc.os_error
            && (2..=5).contains(&args.len_positional())
            && let Some(number) = args.get(0).and_then(|number| vm.int_to_i64(number))
            && let Some(better) = os_error_class(vm, number)
        {
            cls = better;
        }
        let object = vm.new_instance(cls, PyBaseException { args: VmCell::default(), ..PyBaseException::default() });
        if initialised_later(vm, cls) {
            set_args(vm, &object, &[]);
            return Ok(object);
        }
        refuse_keywords(vm, cls, args)?;
        os_error_fields(vm, &object, args.positional())?;
        Ok(object)
    }

    #[slot(init)]
    fn init(vm: &mut Vm, this: &Value, args: Args<'_>) -> PyResult<()> {
        let cls = vm.type_of(this);
        if !initialised_later(vm, cls) {
            return Ok(());
        }
        refuse_keywords(vm, cls, args)?;
        os_error_fields(vm, this, args.positional())
    }

    #[slot(str)]
    fn str(vm: &mut Vm, this: &Value) -> PyResult {
        let [errno, strerror, filename, filename2] =
            ["errno", "strerror", "filename", "filename2"].map(|name| get(vm, this, name));
        if errno.is_none() && strerror.is_none() {
            return base_str(vm, this);
        }
        let (number, words) = (vm.str_string(&errno)?, vm.str_string(&strerror)?);
        let mut text = format!("[Errno {number}] {words}");
        if !filename.is_none() {
            text.push_str(&format!(": {}", vm.repr_string(&filename)?));
            if !filename2.is_none() {
                text.push_str(&format!(" -> {}", vm.repr_string(&filename2)?));
            }
        }
        Ok(vm.new_str(&text))
    }

    #[pymethod("__reduce__($self, /)", no_text)]
    fn reduce(vm: &mut Vm, this: &Value) -> PyResult {
        let cls = vm.type_of(this).value();
        let mut args = arg_items(vm, this);
        let (filename, filename2) = (get(vm, this, "filename"), get(vm, this, "filename2"));
        if args.len() == 2 && !filename.is_none() {
            args.push(filename);
            if !filename2.is_none() {
                args.extend([Value::NONE, filename2]);
            }
        }
        let args = vm.new_tuple(args);
        Ok(match vm.instance_dict(this).filter(|dict| vm.len(dict).is_ok_and(|n| n > 0)) {
            Some(dict) => vm.new_tuple(vec![cls, args, dict]),
            None => vm.new_tuple(vec![cls, args]),
        })
    }
}

#[pymethods(part = "written")]
impl OsErrorMembers {
    #[getter("characters_written")]
    fn characters_written(vm: &mut Vm, this: &Value) -> PyResult {
        match vm.exception_member(this, "characters_written") {
            Some(value) if !value.is_none() => Ok(value),
            _ => Err(vm.attribute_error("characters_written")),
        }
    }

    #[setter("characters_written")]
    fn set_characters_written(vm: &mut Vm, this: &Value, value: Option<&Value>) -> PyResult<()> {
        if value.is_none() {
            OsErrorMembers::characters_written(vm, this)?;
        }
        set(vm, this, "characters_written", value)
    }
}

/// Checks and stores the arguments of a UnicodeError subclass.
fn unicode_init(vm: &mut Vm, this: &Value, args: Args<'_>, names: &[&str], bytes: bool) -> PyResult<()> {
    base_init(vm, this, args)?;
    let given = args.positional();
    if given.len() != names.len() {
        let (want, got) = (names.len(), given.len());
        return Err(vm.type_error(format!("function takes exactly {want} arguments ({got} given)")));
    }
    for (i, (name, value)) in names.iter().zip(given).enumerate() {
        let want = match *name {
            "start" | "end" => {
                let index = vm.index(value)?;
                set(vm, this, name, Some(&index))?;
                continue;
            }
            "object" if bytes => {
                let copy = vm.buffer_copy(value)?;
                let copy = if value.is_a::<crate::heap::var::PyBytes>() { value.clone() } else { vm.new_bytes(&copy) };
                set(vm, this, name, Some(&copy))?;
                continue;
            }
            _ => "str",
        };
        if !value.is_a::<PyStr>() {
            let got = vm.type_name(value);
            return Err(vm.type_error(format!("argument {} must be {want}, not {got}", i + 1)));
        }
        set(vm, this, name, Some(value))?;
    }
    Ok(())
}

/// encoding, object, start, end, reason of a UnicodeError.
type UnicodeFields = (String, Value, i64, i64, String);

/// The fields; `None` if the object was never set.
fn unicode_fields(vm: &mut Vm, this: &Value) -> PyResult<Option<UnicodeFields>> {
    let object = get(vm, this, "object");
    if object.is_none() {
        return Ok(None);
    }
    let [encoding, start, end, reason] = ["encoding", "start", "end", "reason"].map(|name| get(vm, this, name));
    let (start, end) = (vm.int_to_i64(&start).unwrap_or(0), vm.int_to_i64(&end).unwrap_or(0));
    Ok(Some((vm.str_string(&encoding)?, object, start, end, vm.str_string(&reason)?)))
}

fn escaped(code: u32) -> String {
    match code {
        0..0x100 => format!("\\x{code:02x}"),
        0x100..0x10000 => format!("\\u{code:04x}"),
        _ => format!("\\U{code:08x}"),
    }
}

#[pymethods(part = "slots")]
impl UnicodeDecodeSlots {
    #[slot(init)]
    fn init(vm: &mut Vm, this: &Value, args: Args<'_>) -> PyResult<()> {
        unicode_init(vm, this, args, &["encoding", "object", "start", "end", "reason"], true)
    }

    #[slot(str)]
    fn str(vm: &mut Vm, this: &Value) -> PyResult {
        let Some((encoding, object, start, end, reason)) = unicode_fields(vm, this)? else { return Ok(vm.new_str("")) };
        let bytes = vm.buffer_copy(&object)?;
        let text = match bytes.get(usize::try_from(start).unwrap_or(usize::MAX)) {
            Some(byte) if end == start + 1 => {
                format!("'{encoding}' codec can't decode byte 0x{byte:02x} in position {start}: {reason}")
            }
            _ => format!("'{encoding}' codec can't decode bytes in position {start}-{}: {reason}", end - 1),
        };
        Ok(vm.new_str(&text))
    }
}

#[pymethods(part = "slots")]
impl UnicodeEncodeSlots {
    #[slot(init)]
    fn init(vm: &mut Vm, this: &Value, args: Args<'_>) -> PyResult<()> {
        unicode_init(vm, this, args, &["encoding", "object", "start", "end", "reason"], false)
    }

    #[slot(str)]
    fn str(vm: &mut Vm, this: &Value) -> PyResult {
        let Some((encoding, object, start, end, reason)) = unicode_fields(vm, this)? else { return Ok(vm.new_str("")) };
        let code = object.downcast::<PyStr>().and_then(|text| text.at(usize::try_from(start).unwrap_or(usize::MAX)));
        let text = match code {
            Some(code) if end == start + 1 => {
                format!("'{encoding}' codec can't encode character '{}' in position {start}: {reason}", escaped(code))
            }
            _ => format!("'{encoding}' codec can't encode characters in position {start}-{}: {reason}", end - 1),
        };
        Ok(vm.new_str(&text))
    }
}

#[pymethods(part = "slots")]
impl UnicodeTranslateSlots {
    #[slot(init)]
    fn init(vm: &mut Vm, this: &Value, args: Args<'_>) -> PyResult<()> {
        unicode_init(vm, this, args, &["object", "start", "end", "reason"], false)
    }

    #[slot(str)]
    fn str(vm: &mut Vm, this: &Value) -> PyResult {
        let Some((_, object, start, end, reason)) = unicode_fields(vm, this)? else { return Ok(vm.new_str("")) };
        let code = object.downcast::<PyStr>().and_then(|text| text.at(usize::try_from(start).unwrap_or(usize::MAX)));
        let text = match code {
            Some(code) if end == start + 1 => {
                format!("can't translate character '{}' in position {start}: {reason}", escaped(code))
            }
            _ => format!("can't translate characters in position {start}-{}: {reason}", end - 1),
        };
        Ok(vm.new_str(&text))
    }
}
