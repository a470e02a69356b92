//! `traceback`: one frame that an exception passed (CPython's Python/traceback.c).

use std::cell::Cell;

use crate::args::This;
use crate::exc::PyResult;
use crate::heap::VmCell;
use crate::object::Ty;
use crate::types::frame::PyFrame;
use crate::value::Value;
use crate::vm::Vm;
use minipy_macros::{pyclass, pymethods};

/// Create a new traceback object.
#[pyclass(name = "traceback", layout = 21)]
pub struct PyTraceback {
    /// `tb_next`: the frame it went on to, or None.
    pub next: VmCell<Value>,
    /// `tb_frame`.
    pub frame: Value,
    /// `tb_lasti`.
    pub lasti: i64,
    /// `tb_lineno`, once it is known.
    #[pyclass(skip)]
    line: Cell<Option<i64>>,
}

impl PyTraceback {
    /// An entry before `next`, for the frame at the instruction at byte offset `lasti`.
    pub fn new(next: Value, frame: Value, lasti: i64) -> PyTraceback {
        PyTraceback { next: VmCell::new(next), frame, lasti, line: Cell::new(None) }
    }

    /// `tb_lineno`.
    pub fn lineno(&self) -> i64 {
        if let Some(line) = self.line.get() {
            return line;
        }
        let line = self.frame.downcast::<PyFrame>().and_then(|frame| frame.line_at(self.lasti)).unwrap_or(-1);
        self.line.set(Some(line));
        line
    }
}

#[pymethods]
impl PyTraceback {
    #[new("TracebackType(tb_next, tb_frame, tb_lasti, tb_lineno)")]
    fn new_traceback(
        vm: &mut Vm,
        _cls: Ty,
        tb_next: &Value,
        tb_frame: &Value,
        tb_lasti: i32,
        tb_lineno: i32,
    ) -> PyResult {
        if !tb_next.is_none() && !tb_next.is_a::<PyTraceback>() {
            let got = vm.type_name(tb_next);
            return Err(vm.type_error(format!("expected traceback object or None, got '{got}'")));
        }
        if !tb_frame.is_a::<PyFrame>() {
            let got = vm.type_name(tb_frame);
            return Err(vm.type_error(format!("TracebackType() argument 'tb_frame' must be frame, not {got}")));
        }
        let entry = PyTraceback::new(tb_next.clone(), tb_frame.clone(), i64::from(tb_lasti));
        entry.line.set(Some(i64::from(tb_lineno)));
        Ok(vm.new_object(entry))
    }

    #[getter("tb_next")]
    fn get_next(vm: &mut Vm, this: This<'_, PyTraceback>) -> Value {
        this.next.get(vm)
    }

    #[setter("tb_next")]
    fn set_next(vm: &mut Vm, this: This<'_, PyTraceback>, value: Option<&Value>) -> PyResult<()> {
        let Some(value) = value else { return Err(vm.type_error("can't delete tb_next attribute")) };
        let mut link = value.clone();
        while let Some(entry) = link.clone().downcast::<PyTraceback>() {
            if link.is(this.value()) {
                return Err(vm.value_error("traceback loop detected"));
            }
            link = entry.next.get(vm);
        }
        if !link.is_none() {
            let got = vm.type_name(value);
            return Err(vm.type_error(format!("expected traceback object, got '{got}'")));
        }
        this.next.set(vm, value.clone());
        Ok(())
    }

    #[member("tb_frame")]
    fn get_frame(this: This<'_, PyTraceback>) -> Value {
        this.frame.clone()
    }

    #[member("tb_lasti")]
    fn get_lasti(this: This<'_, PyTraceback>) -> i64 {
        this.lasti
    }

    #[member("tb_lineno")]
    fn get_lineno(this: This<'_, PyTraceback>) -> Option<i64> {
        Some(this.lineno()).filter(|line| *line >= 0)
    }

    #[pymethod("__dir__($self, /)", no_text)]
    fn dir(vm: &mut Vm, _this: This<'_, PyTraceback>) -> Value {
        let names = ["tb_frame", "tb_next", "tb_lasti", "tb_lineno"].map(|name| vm.new_str(name));
        vm.new_list(names.to_vec())
    }
}
