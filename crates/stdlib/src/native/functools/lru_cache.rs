//! `_lru_cache_wrapper`: the callable behind lru_cache.

use std::cell::Cell;

use minipy_macros::{pyclass, pymethods};
use minipy_vm::args::{Args, This};
use minipy_vm::heap::var::PyStr;
use minipy_vm::types::dict::{DictTable, PyDict};
use minipy_vm::types::int::PyInt;
use minipy_vm::types::method::PyMethod;
use minipy_vm::{PyResult, Ty, Value, Vm, VmCell};

/// Create a cached callable that wraps another function.
///
/// user_function:      the function being cached
///
/// maxsize:  0         for no caching
///           None      for unlimited cache size
///           n         for a bounded cache
///
/// typed:    False     cache f(3) and f(3.0) as identical calls
///           True      cache f(3) and f(3.0) as distinct calls
///
/// cache_info_type:    namedtuple class with the fields:
///                         hits misses currsize maxsize
#[pyclass(name = "_lru_cache_wrapper", module = "functools", layout = 172, flags(dict, weakref, method_descriptor))]
pub struct PyLruCache {
    function: Value,
    /// Results by key; the least recently used one comes first.
    results: VmCell<Value>,
    info_type: Value,
    /// Parts positional from keyword arguments in a key.
    mark: Value,
    #[pyclass(skip)]
    typed: bool,
    /// None: any number.
    #[pyclass(skip)]
    maxsize: Option<usize>,
    #[pyclass(skip)]
    hits: Cell<i64>,
    #[pyclass(skip)]
    misses: Cell<i64>,
}

impl PyLruCache {
    /// What a call's result is kept under.
    fn key(&self, vm: &Vm, args: Args<'_>) -> Value {
        if !self.typed
            && let [only] = args.values()
            && !args.has_keywords()
            && (vm.is_exact::<PyInt>(only) || vm.is_exact::<PyStr>(only))
        {
            return only.clone();
        }
        let mut parts = args.positional().to_vec();
        if args.has_keywords() {
            parts.push(self.mark.clone());
            parts.extend(args.keywords().flat_map(|(name, value)| [name.clone(), value.clone()]));
        }
        if self.typed {
            parts.extend(args.values().iter().map(|value| vm.type_of(value).value()));
        }
        vm.new_tuple(parts)
    }

    fn call_cached(&self, vm: &mut Vm, args: Args<'_>) -> PyResult {
        let key = self.key(vm, args);
        let hash = vm.hash(&key)?;
        let results = self.results.get(vm);
        let Some(results) = results.downcast::<PyDict>() else { return vm.call_args(&self.function, args) };
        if let Some(found) = results.get_hashed(vm, &key, hash)? {
            if self.maxsize.is_some() {
                results.move_to_end(vm, &key, true)?;
            }
            self.hits.set(self.hits.get() + 1);
            return Ok(found);
        }
        self.misses.set(self.misses.get() + 1);
        let result = vm.call_args(&self.function, args)?;
        if let Some(maxsize) = self.maxsize {
            // The call may have cached its own result already, or cleared the cache.
            if results.lookup(vm, &key, hash)?.is_some() {
                return Ok(result);
            }
            if results.len(vm) >= maxsize {
                drop(results.pop_end(vm, false));
            }
        }
        results.set_hashed(vm, &key, hash, result.clone())?;
        Ok(result)
    }
}

#[pymethods]
impl PyLruCache {
    #[new("lru_cache(user_function, maxsize, typed, cache_info_type)", no_text)]
    fn new(
        vm: &mut Vm,
        cls: Ty,
        user_function: &Value,
        maxsize: &Value,
        typed: bool,
        cache_info_type: &Value,
    ) -> PyResult {
        if vm.type_of(user_function).slots.call.get().is_none() {
            return Err(vm.type_error("the first argument must be callable"));
        }
        let maxsize = if maxsize.is_none() {
            None
        } else if vm.type_of(maxsize).slots.index.get().is_some() {
            Some(vm.index_isize(maxsize)?.max(0) as usize)
        } else {
            return Err(vm.type_error("maxsize should be integer or None"));
        };
        let object = vm.builtin("object")?;
        let cache = PyLruCache {
            function: user_function.clone(),
            results: VmCell::new(vm.new_dict()),
            info_type: cache_info_type.clone(),
            mark: vm.call(&object, &[])?,
            typed,
            maxsize,
            hits: Cell::new(0),
            misses: Cell::new(0),
        };
        Ok(vm.new_instance(cls, cache))
    }

    #[slot(call)]
    fn call(vm: &mut Vm, this: This<'_, PyLruCache>, args: Args<'_>) -> PyResult {
        if this.maxsize == Some(0) {
            this.misses.set(this.misses.get() + 1);
            return vm.call_args(&this.function, args);
        }
        this.call_cached(vm, args)
    }

    #[slot(descr_get)]
    fn get(vm: &mut Vm, this: This<'_, PyLruCache>, object: Option<&Value>, _owner: Option<Ty>) -> PyResult {
        match object.filter(|object| !object.is_none()) {
            Some(object) => Ok(vm.new_object(PyMethod { func: this.value().clone(), receiver: object.clone() })),
            None => Ok(this.value().clone()),
        }
    }

    /// Report cache statistics
    #[pymethod("cache_info($self, /)", no_text)]
    fn cache_info(vm: &mut Vm, this: This<'_, PyLruCache>) -> PyResult {
        let maxsize = this.maxsize.map_or(Value::NONE, |maxsize| vm.new_int(maxsize as i64));
        let results = this.results.get(vm);
        let len = vm.len(&results)?;
        let arguments = [vm.new_int(this.hits.get()), vm.new_int(this.misses.get()), maxsize, vm.new_int(len as i64)];
        vm.call(&this.info_type, &arguments)
    }

    /// Clear the cache and cache statistics
    #[pymethod("cache_clear($self, /)", no_text)]
    fn cache_clear(vm: &mut Vm, this: This<'_, PyLruCache>) {
        this.hits.set(0);
        this.misses.set(0);
        let results = this.results.get(vm);
        if let Some(results) = results.downcast::<PyDict>() {
            results.table.set(vm, DictTable::new());
        }
    }

    #[pymethod("__reduce__($self, /)", no_text)]
    fn reduce(vm: &mut Vm, this: This<'_, PyLruCache>) -> PyResult {
        vm.get_attr_str(this.value(), "__qualname__")
    }

    #[pymethod("__copy__($self, /)", no_text)]
    fn copy(this: This<'_, PyLruCache>) -> Value {
        this.value().clone()
    }

    #[pymethod("__deepcopy__($self, memo, /)", no_text)]
    fn deepcopy(this: This<'_, PyLruCache>, _memo: &Value) -> Value {
        this.value().clone()
    }
}
