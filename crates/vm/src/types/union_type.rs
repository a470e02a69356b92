//! `types.UnionType`: `int | str` (CPython's Objects/unionobject.c, PEP 604).

use crate::args::This;
use crate::exc::PyResult;
use crate::heap::var::PyTuple;
use crate::object::{CompareOp, Ty};
use crate::types::generic_alias::{PyGenericAlias, type_vars};
use crate::value::Value;
use crate::vm::Vm;
use minipy_macros::{pyclass, pymethods};

/// Represent a PEP 604 union type
///
/// E.g. for int | str
#[pyclass(name = "UnionType", module = "types", layout = 241)]
pub struct PyUnion {
    /// `__args__`.
    pub args: Value,
}

impl PyUnion {
    /// The alternatives.
    pub fn members(&self) -> Vec<Value> {
        self.args.downcast::<PyTuple>().map(|args| args.items().to_vec()).unwrap_or_default()
    }
}

impl Vm {
    /// Whether `value` may stand in a union.
    fn is_unionable(&self, value: &Value) -> bool {
        if value.is_none()
            || Ty::from_value(value).is_some()
            || value.is_a::<PyUnion>()
            || value.is_a::<PyGenericAlias>()
        {
            return true;
        }
        let ty = self.type_of(value);
        ty.def.is_none() && matches!(ty.name(self).as_str(), "TypeVar" | "NewType" | "_SpecialForm")
    }

    /// `a | b` of classes; NotImplemented for what is none.
    pub fn type_union(&mut self, a: &Value, b: &Value) -> PyResult {
        if !self.is_unionable(a) || !self.is_unionable(b) {
            return Ok(Value::NOT_IMPLEMENTED);
        }
        let none_type = self.type_of(&Value::NONE).value();
        let mut members: Vec<Value> = Vec::new();
        for side in [a, b] {
            let parts = match side.downcast::<PyUnion>() {
                Some(union) => union.members(),
                None if side.is_none() => vec![none_type.clone()],
                None => vec![side.clone()],
            };
            for part in parts {
                let mut known = false;
                for member in &members {
                    known = known || member.is(&part) || (part.is_a::<PyGenericAlias>() && self.eq(member, &part)?);
                }
                if !known {
                    members.push(part);
                }
            }
        }
        if members.len() == 1 {
            return Ok(members.pop().unwrap_or_default());
        }
        let args = self.new_tuple(members);
        Ok(self.new_object(PyUnion { args }))
    }
}

#[pymethods]
impl PyUnion {
    #[slot(repr)]
    fn repr(vm: &mut Vm, this: This<'_, PyUnion>) -> PyResult {
        let none_type = vm.type_of(&Value::NONE).value();
        let mut parts = Vec::new();
        for member in this.members() {
            parts.push(if member.is(&none_type) { "None".to_owned() } else { vm.alias_item_repr(&member)? });
        }
        Ok(vm.new_str(&parts.join(" | ")))
    }

    #[slot(hash)]
    fn hash(vm: &mut Vm, this: This<'_, PyUnion>) -> PyResult<i64> {
        let mut sum = 0i64;
        for member in this.members() {
            let hash = vm.hash(&member)?;
            sum = sum.wrapping_add((hash ^ (hash << 16) ^ 89_869_747).wrapping_mul(3_644_798_167));
        }
        Ok(if sum == -1 { -2 } else { sum })
    }

    #[slot(richcompare)]
    fn richcompare(vm: &mut Vm, a: &Value, b: &Value, op: CompareOp) -> PyResult {
        let (Some(x), Some(y)) = (a.downcast::<PyUnion>(), b.downcast::<PyUnion>()) else {
            return Ok(Value::NOT_IMPLEMENTED);
        };
        if !matches!(op, CompareOp::Eq | CompareOp::Ne) {
            return Ok(Value::NOT_IMPLEMENTED);
        }
        let (x, y) = (x.members(), y.members());
        let mut same = x.len() == y.len();
        for member in &x {
            let mut found = false;
            for other in &y {
                found = found || vm.eq(member, other)?;
            }
            same = same && found;
        }
        Ok(Value::bool(same == (op == CompareOp::Eq)))
    }

    #[slot(or)]
    fn or(vm: &mut Vm, a: &Value, b: &Value) -> PyResult {
        vm.type_union(a, b)
    }

    #[slot(getitem)]
    fn getitem(vm: &mut Vm, this: This<'_, PyUnion>, item: &Value) -> PyResult {
        let alias = PyGenericAlias { origin: Value::NONE, args: this.args.clone(), parameters: Default::default() };
        let alias = vm.new_object(alias);
        let replaced = vm.get_item(&alias, item)?;
        let parts = replaced.downcast::<PyGenericAlias>().map(|alias| alias.args.clone()).unwrap_or_default();
        let mut union: Option<Value> = None;
        for part in vm.collect(&parts)? {
            union = Some(match union {
                Some(so_far) => vm.binary(crate::object::BinaryOp::Or, &so_far, &part)?,
                None => part,
            });
        }
        Ok(union.unwrap_or_default())
    }

    #[pymethod("__instancecheck__($self, instance, /)", no_text)]
    fn instancecheck(vm: &mut Vm, this: This<'_, PyUnion>, instance: &Value) -> PyResult<bool> {
        for member in this.members() {
            if Ty::from_value(&member).is_none() {
                return Err(vm.type_error("isinstance() argument 2 cannot contain a parameterized generic"));
            }
            if vm.isinstance(instance, &member)? {
                return Ok(true);
            }
        }
        Ok(false)
    }

    #[pymethod("__subclasscheck__($self, cls, /)", no_text)]
    fn subclasscheck(vm: &mut Vm, this: This<'_, PyUnion>, cls: &Value) -> PyResult<bool> {
        if Ty::from_value(cls).is_none() {
            return Err(vm.type_error("issubclass() arg 1 must be a class"));
        }
        if this.members().iter().any(|member| Ty::from_value(member).is_none()) {
            return Err(vm.type_error("issubclass() argument 2 cannot contain a parameterized generic"));
        }
        for member in this.members() {
            if vm.issubclass(cls, &member)? {
                return Ok(true);
            }
        }
        Ok(false)
    }

    #[getter("__args__")]
    fn get_args(this: This<'_, PyUnion>) -> Value {
        this.args.clone()
    }

    #[getter("__parameters__")]
    fn get_parameters(vm: &mut Vm, this: This<'_, PyUnion>) -> PyResult {
        let vars = type_vars(vm, &this.members())?;
        Ok(vm.new_tuple(vars))
    }
}
