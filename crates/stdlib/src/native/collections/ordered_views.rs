//! `odict_keys`, `odict_values` and `odict_items`: dict's views under the names of OrderedDict's.

use minipy_macros::{pymethods, pytype};
use minipy_vm::object::def::PyClass;
use minipy_vm::types::dict::iter::{
    DictCursor, PyDictReverseItemIterator, PyDictReverseKeyIterator, PyDictReverseValueIterator,
};
use minipy_vm::types::dict::{PyDictItems, PyDictKeys, PyDictValues};
use minipy_vm::{Value, Vm};

macro_rules! views {
    ($($ident:ident $name:tt $base:ident $reverse:ident;)*) => { $(
        /// The type of a view.
        pub struct $ident;

        pytype! {
            $ident: name = $name, base = $base, accepts = |value: &Value| value.is_a::<$base>()
        }

        impl $ident {
            /// The view of an OrderedDict.
            pub fn of(vm: &mut Vm, dict: &Value) -> Value {
                let ty = vm.static_type($ident::TYPE);
                vm.new_instance(ty, $base::new(dict.clone()))
            }
        }

        #[pymethods]
        impl $ident {
            #[pymethod("__reversed__($self, /)", no_text)]
            fn reversed(vm: &mut Vm, this: &Value) -> Value {
                let dict = this.downcast::<$base>().map_or(Value::NONE, |view| view.viewed().clone());
                vm.new_object($reverse::new(DictCursor::reverse(vm, &dict)))
            }
        }
    )* };
}

views! {
    PyOrderedKeys "odict_keys" PyDictKeys PyDictReverseKeyIterator;
    PyOrderedValues "odict_values" PyDictValues PyDictReverseValueIterator;
    PyOrderedItems "odict_items" PyDictItems PyDictReverseItemIterator;
}
