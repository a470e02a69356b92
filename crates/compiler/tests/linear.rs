//! Compiling takes time in proportion to the size of the source, whatever the source is made of.
//!
//! Each shape is a text repeated N and 8N times; eight times the source may take 32 times the processor time (caches), where
//! quadratic work would take 64 times. Environment: `LINEAR_SIZE` multiplies N, for
//! a closer look (`--nocapture` shows the times); `LINEAR_ONLY` picks shapes whose name contains it.
#![allow(clippy::panic, clippy::unwrap_used, reason = "a test")]

use std::fmt::Write;
use std::time::Duration;

use rustix::time::{ClockId, clock_gettime};

use minipy_compiler::{Options, compile};
use minipy_parser::{Bump, Mode, SourceText, parse};

/// `before`, then `item` N times with `between` in between, then `after`. `#` stands for the number of the item.
struct Shape {
    name: &'static str,
    count: usize,
    before: &'static str,
    item: &'static str,
    between: &'static str,
    after: &'static str,
}

const fn shape(
    name: &'static str,
    count: usize,
    before: &'static str,
    item: &'static str,
    between: &'static str,
    after: &'static str,
) -> Shape {
    Shape { name, count, before, item, between, after }
}

const SHAPES: &[Shape] = &[
    // Length alone.
    shape("lines", 5_000, "", "x = 1\n", "", ""),
    shape("one line", 5_000, "x = [", "1234567", ", ", "]\n"),
    shape("blank lines", 50_000, "", "\n", "", ""),
    shape("comments", 25_000, "", "# text\n", "", ""),
    shape("docstring", 12_500, "'''", "line of text\n", "", "'''\n"),
    shape("semicolons", 5_000, "", "a", ";", "\n"),
    shape("backslashes", 5_000, "x = 1", " + \\\n1", "", "\n"),
    // Statements.
    shape("elif", 1_250, "if a: b\n", "elif a == #:\n  b\n", "", ""),
    shape("if", 2_500, "def f():\n", "  if a: b\n", "", ""),
    shape("if else", 2_500, "", "if a: b\nelse: c\n", "", ""),
    shape("while", 2_500, "", "while a: b\n", "", ""),
    shape("for else", 1_250, "", "for a in b: c\nelse: d\n", "", ""),
    shape("break", 2_500, "while a:\n", "  if b: break\n", "", ""),
    shape("continue", 2_500, "for a in c:\n", "  if b: continue\n", "", ""),
    shape("return", 2_500, "def f():\n", "  if a: return b\n", "", ""),
    shape("return in finally", 1_250, "def f():\n try:\n", "  if a: return b\n", "", " finally: c\n"),
    shape("try", 1_250, "def f():\n", "  try: a\n  except E as e: b\n  finally: c\n", "", ""),
    shape("except", 1_250, "try: a\n", "except E#: b\n", "", ""),
    shape("with", 1_250, "", "with a as b: c\n", "", ""),
    shape("with items", 250, "", "with a as b, c as d: e\n", "", ""),
    shape("case", 1_250, "match a:\n", "  case #: b\n", "", ""),
    shape("case capture", 1_250, "match a:\n", "  case [x, #]: b\n", "", ""),
    shape("or pattern", 2_500, "match a:\n  case ", "#", " | ", ": b\n"),
    shape("assert", 2_500, "", "assert a, 'b'\n", "", ""),
    shape("augmented", 5_000, "", "x += 1\n", "", ""),
    shape("chained assignment", 5_000, "", "a#", " = ", " = 1\n"),
    shape("unpacking", 5_000, "", "a#", ", ", " = x\n"),
    shape("del", 5_000, "del ", "a#", ", ", "\n"),
    shape("global", 2_500, "def f():\n", "  global g#\n", "", ""),
    shape("import", 2_500, "", "import m#\n", "", ""),
    shape("from import", 5_000, "from m import ", "a#", ", ", "\n"),
    shape("annotations", 2_500, "from __future__ import annotations\n", "x: a[b]\n", "", ""),
    // Functions, classes, scopes.
    shape("functions", 1_250, "", "def f#(a, b):\n  return a + b\n", "", ""),
    shape("classes", 500, "", "class C#:\n  x = 1\n  def f(self): pass\n", "", ""),
    shape("lambdas", 1_250, "", "x = lambda a: b\n", "", ""),
    shape("comprehensions", 1_250, "", "x = [a for a in b]\n", "", ""),
    shape("closures", 1_250, "def f():\n  v = 1\n", "  def g#(): return v\n", "", ""),
    shape("decorators", 5_000, "", "@a\n", "", "def f(): pass\n"),
    shape("parameters", 5_000, "def f(", "a#", ", ", "): pass\n"),
    shape("globals", 5_000, "", "v# = #\n", "", ""),
    shape("locals", 5_000, "def f():\n", "  v# = u#\n", "", ""),
    shape("cells", 1_250, "def f():\n", "  v# = lambda: v#\n", "", ""),
    // Expressions.
    shape("names in a list", 12_500, "x = [", "a", ", ", "]\n"),
    shape("list of constants", 12_500, "x = [", "#", ", ", "]\n"),
    shape("tuple of constants", 12_500, "x = (", "#", ", ", ")\n"),
    shape("set of constants", 12_500, "x = {", "#", ", ", "}\n"),
    shape("dict of constants", 12_500, "x = {", "#: #", ", ", "}\n"),
    shape("dict of names", 5_000, "x = {", "a#: b", ", ", "}\n"),
    shape("strings", 5_000, "x = [", "'s#'", ", ", "]\n"),
    shape("strings in a function", 5_000, "def f():\n", "  x = 's#'\n", "", ""),
    shape("floats", 5_000, "x = [", "#.5", ", ", "]\n"),
    shape("tuples", 5_000, "x = [", "(#, 1)", ", ", "]\n"),
    shape("stars", 5_000, "x = [", "*a", ", ", "]\n"),
    shape("and", 5_000, "x = ", "a", " and ", "\n"),
    shape("or in a condition", 5_000, "if ", "a# and b", " or ", ": c\n"),
    shape("comparison", 5_000, "x = ", "a", " < ", "\n"),
    shape("keyword arguments", 5_000, "f(", "a#=1", ", ", ")\n"),
    shape("arguments", 12_500, "f(", "a", ", ", ")\n"),
    shape("implicit concatenation", 5_000, "x = (", "'abc'", "\n ", ")\n"),
    shape("bytes", 5_000, "x = (", "b'abc'", "\n ", ")\n"),
    shape("f-strings", 2_500, "x = (", "f'abc{a}'", "\n ", ")\n"),
    shape("fields", 2_500, "x = f'", "{a}b", "", "'\n"),
    shape("escapes", 12_500, "x = '", "\\d", "", "'\n"),
    shape("not ASCII", 5_000, "", "é = 'é'\n", "", ""),
    shape("hexadecimal digits", 25_000, "x = 0x", "7", "", "\n"),
    shape("keywords glued to numbers", 2_500, "x = [", "1if 1else 2", ", ", "]\n"),
    // Deep: refused beyond a depth, and that in linear time.
    shape("sum", 12_500, "x = ", "a", "+", "\n"),
    shape("sum of constants", 12_500, "x = ", "1", "+", "\n"),
    shape("sum of strings", 5_000, "x = ", "'abc'", "+", "\n"),
    shape("attributes", 12_500, "x = a", ".b", "", "\n"),
    shape("calls", 12_500, "x = a", "()", "", "\n"),
    shape("subscripts", 12_500, "x = a", "[0]", "", "\n"),
    shape("conditional expression", 12_500, "x = ", "a if b else ", "", "c\n"),
    shape("not", 12_500, "x = ", "not ", "", "a\n"),
    shape("minus", 12_500, "x = ", "-", "", "a\n"),
    shape("lambda", 5_000, "x = ", "lambda: ", "", "a\n"),
    shape("power", 5_000, "x = ", "a", "**", "\n"),
    shape("brackets", 12_500, "x = ", "(", "", "\n"),
    // Errors, found by the second look.
    shape("error at the end", 2_500, "", "x = f(a, b)\n", "", "x = a b\n"),
    shape("error at the start", 2_500, "x = a b\n", "x = f(a, b)\n", "", ""),
    shape("error in a long line", 5_000, "x = [", "a", ", ", " b c]\n"),
    shape("error in a call", 2_500, "f(", "a=b", ", ", ", a b)\n"),
    shape("error in a dict", 2_500, "x = {", "a: b", ", ", ", a b}\n"),
    shape("error in a sum", 2_500, "x = ", "a", "+", " b\n"),
    shape("error after elif", 500, "if a: b\n", "elif a == #:\n  b\n", "", "elif a b: c\n"),
    shape("unclosed bracket", 2_500, "", "x = (a, b)\n", "", "x = (\n"),
    shape("unclosed string", 2_500, "", "x = 'a'\n", "", "x = 'abc\n"),
    shape("unclosed triple string", 12_500, "x = '''", "abc\n", "", ""),
];

