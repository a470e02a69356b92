//! Programs from nothing: a small grammar of Python, and a bag of tokens to spoil its sentences with.
//!
//! In the templates `$` and a letter stand for another template: see [`templates`].

use minipy_parser::Mode;

use crate::rng::Rng;

/// Tokens, and the beginnings of some, that are thrown into programs.
const TOKENS: &[&str] = &[
    "(",
    ")",
    "[",
    "]",
    "{",
    "}",
    ":",
    ",",
    "=",
    ":=",
    "*",
    "**",
    ".",
    "...",
    ";",
    "->",
    "@",
    "/",
    "|",
    "~",
    "-",
    "<>",
    "!",
    "$",
    "if ",
    " else ",
    "elif ",
    " for ",
    " in ",
    "lambda ",
    " not ",
    "async ",
    "await ",
    "yield ",
    " from ",
    "import ",
    " as ",
    "with ",
    "match ",
    "case ",
    "print ",
    "True",
    "None",
    "1",
    "1j",
    "0x",
    "1__0",
    "1e",
    "x",
    "_",
    "'s'",
    "b'x'",
    "f'{a}'",
    "f'{a b}'",
    "f'{",
    "'''",
    "\"",
    "\\",
    "\\\n",
    "\n",
    "\n    ",
    "\n\t",
    "\t",
    "\x0c",
    "é",
    "€",
    "\u{a0}",
    "class ",
    "def ",
    "return ",
    "try:",
    "except",
    "finally:",
    "while ",
    "del ",
    "global ",
    "nonlocal ",
    "raise ",
    "assert ",
    "break",
    "continue",
    "pass",
    " is ",
    " or ",
    " and ",
    "+=",
    "//=",
    ">>",
    "!=",
    "\\N{",
    "\\x",
    "\\ud800",
    "# coding: latin-1\n",
    "# c\n",
    "\u{feff}",
    "\r",
    "\0",
    "__debug__",
    "__class__",
    "super()",
    "0777",
    "1_000",
    "1if 1else 2",
    "''''''",
    "{}",
    "()",
    "[]",
];

const EXPRESSIONS: &[&str] = &[
    "$n",
    "$n",
    "$n",
    "$c",
    "$c",
    "($e)",
    "$e $o $e",
    "$e $o $e",
    "-$e",
    "not $e",
    "~$e",
    "$e if $e else $e",
    "$e and $e",
    "$e or $e",
    "$e < $e",
    "$e is $c",
    "$e < $e != $e",
    "$e in ($e, $e)",
    "$e not in [$e, $e]",
    "$e in {$c, $c}",
    "$n.$n",
    "$n.$n($a)",
    "$n($a)",
    "$n($a, $a)",
    "$n($a, *$e, **$e)",
    "$n(*$e)",
    "$n[$e]",
    "$n[$e:$e]",
    "$n[$e:$e:$e, $e]",
    "$n[...]",
    "[$e, $e, *$e]",
    "[$e]",
    "{$e, $e}",
    "{$e: $e, **$e}",
    "{$c: $e, $c: $e}",
    "{}",
    "($e,)",
    "($e, $e)",
    "(*$e, $e)",
    "[$e for $t in $e]",
    "[$e for $t in [$e] if $e]",
    "[$e for $t in $e for $t in $e if $e if $e]",
    "{$e for $t in $e}",
    "{$e: $e for $t in $e}",
    "($e for $t in $e)",
    "$n($e for $t in $e)",
    "lambda: $e",
    "lambda a, b=$e, *c, **x: $e",
    "(lambda *, a: $e)($n=$e)",
    "f'{$n}'",
    "f'a{$n!r:>{$n}}b' 'c'",
    "f'{$n=}'",
    "f\"{$n[0]}{{}}\" f'{($e)}'",
    "($n := $e)",
    "$c[$c]",
    "$c $o $c",
    "($c, $c, $c)",
    "__debug__",
    "super().$n",
    "$n.__$n",
];
const SUSPENDING: &[&str] = &["(yield)", "(yield $e)", "(yield from $e)"];
const AWAITING: &[&str] = &["await $e", "[$e async for $t in $e]", "[await $e for $t in $e]", "(yield $e)"];
const CONSTANTS: &[&str] = &[
    "0",
    "1",
    "2",
    "True",
    "False",
    "None",
    "...",
    "1.0",
    "0.0",
    "-0.0",
    "1j",
    "-1",
    "255",
    "256",
    "65536",
    "10**20",
    "1 << 70",
    "'a'",
    "'b'",
    "b'a'",
    "''",
    "'a' 'b'",
    "'%s'",
    "(1, 2)",
    "(1, (0.0, -0.0))",
    "'\\ud800'",
    "'é'",
    "0x_ff",
    "1e309",
    "2 ** 200",
    "'ab' * 3",
    "(1, 2) * 3",
    "1 // 0",
    "'abc'[1]",
    "()",
];
const NAMES: &[&str] = &[
    "a",
    "b",
    "c",
    "x",
    "y",
    "self",
    "__p",
    "_",
    "match",
    "case",
    "print",
    "é",
    "len",
    "global_name",
    "__class__",
    "a1",
];
const OPERATORS: &[&str] = &["+", "-", "*", "/", "//", "%", "@", "**", "<<", ">>", "&", "|", "^"];
const TARGETS: &[&str] =
    &["$n", "$n", "$n", "$n.$n", "$n[$e]", "($n, $n)", "[$n, *$n]", "$n, $n", "($n, ($n, $n))", "*$n, $n", "()"];
