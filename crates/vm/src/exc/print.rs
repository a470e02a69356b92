//! Uncaught exceptions as text: CPython 3.10's traceback, character for character (Python/pythonrun.c, traceback.c).

use rustc_hash::{FxHashMap, FxHashSet};

use crate::exc::PyResult;
use crate::exc::exception::PyBaseException;
use crate::heap::var::PyStr;
use crate::types::int::is_int;
use crate::value::Value;
use crate::vm::Vm;

const CAUSE: &str = "\nThe above exception was the direct cause of the following exception:\n\n";
const CONTEXT: &str = "\nDuring handling of the above exception, another exception occurred:\n\n";
/// Entries of a traceback that are shown where `sys.tracebacklimit` says nothing.
const LIMIT: usize = 1000;
/// Equal entries in a row before the rest are only counted.
const REPEATS: usize = 3;

/// Lines of the sources that tracebacks point into.
#[derive(Default)]
struct Sources(FxHashMap<String, Vec<String>>);

impl Sources {
    /// Line `number` of a file, without white space around it.
    fn line(&mut self, file: &str, number: i64) -> Option<String> {
        let lines = self.0.entry(file.to_owned()).or_insert_with(|| {
            let bytes = std::fs::read(file).unwrap_or_default();
            let text = match String::from_utf8(bytes) {
                Ok(text) => text,
                // A source in another encoding: Latin-1 shows something for every byte.
                Err(error) => error.into_bytes().into_iter().map(char::from).collect(),
            };
            text.split('\n').map(|line| line.trim_end_matches('\r').to_owned()).collect()
        });
        let line = lines.get(usize::try_from(number).ok()?.checked_sub(1)?)?;
        let line = line.trim_matches([' ', '\t', '\x0c']);
        (!line.is_empty()).then(|| line.to_owned())
    }
}

impl Vm {
    /// Writes an exception with its traceback and its chain to `sys.stderr`.
    pub fn print_exception(&mut self, exception: &Value) {
        let text = self.format_exception(exception);
        let stderr = self.names.stderr.clone();
        let file = match self.sys_attr(&stderr) {
            Ok(Some(file)) => file,
            _ => {
                self.clear_raised();
                eprint!("{text}");
                return;
            }
        };
        if file.is_none() {
            return;
        }
        let (stdout, flush) = (self.names.stdout.clone(), self.names.flush.clone());
        if let Ok(Some(stream)) = self.sys_attr(&stdout)
            && !stream.is_none()
            && self.call_method(&stream, &flush, &[]).is_err()
        {
            self.clear_raised();
        }
        let (write, value) = (self.names.write.clone(), self.new_str(&text));
        if self.call_method(&file, &write, &[value]).is_err() || self.call_method(&file, &flush, &[]).is_err() {
            self.clear_raised();
        }
    }

    /// The text that `print_exception` writes.
    pub fn format_exception(&mut self, exception: &Value) -> String {
        let mut chain = vec![(exception.clone(), "")];
        let mut seen = FxHashSet::default();
        seen.insert(exception.word());
        while let Some((last, _)) = chain.last()
            && let Some(payload) = last.downcast::<PyBaseException>()
        {
            let (cause, context) = (payload.cause.get(self), payload.context.get(self));
            let next = if !cause.is_none() {
                (cause, CAUSE)
            } else if !context.is_none() && !payload.suppress_context.get() {
                (context, CONTEXT)
            } else {
                break;
            };
            if !seen.insert(next.0.word()) {
                break;
            }
            chain.push(next);
        }
        let mut out = String::new();
        let mut sources = Sources::default();
        while let Some((exception, link)) = chain.pop() {
            self.format_one(&exception, &mut sources, &mut out);
            out.push_str(link);
        }
        out
    }

    /// An exception with its traceback, without the exceptions that led to it.
    pub(crate) fn format_unchained(&mut self, exception: &Value) -> String {
        let mut out = String::new();
        self.format_one(exception, &mut Sources::default(), &mut out);
        out
    }

    fn format_one(&mut self, exception: &Value, sources: &mut Sources, out: &mut String) {
        if let Some(payload) = exception.downcast::<PyBaseException>() {
            let traceback = payload.traceback.get(self);
            if !traceback.is_none() && self.format_traceback(&traceback, sources, out).is_err() {
                self.clear_raised();
            }
        }
        let ty = self.type_of(exception);
        let mut shown = exception.clone();
        if ty.is_subtype(self, self.exc.syntax_error)
            && let Some(message) = self.format_syntax_error(exception, out)
        {
            shown = message;
        }
        let module = self.names.__module__.clone();
        match self.get_attr_opt(&ty.value(), &module) {
            Ok(Some(module)) if module.is_a::<PyStr>() => {
                let module = self.str_lossy(&module);
                if module != "builtins" {
                    out.push_str(&module);
                    out.push('.');
                }
            }
            _ => {
                self.clear_raised();
                out.push_str("<unknown>.");
            }
        }
        out.push_str(&self.str_lossy(ty.qualname.borrow(self)));
        if !shown.is_none() {
            match self.str(&shown) {
                Ok(text) => {
                    let text = self.printable(&text);
                    if !text.is_empty() {
                        out.push_str(": ");
                        out.push_str(&text);
                    }
                }
                Err(_) => {
                    self.clear_raised();
                    out.push_str(": <exception str() failed>");
                }
            }
        }
        if shown.is(exception)
            && let Some(name) = self.suggestion(exception)
        {
            out.push_str(&format!(". Did you mean: '{name}'?"));
        }
        out.push('\n');
    }

