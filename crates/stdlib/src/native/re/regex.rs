//! A compiled expression as an object: it finds spans; `re` makes patterns and matches of them.

use minipy_macros::{pyclass, pymethods};
use minipy_vm::args::This;
use minipy_vm::heap::var::{PyBytes, PyStr, StrData};
use minipy_vm::{PyResult, Value, Vm};

use super::matcher::{Matcher, NOWHERE, Unit, Wanted};
use super::program::Program;

/// A compiled regular expression.
#[pyclass(name = "Regex", module = "_re", layout = 193)]
pub struct PyRegex {
    #[pyclass(skip)]
    program: Program,
    flags: u32,
    late_flags: Option<usize>,
    /// A tuple of (name, group).
    names: Value,
}

impl PyRegex {
    /// Of a program.
    pub fn new(program: Program, flags: u32, late_flags: Option<usize>, names: Value) -> PyRegex {
        PyRegex { program, flags, late_flags, names }
    }
}

/// What to look for.
#[derive(Clone, Copy)]
struct Task {
    start: usize,
    end: usize,
    /// Anywhere, or at the start alone.
    search: bool,
    whole: bool,
    /// How many matches one after the other; 0 for all.
    limit: usize,
}

/// A match as Python sees it: the ends of all groups, then the group that was closed last, all -1 where there is none.
fn span(vm: &Vm, slots: &[usize]) -> Value {
    let number = |place: &usize| if *place == NOWHERE { Value::int32(-1) } else { vm.new_int(*place as i64) };
    vm.new_tuple(slots.iter().map(number).collect())
}

/// The matches in a text.
fn spans<T: Unit>(vm: &mut Vm, program: &Program, text: &[T], task: Task) -> PyResult<Vec<Value>> {
    let mut start = task.start.min(text.len());
    let text = text.get(..task.end.min(text.len())).unwrap_or_default();
    let mut found = Vec::new();
    let mut matcher = Matcher::new(program, text);
    let mut beyond = NOWHERE;
    while start <= text.len() {
        let wanted = Wanted { whole: task.whole, beyond };
        let matched =
            if task.search { matcher.search(vm, start, wanted)? } else { matcher.match_at(vm, start, wanted)? };
        if !matched {
            break;
        }
        found.push(span(vm, &matcher.slots));
        if found.len() == task.limit {
            break;
        }
        // The next one may touch this one; an empty one may not stand where this one ended if that was empty too.
        let (begin, end) = match matcher.slots.as_slice() {
            [begin, end, ..] => (*begin, *end),
            _ => break,
        };
        beyond = if begin == end { end } else { NOWHERE };
        start = end;
    }
    Ok(found)
}

#[pymethods]
impl PyRegex {
    /// The spans of matches in string[pos:endpos]: of `limit` of them, or of all.
    #[pymethod("find($self, string, pos, endpos, search, whole, limit, /)", no_text)]
    #[expect(clippy::too_many_arguments, reason = "called by re alone")]
    fn find(
        vm: &mut Vm,
        this: This<'_, PyRegex>,
        string: &Value,
        pos: isize,
        endpos: isize,
        search: bool,
        whole: bool,
        limit: usize,
    ) -> PyResult {
        let size = match string.downcast::<PyStr>() {
            Some(text) => text.data().len(),
            None => usize::MAX,
        };
        let end = usize::try_from(endpos).unwrap_or(0).min(size);
        let start = usize::try_from(pos).unwrap_or(0);
        let task = Task { start, end, search, whole, limit };
        let program = &this.payload().program;
        let found = match (string.downcast::<PyStr>(), string.downcast::<PyBytes>()) {
            (Some(text), _) => match text.data() {
                StrData::Ascii(units) | StrData::Latin1(units) => spans(vm, program, units, task)?,
                StrData::Ucs2(units) => spans(vm, program, units, task)?,
                StrData::Ucs4(units) => spans(vm, program, units, task)?,
            },
            (None, Some(bytes)) => spans(vm, program, bytes.as_bytes(), task)?,
            (None, None) => {
                let bytes = vm.buffer_copy(string)?;
                spans(vm, program, &bytes, task)?
            }
        };
        Ok(vm.new_list(found))
    }

    /// The number of groups.
    #[getter("groups")]
    fn groups(this: This<'_, PyRegex>) -> usize {
        this.program.groups
    }

    /// The flags, those in the expression too.
    #[getter("flags")]
    fn flags(this: This<'_, PyRegex>) -> u32 {
        this.flags
    }

    /// Where flags for the whole stand, if not at its start.
    #[getter("late_flags")]
    fn late_flags(this: This<'_, PyRegex>) -> Option<usize> {
        this.late_flags
    }

    /// The groups' names: (name, group).
    #[getter("names")]
    fn names(this: This<'_, PyRegex>) -> Value {
        this.names.clone()
    }
}
