//! `_heapq`. Answers to CPython's Modules/_heapqmodule.c.

use minipy_macros::{functions, pyfunction};
use minipy_vm::object::CompareOp;
use minipy_vm::object::def::ModuleDef;
use minipy_vm::types::list::PyList;
use minipy_vm::{PyResult, Raised, Value, Vm};

/// The module.
pub static MODULE: ModuleDef = ModuleDef {
    name: "_heapq",
    doc: "Heap queue algorithm (a.k.a. priority queue).",
    functions: &[functions![
        heappush,
        heappushpop,
        heappop,
        heapreplace,
        heapify,
        heappop_max,
        heapify_max,
        heapreplace_max
    ]],
    types: &[],
    init: None,
};

/// Which item is on top.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Top {
    Smallest,
    Largest,
}

#[cold]
fn out_of_range(vm: &mut Vm) -> Raised {
    vm.index_error("index out of range")
}

/// Whether `a` belongs above `b`.
fn above(vm: &mut Vm, top: Top, a: &Value, b: &Value) -> PyResult<bool> {
    match top {
        Top::Smallest => vm.compare_bool(a, b, CompareOp::Lt),
        Top::Largest => vm.compare_bool(b, a, CompareOp::Lt),
    }
}

/// As `above`, for items of `heap`, whose length must not change meanwhile.
fn above_in(vm: &mut Vm, heap: &PyList, top: Top, a: &Value, b: &Value, len: usize) -> PyResult<bool> {
    let result = above(vm, top, a, b)?;
    if heap.len(vm) == len { Ok(result) } else { Err(vm.runtime_error("list changed size during iteration")) }
}

fn item(vm: &mut Vm, heap: &PyList, place: usize) -> PyResult {
    match heap.get(vm, place) {
        Some(item) => Ok(item),
        None => Err(out_of_range(vm)),
    }
}

/// Moves the item at `place` up to where it belongs, not above `start`.
fn sift_up(vm: &mut Vm, heap: &PyList, top: Top, start: usize, mut place: usize) -> PyResult<()> {
    let len = heap.len(vm);
    let moving = item(vm, heap, place)?;
    while place > start {
        let parent = (place - 1) / 2;
        let above_it = item(vm, heap, parent)?;
        if !above_in(vm, heap, top, &moving, &above_it, len)? {
            break;
        }
        heap.items.borrow_mut(vm).swap(parent, place);
        place = parent;
    }
    Ok(())
}

/// Lets the item at `start` sink to a leaf, and rise from there to where it belongs.
fn sift_down(vm: &mut Vm, heap: &PyList, top: Top, start: usize) -> PyResult<()> {
    let len = heap.len(vm);
    if start >= len {
        return Err(out_of_range(vm));
    }
    let mut place = start;
    while place < len / 2 {
        let mut child = 2 * place + 1;
        if child + 1 < len {
            let (left, right) = (item(vm, heap, child)?, item(vm, heap, child + 1)?);
            child += usize::from(!above_in(vm, heap, top, &left, &right, len)?);
        }
        heap.items.borrow_mut(vm).swap(child, place);
        place = child;
    }
    sift_up(vm, heap, top, start, place)
}

fn pop(vm: &mut Vm, heap: &PyList, top: Top) -> PyResult {
    let items = heap.items.borrow_mut(vm);
    let Some(last) = items.pop() else { return Err(out_of_range(vm)) };
    let Some(first) = items.first_mut() else { return Ok(last) };
    let result = std::mem::replace(first, last);
    sift_down(vm, heap, top, 0)?;
    Ok(result)
}

fn replace(vm: &mut Vm, heap: &PyList, top: Top, item: &Value) -> PyResult {
    let Some(first) = heap.items.borrow_mut(vm).first_mut() else { return Err(out_of_range(vm)) };
    let result = std::mem::replace(first, item.clone());
    sift_down(vm, heap, top, 0)?;
    Ok(result)
}

fn make(vm: &mut Vm, heap: &PyList, top: Top) -> PyResult<()> {
    for place in (0..heap.len(vm) / 2).rev() {
        sift_down(vm, heap, top, place)?;
    }
    Ok(())
}

/// Push item onto heap, maintaining the heap invariant.
#[pyfunction("_heapq.heappush(heap, item, /)")]
pub fn heappush(vm: &mut Vm, heap: &PyList, item: &Value) -> PyResult<()> {
    heap.push(vm, item.clone());
    let last = heap.len(vm) - 1;
    sift_up(vm, heap, Top::Smallest, 0, last)
}

/// Push item on the heap, then pop and return the smallest item from the heap.
///
/// The combined action runs more efficiently than heappush() followed by
/// a separate call to heappop().
#[pyfunction("_heapq.heappushpop(heap, item, /)")]
pub fn heappushpop(vm: &mut Vm, heap: &PyList, item: &Value) -> PyResult {
    let Some(first) = heap.get(vm, 0) else { return Ok(item.clone()) };
    if !vm.compare_bool(&first, item, CompareOp::Lt)? {
        return Ok(item.clone());
    }
    replace(vm, heap, Top::Smallest, item)
}

/// Pop the smallest item off the heap, maintaining the heap invariant.
#[pyfunction("_heapq.heappop(heap, /)")]
pub fn heappop(vm: &mut Vm, heap: &PyList) -> PyResult {
    pop(vm, heap, Top::Smallest)
}

/// Pop and return the current smallest value, and add the new item.
///
/// This is more efficient than heappop() followed by heappush(), and can be
/// more appropriate when using a fixed-size heap. The value returned may be
/// larger than item.
#[pyfunction("_heapq.heapreplace(heap, item, /)")]
pub fn heapreplace(vm: &mut Vm, heap: &PyList, item: &Value) -> PyResult {
    replace(vm, heap, Top::Smallest, item)
}

/// Transform list into a heap, in-place, in O(len(heap)) time.
#[pyfunction("_heapq.heapify(heap, /)")]
pub fn heapify(vm: &mut Vm, heap: &PyList) -> PyResult<()> {
    make(vm, heap, Top::Smallest)
}

/// Maxheap variant of heappop.
#[pyfunction("_heapq._heappop_max(heap, /)")]
pub fn heappop_max(vm: &mut Vm, heap: &PyList) -> PyResult {
    pop(vm, heap, Top::Largest)
}

/// Maxheap variant of heapify.
#[pyfunction("_heapq._heapify_max(heap, /)")]
pub fn heapify_max(vm: &mut Vm, heap: &PyList) -> PyResult<()> {
    make(vm, heap, Top::Largest)
}

/// Maxheap variant of heapreplace.
#[pyfunction("_heapq._heapreplace_max(heap, item, /)")]
pub fn heapreplace_max(vm: &mut Vm, heap: &PyList, item: &Value) -> PyResult {
    replace(vm, heap, Top::Largest, item)
}
