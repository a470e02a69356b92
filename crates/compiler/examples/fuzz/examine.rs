//! Everything a case goes through.

use std::io;
use std::sync::Arc;

use minipy_bytecode::{Constant, VerifiedCode, dis, marshal, verify_tree};
use minipy_compiler::{Options, compile};
use minipy_parser::{Bump, SourceText, SyntaxError, ast, diagnostic, parse};

use crate::case::Case;

/// What became of a case.
pub enum Verdict {
    /// Compiled: the module's code as marshal writes it, and how many code objects were verified.
    Accepted(Vec<u8>, u64),
    /// Refused: the error as JSON.
    Refused(String),
    /// The compiler broke its promises.
    Broken(String),
}

/// Parses, compiles, verifies, marshals and disassembles.
pub fn examine(case: &Case) -> Verdict {
    match compiled(case) {
        Ok(code) => match check(&code) {
            Ok((data, codes)) => Verdict::Accepted(data, codes),
            Err(text) => Verdict::Broken(text),
        },
        Err(error) => {
            let _ = diagnostic::plain(&error);
            let _ = diagnostic::pretty(&error, &case.source, true);
            Verdict::Refused(diagnostic::json(&error))
        }
    }
}

fn compiled(case: &Case) -> Result<Arc<minipy_bytecode::CodeObject>, Box<SyntaxError>> {
    let arena = Bump::new();
    let source = SourceText::decode_for_compile(&case.source, "fuzz.py")?;
    let parsed = parse(&source, case.mode, &arena)?;
    let _ = ast::dump(&parsed.module, Some(source.lines()));
    let options = Options { optimize: case.optimize, ..Options::default() };
    Ok(compile(&parsed, &source, &options)?.code)
}

fn check(code: &Arc<minipy_bytecode::CodeObject>) -> Result<(Vec<u8>, u64), String> {
    let verified = verify_tree(code).map_err(|error| format!("does not verify: {error}"))?;
    let codes = check_sizes(&verified)?;
    dis::write_listing(&mut io::sink(), code, &dis::Options::default()).map_err(|error| error.to_string())?;
    let constant = Constant::Code(Arc::clone(code));
    let data = marshal::dumps(&constant).map_err(|error| format!("cannot be written: {error}"))?;
    let again = marshal::loads(&data).map_err(|fault| format!("cannot be read again: {fault}"))?;
    if again != constant {
        return Err("not the same when written and read again".to_owned());
    }
    if marshal::dumps(&again).ok().as_ref() != Some(&data) {
        return Err("other bytes when read and written again".to_owned());
    }
    Ok((data, codes))
}

/// Counts the code objects; each must need exactly the stack it asks for.
fn check_sizes(root: &Arc<VerifiedCode>) -> Result<u64, String> {
    let mut work = vec![Arc::clone(root)];
    let mut count = 0;
    while let Some(verified) = work.pop() {
        count += 1;
        let code = verified.code();
        // CPython counts one more for a module that it takes for a coroutine, because of an `await` in an `assert` that -O
        // leaves out.
        let spare = u32::from(code.name.to_string() == "<module>" && !code.flags.is_generator_like());
        if code.stacksize < verified.max_depth() || code.stacksize > verified.max_depth() + spare {
            return Err(format!(
                "{} at line {} needs {} stack entries, asks for {}",
                code.name,
                code.firstlineno,
                verified.max_depth(),
                code.stacksize
            ));
        }
        work.extend((0..code.consts.len()).filter_map(|at| verified.nested(at).cloned()));
    }
    Ok(count)
}