const ARGUMENTS: &[&str] = &["$e", "$n=$e", "*$e", "$e, $e", "$e, $n=$e", "**$e", "$n:=$e", ""];
const PARAMETERS: &[&str] = &[
    "",
    "",
    "self",
    "a",
    "a, b=$e",
    "a, /, b, *, c=$e",
    "*a, **b",
    "a: $e, *b: $e",
    "*, a, b: $e = $e, **c",
    "a, b, c=$e, /",
    "__p, x",
];
const PATTERNS: &[&str] = &[
    "_",
    "$n",
    "$k",
    "$k | $k",
    "($p, $p)",
    "[$p, *_]",
    "[*$n, $p]",
    "[$p, *$n, $p]",
    "{'k': $p}",
    "{$k: $p, **$n}",
    "$n.$n",
    "$n()",
    "$n($p)",
    "$n($p, a=$p)",
    "$p as $n",
    "($p | $p)",
    "-1",
    "1 + 2j",
    "'a' 'b'",
    "$n.$n($p)",
    "[]",
    "{}",
    "($p)",
    "None",
];
/// Constants that a pattern may be.
const LITERALS: &[&str] = &["0", "1", "'a'", "b'a'", "True", "None", "1.5", "-1j", "'é'"];

const SIMPLE: &[&str] = &[
    "$e",
    "$e",
    "$t = $e",
    "$t = $e",
    "$t = $t = $e",
    "$n += $e",
    "$n.$n -= $e",
    "$n[$e] **= $e",
    "$n: $e",
    "$n: $e = $e",
    "$n.$n: $e = $e",
    "del $n",
    "del $n.$n, $n[$e]",
    "pass",
    "assert $e",
    "assert $e, $e",
    "raise",
    "raise $e",
    "raise $e from $e",
    "import $n",
    "import $n.$n as $n, $n",
    "from $n import $n, $n as $n",
    "from . import $n",
    "from ..$n import *",
    "global $n",
    "'doc'",
    "$c",
    "(a, b) = (b, a)",
    "a, b, c = c, b, a",
    "$e; $e",
    "print($e)",
    "a: 'b' = 1",
];
const LEAVING: &[&str] =
    &["return", "return $e", "return $c", "nonlocal $n", "$t = yield $e", "yield", "return (yield $e)"];
const LOOPING: &[&str] = &["break", "continue"];
const COMPOUND: &[&str] = &[
    "if $e:$B",
    "if $e:$Belse:$B",
    "if $e:$Belif $e:$Belse:$B",
    "if $c:$Belse:$B",
    "if $e and ($e or not $e):$B",
    "while $e:$L",
    "while $e:$Lelse:$B",
    "while True:$L",
    "for $t in $e:$L",
    "for $t in ($e, $e):$Lelse:$B",
    "for $t in [$c, $c]:$L",
    "try:$Bexcept:$B",
    "try:$Bexcept $e as $n:$B",
    "try:$Bexcept $e:$Bexcept ($e, $e) as $n:$Belse:$Bfinally:$B",
    "try:$Bfinally:$B",
    "with $e:$B",
    "with $e as $t:$B",
    "with ($e as $n, $e as $n):$B",
    "with $e, $e as $n:$B",
    "def $n($P):$F",
    "def $n($P):$F",
    "@$e\ndef $n($P) -> $e:$F",
    "async def $n($P):$A",
    "class $n:$C",
    "class $n($e, $n=$e):$C",
    "@$n\n@$e\nclass $n():$C",
    "match $e:$M",
    "match $e, $e:$M",
    "if $e: $s",
    "for $n in $e: $s",
    "def $n(): return $e",
];
const ASYNC: &[&str] =
    &["async for $t in $e:$L", "async for $t in $e:$Lelse:$B", "async with $e as $t:$B", "async with $e:$B"];

/// How deep templates go before only the first ones, which end, are taken.
const DEPTH: usize = 6;
const TERMINALS: usize = 2;

fn templates(letter: char) -> &'static [&'static str] {
    match letter {
        'e' => EXPRESSIONS,
        'c' => CONSTANTS,
        'n' => NAMES,
        'o' => OPERATORS,
        't' => TARGETS,
        'a' => ARGUMENTS,
        'P' => PARAMETERS,
        'p' => PATTERNS,
        'k' => LITERALS,
        _ => SIMPLE,
    }
}

/// A token from the bag.
pub fn token(rng: &mut Rng) -> &'static str {
    TOKENS[rng.below(TOKENS.len())]
}

