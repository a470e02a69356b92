//! Syntax errors as text: CPython's own lines, a drawing, or JSON.

use std::fmt::Write;

use ariadne::{Color, Config, IndexType, Label, Report, ReportKind, Source};

use crate::error::{ErrorKind, SyntaxError};
use crate::source::{LineIndex, Range};

/// The lines that CPython prints: file and line, the text, carets below it, and the message. Answers to
/// `print_exception` in Python/pythonrun.c.
pub fn plain(error: &SyntaxError) -> String {
    let mut out = String::new();
    if let Some(lineno) = error.lineno {
        let _ = writeln!(out, "  File \"{}\", line {lineno}", error.filename);
        if let Some(text) = &error.text {
            let size = text.len() as i64;
            // The end counts for SyntaxError itself, not for its subclasses.
            let exact = error.kind == ErrorKind::SyntaxError;
            let mut end = error.end_offset.filter(|_| exact).map_or(-1, i64::from);
            if exact && error.end_lineno.is_some_and(|end_lineno| end_lineno > lineno) {
                end = size;
            }
            error_text(&mut out, text, error.offset.map_or(-1, i64::from), end.min(size + 1));
        }
    }
    if error.msg.is_empty() {
        let _ = writeln!(out, "{}", error.kind.name());
    } else {
        let _ = writeln!(out, "{}: {}", error.kind.name(), error.msg);
    }
    out
}

/// The text of the line, and carets. Offsets are 1-based; blanks before the text are left out.
fn error_text(out: &mut String, text: &str, offset: i64, end_offset: i64) {
    let carets = if end_offset > 0 && end_offset > offset { end_offset - offset } else { 1 };
    let stripped = text.trim_start_matches([' ', '\t', '\x0c']);
    let mut offset = offset - 1 - (text.len() - stripped.len()) as i64;
    let mut text = stripped;
    offset = offset.min(text.strip_suffix('\n').unwrap_or(text).len() as i64);
    while let Some((line, rest)) = text.split_once('\n')
        && (line.len() as i64) < offset
    {
        offset -= line.len() as i64 + 1;
        text = rest;
    }
    let _ = writeln!(out, "    {}", text.strip_suffix('\n').unwrap_or(text));
    if let Ok(offset) = usize::try_from(offset) {
        let _ = writeln!(out, "    {}{}", " ".repeat(offset), "^".repeat(usize::try_from(carets).unwrap_or(1)));
    }
}

/// One JSON object: the exception's attributes.
pub fn json(error: &SyntaxError) -> String {
    let mut out = String::from("{\"type\": ");
    json_string(&mut out, error.kind.name());
    out.push_str(", \"msg\": ");
    json_string(&mut out, &error.msg);
    out.push_str(", \"filename\": ");
    json_string(&mut out, &error.filename);
    let numbers = [
        ("lineno", error.lineno),
        ("offset", error.offset),
        ("end_lineno", error.end_lineno),
        ("end_offset", error.end_offset),
    ];
    for (name, value) in numbers {
        let _ = match value {
            Some(value) => write!(out, ", \"{name}\": {value}"),
            None => write!(out, ", \"{name}\": null"),
        };
    }
    out.push_str(", \"text\": ");
    match &error.text {
        Some(text) => json_string(&mut out, text),
        None => out.push_str("null"),
    }
    out.push_str("}\n");
    out
}

fn json_string(out: &mut String, text: &str) {
    out.push('"');
    for c in text.chars() {
        match c {
            '"' => out.push_str("\\\""),
            '\\' => out.push_str("\\\\"),
            '\n' => out.push_str("\\n"),
            '\r' => out.push_str("\\r"),
            '\t' => out.push_str("\\t"),
            c if u32::from(c) < 0x20 => {
                let _ = write!(out, "\\u{:04x}", u32::from(c));
            }
            c => out.push(c),
        }
    }
    out.push('"');
}