    /// The text of a str, lone surrogates as stderr's `backslashreplace` shows them.
    fn printable(&self, text: &Value) -> String {
        let Some(text) = text.downcast::<PyStr>() else { return String::new() };
        match text.to_text() {
            Some(text) => text.into_owned(),
            None => text
                .code_points()
                .map(|code| char::from_u32(code).map_or_else(|| format!("\\u{code:04x}"), |c| c.to_string()))
                .collect(),
        }
    }

    /// The entries of a traceback, the header before them.
    fn format_traceback(&mut self, traceback: &Value, sources: &mut Sources, out: &mut String) -> PyResult<()> {
        let mut limit = LIMIT;
        if let Some(value) = self.sys_attr_str("tracebacklimit")?
            && is_int(&value)
        {
            match self.int_to_i64(&value) {
                Some(n) if n <= 0 => return Ok(()),
                Some(n) => limit = n as usize,
                None => {}
            }
        }
        let mut entries = Vec::new();
        let mut link = traceback.clone();
        while !link.is_none() {
            let frame = self.get_attr_str(&link, "tb_frame")?;
            let code = self.get_attr_str(&frame, "f_code")?;
            let line = self.get_attr_str(&link, "tb_lineno")?;
            let file = self.get_attr_str(&code, "co_filename")?;
            let name = self.get_attr_str(&code, "co_name")?;
            entries.push((self.printable(&file), self.int_to_i64(&line).unwrap_or(-1), self.printable(&name)));
            link = self.get_attr_str(&link, "tb_next")?;
        }
        out.push_str("Traceback (most recent call last):\n");
        let shown = entries.get(entries.len().saturating_sub(limit)..).unwrap_or_default();
        let mut repeats = 0;
        for (i, entry) in shown.iter().enumerate() {
            let same = i > 0 && shown.get(i - 1) == Some(entry);
            if !same {
                repeated(repeats, out);
                repeats = 0;
            }
            repeats += 1;
            if repeats > REPEATS {
                continue;
            }
            let (file, line, name) = entry;
            out.push_str(&format!("  File \"{file}\", line {line}, in {name}\n"));
            if let Some(text) = sources.line(file, *line) {
                out.push_str("    ");
                out.push_str(&text);
                out.push('\n');
            }
        }
        repeated(repeats, out);
        Ok(())
    }

    /// Place, line and marks of a SyntaxError; gives the message to show, or `None` if its attributes make no sense.
    fn format_syntax_error(&mut self, exception: &Value, out: &mut String) -> Option<Value> {
        let mut field = |name: &str| self.exception_member(exception, name).unwrap_or_default();
        let [message, filename, lineno, offset, end_lineno, end_offset, text] =
            ["msg", "filename", "lineno", "offset", "end_lineno", "end_offset", "text"].map(&mut field);
        let line = self.int_to_i64(&lineno).filter(|_| is_int(&lineno))?;
        let number = |vm: &Vm, value: &Value| if value.is_none() { Some(-1) } else { vm.int_to_i64(value) };
        let offset = number(self, &offset)?;
        let end_line = if end_lineno.is_none() { line } else { self.int_to_i64(&end_lineno)? };
        let mut end_offset = number(self, &end_offset)?;
        let file = if filename.is_none() { "<string>".to_owned() } else { self.printable(&filename) };
        out.push_str(&format!("  File \"{file}\", line {line}\n"));
        if !text.is_none() {
            let text = self.printable(&text);
            let size = text.len() as i64;
            if end_line > line {
                end_offset = size;
            }
            mark(&text, offset, end_offset.min(size + 1), out);
        }
        Some(message)
    }
}

/// The count of entries that were left out because they repeat.
fn repeated(count: usize, out: &mut String) {
    if count > REPEATS {
        let more = count - REPEATS;
        let plural = if more == 1 { "" } else { "s" };
        out.push_str(&format!("  [Previous line repeated {more} more time{plural}]\n"));
    }
}

/// The line of a SyntaxError with carets under the columns from `offset` to `end_offset` (1-based).
fn mark(text: &str, offset: i64, end_offset: i64, out: &mut String) {
    let carets = if end_offset > 0 && end_offset > offset { end_offset - offset } else { 1 };
    let stripped = text.trim_start_matches([' ', '\t', '\x0c']);
    let mut offset = offset - 1 - (text.len() - stripped.len()) as i64;
    let mut line = stripped;
    let mut len = line.strip_suffix('\n').unwrap_or(line).len() as i64;
    offset = offset.min(len);
    while let Some(newline) = line.find('\n') {
        if newline as i64 >= offset {
            break;
        }
        line = line.get(newline + 1..).unwrap_or_default();
        len -= newline as i64 + 1;
        offset -= newline as i64 + 1;
    }
    out.push_str("    ");
    out.push_str(line);
    if line.as_bytes().get(usize::try_from(len).unwrap_or(usize::MAX)) != Some(&b'\n') {
        out.push('\n');
    }
    if offset < 0 {
        return;
    }
    out.push_str("    ");
    (0..offset).for_each(|_| out.push(' '));
    (0..carets).for_each(|_| out.push('^'));
    out.push('\n');
}