/// A program: mostly a sentence of the grammar, sometimes spoilt, sometimes tokens only.
pub fn program(rng: &mut Rng, mode: Mode) -> String {
    if rng.below(10) == 0 {
        return (0..1 + rng.below(40)).map(|_| token(rng)).collect();
    }
    let spoilt = rng.below(3) == 0;
    let mut soup = Soup { rng, out: String::new(), indent: 0, depth: 0, place: Place::default(), strict: !spoilt };
    match mode {
        Mode::Eval => soup.expand("$e"),
        Mode::Single => soup.statement(),
        Mode::Exec => {
            if soup.rng.below(12) == 0 {
                soup.out.push_str("from __future__ import annotations\n");
            }
            for _ in 0..=soup.rng.below(8) {
                soup.statement();
            }
        }
    }
    let mut text = soup.out;
    if spoilt {
        for _ in 0..=rng.below(2) {
            let boundaries: Vec<usize> = text.char_indices().map(|(at, _)| at).collect();
            let at = boundaries.get(rng.below(boundaries.len())).copied().unwrap_or(0);
            text.insert_str(at, token(rng));
        }
    }
    text
}

/// What surrounds a statement.
#[derive(Clone, Copy, Default)]
struct Place {
    function: bool,
    awaits: bool,
    looping: bool,
}

struct Soup<'a> {
    rng: &'a mut Rng,
    out: String,
    indent: usize,
    depth: usize,
    place: Place,
    /// Whether statements stand only where they may.
    strict: bool,
}

impl Soup<'_> {
    fn pick(&mut self, from: &'static [&'static str]) -> &'static str {
        from[self.rng.below(from.len())]
    }

    fn statement(&mut self) {
        self.out.push_str(&"    ".repeat(self.indent));
        let place = self.place;
        if self.depth < DEPTH && self.rng.below(3) == 0 {
            let kind = if place.awaits && self.rng.below(3) == 0 { ASYNC } else { COMPOUND };
            let template = self.pick(kind);
            self.expand(template);
        } else {
            self.simple();
        }
        if !self.out.ends_with('\n') {
            self.out.push('\n');
        }
    }

    fn simple(&mut self) {
        let (place, loose) = (self.place, !self.strict && self.rng.below(10) == 0);
        let template = match self.rng.below(5) {
            0 if place.looping || loose => self.pick(LOOPING),
            1 if place.function || loose => self.pick(LEAVING),
            _ => self.pick(SIMPLE),
        };
        self.expand(template);
    }

    fn block(&mut self, place: Place) {
        let before = std::mem::replace(&mut self.place, place);
        self.indent += 1;
        self.out.push('\n');
        for _ in 0..=self.rng.below(3) {
            self.statement();
        }
        self.indent -= 1;
        self.place = before;
    }

    fn cases(&mut self) {
        self.out.push('\n');
        self.indent += 1;
        for _ in 0..=self.rng.below(3) {
            self.out.push_str(&"    ".repeat(self.indent));
            let template = self.pick(&["case $p:$B", "case $p if $e:$B", "case $p, $p:$B", "case _:$B"]);
            self.expand(template);
        }
        self.indent -= 1;
    }

    fn expand(&mut self, template: &str) {
        self.depth += 1;
        let mut rest = template.chars();
        while let Some(c) = rest.next() {
            match c {
                '$' => self.symbol(rest.next().unwrap_or('e')),
                '\n' => {
                    self.out.push('\n');
                    self.out.push_str(&"    ".repeat(self.indent));
                }
                c => {
                    if self.out.ends_with('\n') {
                        self.out.push_str(&"    ".repeat(self.indent));
                    }
                    self.out.push(c);
                }
            }
        }
        self.depth -= 1;
    }

    fn symbol(&mut self, letter: char) {
        let place = self.place;
        match letter {
            'B' => self.block(place),
            'L' => self.block(Place { looping: true, ..place }),
            'F' => self.block(Place { function: true, awaits: false, looping: false }),
            'A' => self.block(Place { function: true, awaits: true, looping: false }),
            'C' => self.block(Place::default()),
            'M' => self.cases(),
            's' => self.simple(),
            'e' if self.depth > 1 && self.depth < DEPTH && place.awaits && self.rng.below(8) == 0 => {
                let template = self.pick(AWAITING);
                self.expand(template);
            }
            'e' if self.depth < DEPTH && place.function && !place.awaits && self.rng.below(20) == 0 => {
                let template = self.pick(SUSPENDING);
                self.expand(template);
            }
            letter => {
                let from = templates(letter);
                let from = if self.depth > DEPTH { &from[..TERMINALS.min(from.len())] } else { from };
                let template = from[self.rng.below(from.len())];
                // Mostly in parentheses, because any operator may stand around it.
                let loose = letter == 'e' && self.depth > 1 && template.contains(' ') && self.rng.below(8) > 0;
                if loose {
                    self.out.push('(');
                }
                self.expand(template);
                if loose {
                    self.out.push(')');
                }
            }
        }
    }
}