/// The error drawn below its source, with a note where a remedy can be named.
pub fn pretty(error: &SyntaxError, source: &[u8], colour: bool) -> String {
    let text = drawable(source);
    let Some(span) = span(error, &text) else { return plain(error) };
    let config = Config::default().with_index_type(IndexType::Byte).with_color(colour);
    let name = error.filename.as_str();
    let label = Label::new((name, span.clone())).with_message(&error.msg).with_color(Color::Red);
    let mut report = Report::build(ReportKind::Custom(error.kind.name(), Color::Red), (name, span))
        .with_config(config)
        .with_message(&error.msg)
        .with_label(label);
    if let Some(help) = remedy(error) {
        report = report.with_help(help);
    }
    let mut out = Vec::new();
    match report.finish().write((name, Source::from(text.as_str())), &mut out) {
        Ok(()) => uncoloured_kind(String::from_utf8_lossy(&out).into_owned(), colour),
        Err(_) => plain(error),
    }
}

/// ariadne colours the name of a custom kind whatever it is told.
fn uncoloured_kind(text: String, colour: bool) -> String {
    match text.strip_prefix("\x1b[31m") {
        Some(rest) if !colour => rest.replacen("\x1b[0m", "", 1),
        _ => text,
    }
}

/// The source as ariadne can show it: its lines are Python's lines, so what only ariadne takes for a newline becomes
/// blanks of the same length.
fn drawable(source: &[u8]) -> String {
    let source = source.strip_prefix(b"\xef\xbb\xbf").unwrap_or(source);
    let text = String::from_utf8_lossy(source);
    let text = text.replace("\r\n", "\n").replace('\r', "\n");
    text.replace(['\x0b', '\x0c'], " ").replace('\u{85}', "  ").replace(['\u{2028}', '\u{2029}'], "   ")
}

/// What to underline, as byte offsets on character boundaries.
fn span(error: &SyntaxError, text: &str) -> Option<std::ops::Range<usize>> {
    let boundary = |mut at: usize| {
        at = at.min(text.len());
        while !text.is_char_boundary(at) {
            at -= 1;
        }
        at
    };
    if let Some(Range { start, end }) = error.span
        && start as usize <= text.len()
    {
        let start = boundary(start as usize);
        return Some(start..boundary(end as usize).max(start));
    }
    let lines = LineIndex::new(text);
    let lineno = u32::try_from(error.lineno?).ok().filter(|lineno| *lineno > 0)?;
    let start = lines.line_start(lineno) as usize;
    let line = text.get(start..)?.lines().next().unwrap_or("");
    let column = usize::try_from(error.offset? - 1).unwrap_or(0);
    let at = line.char_indices().nth(column).map_or(line.len(), |(at, _)| at);
    let end = boundary(start + at + 1).max(start + at);
    Some(start + at..end)
}

/// What to do about an error, where its message leaves that open.
fn remedy(error: &SyntaxError) -> Option<&'static str> {
    let msg = error.msg.as_str();
    if error.kind == ErrorKind::TabError {
        return Some("indent the whole file with spaces, or with tabs, but not with both");
    }
    let known = [
        ("was never closed", "close it, or remove it"),
        ("expected ':'", "a compound statement ends its first line with ':'"),
        ("expected an indented block", "indent the body, or write 'pass'"),
        ("unindent does not match", "indent the line like one of the blocks around it"),
        ("unterminated string literal", "close the string on its line, or use triple quotes"),
        ("leading zeros in decimal", "write 0o for octal, or drop the zeros"),
        ("positional argument follows keyword", "put positional arguments first"),
        ("non-default argument follows", "put parameters with defaults last"),
        ("multiple exception types must be parenthesized", "write 'except (A, B):'"),
        ("'return' outside function", "only a function returns"),
        ("'break' outside loop", "only a loop can be broken off"),
        ("Generator expression must be parenthesized", "put brackets around the generator expression"),
    ];
    known.iter().find(|(part, _)| msg.contains(part)).map(|(_, help)| *help)
}