/// How long this thread has used the processor.
fn processor_time() -> Duration {
    let time = clock_gettime(ClockId::ThreadCPUTime);
    Duration::new(time.tv_sec as u64, time.tv_nsec as u32)
}

impl Shape {
    fn source(&self, count: usize) -> String {
        let mut text = String::from(self.before);
        for number in 0..count {
            if number > 0 {
                text.push_str(self.between);
            }
            let mut parts = self.item.split('#');
            text.push_str(parts.next().unwrap_or_default());
            for part in parts {
                write!(text, "{number}{part}").unwrap();
            }
        }
        text.push_str(self.after);
        text
    }

    fn time(&self, count: usize) -> Duration {
        let text = self.source(count);
        let start = processor_time();
        let arena = Bump::new();
        let source = SourceText::decode(text.as_bytes(), "linear.py").unwrap();
        if let Ok(parsed) = parse(&source, Mode::Exec, &arena) {
            let _ = compile(&parsed, &source, &Options::default());
        }
        processor_time() - start
    }

    /// How much longer eight times the source takes: the least of a few tries, because noise only adds.
    fn growth(&self, count: usize) -> f64 {
        let mut least = f64::INFINITY;
        let (mut small, mut large) = (Duration::MAX, Duration::MAX);
        for _ in 0..5 {
            small = small.min(self.time(count));
            large = large.min(self.time(8 * count));
            least = large.as_secs_f64() / small.as_secs_f64().max(2e-4);
            if least <= 14.0 {
                break;
            }
        }
        println!("{:28} {count:>9}: {small:>10.2?}, eight times: {large:>10.2?}, {least:.1}", self.name);
        least
    }
}

#[test]
fn time_is_linear_in_size() {
    let factor: f64 = std::env::var("LINEAR_SIZE").ok().and_then(|value| value.parse().ok()).unwrap_or(1.0);
    let only = std::env::var("LINEAR_ONLY").unwrap_or_default();
    let mut bad = Vec::new();
    for shape in SHAPES.iter().filter(|shape| shape.name.contains(&only)) {
        let growth = shape.growth((shape.count as f64 * factor) as usize);
        if growth > 32.0 {
            bad.push(format!("{}: {growth:.1}", shape.name));
        }
    }
    assert!(bad.is_empty(), "eight times the source takes more than 32 times as long: {bad:?}");
}
