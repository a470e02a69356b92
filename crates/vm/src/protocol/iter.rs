//! Iteration.

use crate::exc::PyResult;
use crate::heap::Payload;
use crate::heap::var::PyTuple;
use crate::interp::sink::Sink;
use crate::types::dict::exact_str;
use crate::types::generator::PyGenerator;
use crate::types::list::{PyList, PyListIterator, PyListReverseIterator};
use crate::types::range::iter::PyRangeIterator;
use crate::types::seq_iter::PySeqIter;
use crate::types::str::iter::PyStrIterator;
use crate::types::tuple::PyTupleIterator;
use crate::value::Value;
use crate::vm::Vm;

impl Vm {
    /// `iter(value)`.
    #[inline]
    pub fn iter(&mut self, value: &Value) -> PyResult {
        let ty = self.type_of(value);
        let Some(iter) = ty.slots.iter.get() else { return self.sequence_iter(value) };
        let iterator = iter(self, value)?;
        if self.type_of(&iterator).slots.next.get().is_some() {
            return Ok(iterator);
        }
        let ty = self.type_name(&iterator);
        Err(self.type_error(format!("iter() returned non-iterator of type '{ty}'")))
    }

    /// An iterator over `value[0]`, `value[1]`, ... ; TypeError if it is no sequence.
    pub fn sequence_iter(&mut self, value: &Value) -> PyResult {
        if self.is_sequence(value) {
            return Ok(self.new_object(PySeqIter::new(value.clone())));
        }
        let ty = self.type_name(value);
        Err(self.type_error(format!("'{ty}' object is not iterable")))
    }

    /// The next item of an iterator; `None` at the end.
    #[inline]
    pub fn next(&mut self, iterator: &Value) -> PyResult<Option<Value>> {
        match self.type_of(iterator).slots.next.get() {
            Some(next) => next(self, iterator),
            None => {
                let ty = self.type_name(iterator);
                Err(self.type_error(format!("'{ty}' object is not an iterator")))
            }
        }
    }

    /// As `next`, for loops in native code: looks at the eval breaker, so that no loop is deaf to Ctrl-C, and tells the
    /// iterators of ranges and lists without a look-up.
    #[inline]
    pub fn next_item(&mut self, iterator: &Value) -> PyResult<Option<Value>> {
        self.poll()?;
        match iterator.header().map(|head| head.layout) {
            Some(PyRangeIterator::LAYOUT) => {
                let item = iterator.downcast::<PyRangeIterator>().and_then(PyRangeIterator::advance);
                Ok(item.map(|number| self.new_int(number)))
            }
            Some(PyListIterator::LAYOUT) => {
                Ok(iterator.downcast::<PyListIterator>().and_then(|list| list.advance(self)))
            }
            Some(PyTupleIterator::LAYOUT) => {
                Ok(iterator.downcast::<PyTupleIterator>().and_then(|tuple| tuple.advance(self)))
            }
            Some(PyStrIterator::LAYOUT) => Ok(iterator.downcast::<PyStrIterator>().and_then(|text| text.advance(self))),
            Some(PyListReverseIterator::LAYOUT) => {
                Ok(iterator.downcast::<PyListReverseIterator>().and_then(|list| list.advance(self)))
            }
            Some(PyGenerator::LAYOUT) => self.generator_next(iterator),
            _ => self.next(iterator),
        }
    }

    /// The rest of an iterator.
    fn drain(&mut self, iterator: &Value, items: &mut Vec<Value>) -> PyResult<()> {
        if let Some(range) = iterator.downcast::<PyRangeIterator>() {
            while let Some(number) = range.advance() {
                items.push(self.new_int(number));
                if items.len() & 0xfff == 0 {
                    self.poll()?;
                }
            }
            return Ok(());
        }
        if self.is_exact::<PyGenerator>(iterator) {
            let mut sink = Sink::List(std::mem::take(items));
            loop {
                let poured = self.pour(iterator, &mut sink);
                if let Sink::List(taken) = &mut sink {
                    match poured? {
                        Some(item) => taken.push(item),
                        None => {
                            *items = std::mem::take(taken);
                            return Ok(());
                        }
                    }
                }
                self.poll()?;
            }
        }
        // What a builtin type's iterators do does not change on the way.
        let ty = self.type_of(iterator);
        if ty.def.is_some()
            && let Some(next) = ty.slots.next.get()
        {
            while let Some(item) = next(self, iterator)? {
                items.push(item);
                self.poll()?;
            }
            return Ok(());
        }
        while let Some(item) = self.next_item(iterator)? {
            items.push(item);
        }
        Ok(())
    }

    /// All items of an iterable. Lists and tuples are copied at once.
    pub fn collect(&mut self, iterable: &Value) -> PyResult<Vec<Value>> {
        if self.is_exact::<PyTuple>(iterable)
            && let Some(tuple) = iterable.downcast::<PyTuple>()
        {
            return Ok(tuple.items().to_vec());
        }
        if self.is_exact::<PyList>(iterable)
            && let Some(list) = iterable.downcast::<PyList>()
        {
            return Ok(list.items.borrow(self).clone());
        }
        if let Some(text) = exact_str(iterable) {
            return Ok(text.data().code_points().map(|c| self.new_char(c)).collect());
        }
        let iterator = self.iter(iterable)?;
        let hint = self.length_hint(iterable, 0)?;
        let mut items = Vec::new();
        if hint > 0 && items.try_reserve(hint.min(1 << 20)).is_err() {
            return Err(self.memory_error());
        }
        self.drain(&iterator, &mut items)?;
        Ok(items)
    }

    /// Calls `body` with each item.
    pub fn for_each(&mut self, iterable: &Value, mut body: impl FnMut(&mut Vm, Value) -> PyResult<()>) -> PyResult<()> {
        let iterator = self.iter(iterable)?;
        while let Some(item) = self.next_item(&iterator)? {
            body(self, item)?;
        }
        Ok(())
    }

    /// How many items `value` says it has or will yield (`operator.length_hint`).
    pub fn length_hint(&mut self, value: &Value, default: usize) -> PyResult<usize> {
        let ty = self.type_of(value);
        if ty == self.ty::<PyGenerator>() {
            return Ok(default);
        }
        if let Some(range) = value.downcast::<PyRangeIterator>() {
            return Ok(range.len.saturating_sub(range.index.get()).max(0) as usize);
        }
        if let Some(list) = value.downcast::<PyListReverseIterator>() {
            return Ok(list.left(self));
        }
        if let Some(len) = ty.slots.len.get() {
            let result = len(self, value);
            if let Some(len) = self.catch(result, self.exc.type_error)? {
                return Ok(len);
            }
        }
        let name = self.names.__length_hint__.clone();
        if ty.lookup(self, &name).is_none() {
            return Ok(default);
        }
        let result = self.call_special(value, &name, &[]);
        let Some(Some(hint)) = self.catch(result, self.exc.type_error)? else { return Ok(default) };
        if hint.is_not_implemented() {
            return Ok(default);
        }
        if !crate::types::int::is_int(&hint) {
            let ty = self.type_name(&hint);
            return Err(self.type_error(format!("__length_hint__ must be an integer, not {ty}")));
        }
        match self.int_to_i64(&hint) {
            Some(n) if n >= 0 => Ok(n as usize),
            Some(_) => Err(self.value_error("__length_hint__() should return >= 0")),
            None => Err(self.overflow_error("Python int too large to convert to C ssize_t")),
        }
    }
}
