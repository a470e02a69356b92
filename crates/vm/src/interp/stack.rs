//! The value stack and the stack of frame records.

#![expect(unsafe_code, reason = "both stacks are raw memory")]

use std::alloc::{Layout, alloc_zeroed, dealloc};

use super::frame::Frame;
use crate::value::Value;

/// Words of the value stack: memory is committed as it is touched.
const STACK_WORDS: usize = 16 << 20;
/// Frame records, at most.
pub const MAX_FRAMES: usize = 1 << 20;

/// What the interpreter keeps in the Vm.
pub struct State {
    /// The running frame's record. The first record is a sentinel below all frames.
    pub frame: *mut Frame,
    /// Records from here on are out of reach (`sys.setrecursionlimit`).
    pub frame_limit: *mut Frame,
    /// The end of the value stack, less the room that every call may use without a check.
    pub stack_limit: *mut u64,
    /// The result that a run leaves behind.
    pub result: Value,
    /// Exceptions being handled: one for each running generator, the last is the innermost.
    pub handled: Vec<Value>,
    /// The next unwinding adds no traceback entry: the exception is raised again.
    pub silent: bool,
    /// Code objects whose functions got another one while they may run.
    pub retired: Vec<Value>,
    /// The last yield was a `yield`, not what an awaited object yields.
    pub plain_yield: bool,
    /// The value of the StopIteration that a `next` slot left unraised.
    pub stop_value: Option<Value>,
    /// The arguments of the StopIteration that ended the last iteration, if a method in Python raised it with any.
    pub stop_args: Option<Value>,
    /// See there.
    pub(crate) known: super::call::Known,
    /// Names of keyword arguments on their way: only its memory is kept.
    pub(crate) names: Vec<Value>,
    /// See there.
    pub(crate) surroundings: crate::types::function::Surroundings,
    /// Answers of attribute look-ups that instructions share.
    pub(crate) stubs: super::cache::Stubs,
    /// `sys.set_asyncgen_hooks`: first iteration, finaliser.
    pub asyncgen_hooks: (Value, Value),
    /// Where the loop goes on.
    #[cfg(minipy_loop)]
    pub resume_at: (*mut u64, *mut u64, *const u64),
    frames: *mut Frame,
    stack: *mut u64,
}

impl State {
    /// Empty stacks.
    pub fn new() -> State {
        // SAFETY: the layouts are not empty. Zeroed memory is what both stacks begin with.
        let (frames, stack) =
            unsafe { (alloc_zeroed(frames_layout()).cast::<Frame>(), alloc_zeroed(stack_layout()).cast::<u64>()) };
        if frames.is_null() || stack.is_null() {
            std::alloc::handle_alloc_error(stack_layout());
        }
        // SAFETY: the sentinel is the first of the records.
        let mut state = unsafe {
            (*frames).fp = stack;
            State {
                frame: frames,
                frame_limit: frames,
                stack_limit: stack.add(STACK_WORDS - 0x1_0000),
                result: Value::NONE,
                handled: vec![Value::NONE],
                silent: false,
                retired: Vec::new(),
                plain_yield: false,
                stop_value: None,
                stop_args: None,
                known: Default::default(),
                names: Vec::new(),
                surroundings: Default::default(),
                stubs: Default::default(),
                asyncgen_hooks: (Value::NONE, Value::NONE),
                #[cfg(minipy_loop)]
                resume_at: (std::ptr::null_mut(), std::ptr::null_mut(), std::ptr::null()),
                frames,
                stack,
            }
        };
        state.set_recursion_limit(1000);
        state
    }

    /// How many frames may be running.
    pub fn set_recursion_limit(&mut self, limit: usize) {
        // SAFETY: at most the last record.
        self.frame_limit = unsafe { self.frames.add(limit.saturating_add(1).min(MAX_FRAMES - 64)) };
    }

    /// How many frames are running.
    #[inline]
    pub fn depth(&self) -> usize {
        (self.frame as usize - self.frames as usize) / size_of::<Frame>()
    }

    /// Whether no Python frame runs.
    #[inline(always)]
    pub fn is_idle(&self) -> bool {
        self.frame == self.frames
    }

    /// The running frame's record, if one runs.
    #[inline]
    pub fn current(&self) -> Option<&Frame> {
        // SAFETY: records up to `frame` are live.
        if self.is_idle() { None } else { Some(unsafe { &*self.frame }) }
    }

    /// The record `back` frames down from the running one.
    #[inline]
    pub fn nth(&self, back: usize) -> Option<*mut Frame> {
        if back >= self.depth() {
            return None;
        }
        // SAFETY: fewer than the frames that are running.
        Some(unsafe { self.frame.sub(back) })
    }

    /// The first word that no frame uses.
    #[inline(always)]
    pub fn top(&self) -> *mut u64 {
        // SAFETY: the sentinel has no code and its slots begin with the stack; others use `nslots` words.
        unsafe {
            let frame = &*self.frame;
            if frame.code.is_null() { frame.fp } else { frame.fp.add((*frame.code).nslots as usize) }
        }
    }

    /// The exception being handled, seen through generators that handle none.
    pub fn topmost_handled(&self) -> Option<Value> {
        self.handled.iter().rev().find(|exception| !exception.is_none()).cloned()
    }

    /// The exception that the running generator or the code outside generators handles; None if it handles none.
    #[inline]
    pub fn own_handled(&self) -> Value {
        self.handled.last().cloned().unwrap_or(Value::NONE)
    }

    /// Replaces it and hands out the old one.
    #[inline]
    pub fn replace_handled(&mut self, exception: Value) -> Value {
        match self.handled.last_mut() {
            Some(place) => std::mem::replace(place, exception),
            None => Value::NONE,
        }
    }
}

impl Default for State {
    fn default() -> State {
        State::new()
    }
}

impl Drop for State {
    fn drop(&mut self) {
        // SAFETY: allocated in `new` with the same layouts. What frames hold is gone when no frame runs.
        unsafe {
            dealloc(self.frames.cast(), frames_layout());
            dealloc(self.stack.cast(), stack_layout());
        }
    }
}

/// Alignment that the allocator has anyway: only then does it hand out untouched zero pages. A stricter one makes it
/// write the zeros itself, 200 MB of them at every start.
const ALIGN: usize = 16;

const fn frames_layout() -> Layout {
    // SAFETY: a power of two, and far below isize::MAX.
    unsafe { Layout::from_size_align_unchecked(MAX_FRAMES * size_of::<Frame>(), ALIGN) }
}

const fn stack_layout() -> Layout {
    // SAFETY: as above.
    unsafe { Layout::from_size_align_unchecked(STACK_WORDS * 8, ALIGN) }
}
