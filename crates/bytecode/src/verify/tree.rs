//! Verifying a code object alone, or with all that are nested in it.

use std::sync::Arc;

use rustc_hash::{FxHashMap, FxHashSet};

use crate::code::CodeObject;
use crate::constant::Constant;

use super::VerifiedCode;
use super::fault::VerifyError;
use super::flow::verify_one;

/// Steps that a file may cost beyond those its size allows.
const BUDGET: u64 = 1 << 22;

/// Verifies a code object, and leaves those in its constants for later.
pub fn verify(code: &Arc<CodeObject>) -> Result<Arc<VerifiedCode>, VerifyError> {
    let mut budget = BUDGET;
    verify_one(code, &mut budget).map(Arc::new)
}

/// Verifies a code object and all that are constants of it or of one of them.
pub fn verify_tree(root: &Arc<CodeObject>) -> Result<Arc<VerifiedCode>, VerifyError> {
    // What is nested comes before what nests it, each once; a stack of our own, because nesting has no limit that
    // the native stack could rely on.
    let mut budget = BUDGET;
    let mut order: Vec<Arc<CodeObject>> = Vec::new();
    let mut work = vec![(Arc::clone(root), false)];
    let mut finished: FxHashMap<usize, Arc<VerifiedCode>> = FxHashMap::default();
    let mut seen: FxHashSet<usize> = FxHashSet::default();
    while let Some((code, inner_done)) = work.pop() {
        if inner_done {
            order.push(code);
        } else if seen.insert(address(&code)) {
            work.push((Arc::clone(&code), true));
            work.extend(nested(&code).map(|inner| (Arc::clone(inner), false)));
        }
    }
    let mut last = None;
    for code in order {
        let mut verified = verify_one(&code, &mut budget)?;
        if nested(&code).next().is_some() {
            let inner = |constant: &Constant| match constant {
                Constant::Code(inner) => finished.get(&address(inner)).cloned(),
                _ => None,
            };
            verified.nested = code.consts.iter().map(inner).collect();
        }
        let verified = Arc::new(verified);
        finished.insert(address(&code), Arc::clone(&verified));
        last = Some(verified);
    }
    match last {
        Some(verified) => Ok(verified),
        None => verify(root),
    }
}

fn nested(code: &CodeObject) -> impl Iterator<Item = &Arc<CodeObject>> {
    code.consts.iter().filter_map(|constant| match constant {
        Constant::Code(inner) => Some(inner),
        _ => None,
    })
}

fn address(code: &Arc<CodeObject>) -> usize {
    Arc::as_ptr(code).addr()
}
