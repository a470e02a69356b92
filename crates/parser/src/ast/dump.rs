//! The tree as text, as `ast.dump(tree, indent=3)` and `python3.10 -m ast` print it. Works off a list of pending pieces
//! instead of recursion, so that the depth of the tree does not matter.

use super::fields::{Fields, Node, Value};
use super::nodes::Mod;
use super::repr;
use crate::source::{LineIndex, Range};

const INDENT: &str = "   ";

/// How deep a tree may nest: indentation grows with depth, and CPython gives up at about the same depth.
const MAX_LEVEL: usize = 1000;

/// The tree nests too deep to be shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TooDeep;

/// What is still to be written, last first.
enum Piece<'a> {
    Node(Node<'a>, usize),
    Value(Value<'a>, usize),
    /// Item `.1` and what follows it of a list at level `.2`.
    Items(Value<'a>, usize, usize),
    Text(&'static str),
    Name(&'static str),
    NewLine(usize),
    Number(&'static str, u32),
}

/// The text of a tree; with `lines`, every node shows its position.
pub fn dump(module: &Mod<'_>, lines: Option<&LineIndex>) -> Result<String, TooDeep> {
    let mut dumper = Dumper { out: String::new(), pieces: vec![Piece::Node(Node::Mod(module), 0)], lines };
    let mut fields = Fields::new();
    let mut inner = Fields::new();
    while let Some(piece) = dumper.pieces.pop() {
        match piece {
            Piece::Text(text) => dumper.out.push_str(text),
            Piece::Name(name) => {
                dumper.out.push_str(name);
                dumper.out.push('=');
            }
            Piece::Number(name, value) => {
                dumper.out.push_str(name);
                dumper.out.push('=');
                dumper.out.push_str(&value.to_string());
            }
            Piece::NewLine(level) => {
                dumper.out.push('\n');
                dumper.out.extend(std::iter::repeat_n(INDENT, level));
            }
            Piece::Node(_, MAX_LEVEL..) => return Err(TooDeep),
            Piece::Node(node, level) => dumper.node(node, level, &mut fields, &mut inner),
            Piece::Value(value, level) => dumper.value(value, level),
            Piece::Items(list, at, level) => dumper.items(list, at, level),
        }
    }
    dumper.out.push('\n');
    Ok(dumper.out)
}

struct Dumper<'a, 'l> {
    out: String,
    pieces: Vec<Piece<'a>>,
    lines: Option<&'l LineIndex>,
}

impl<'a> Dumper<'a, '_> {
    fn node(&mut self, node: Node<'a>, level: usize, fields: &mut Fields<'a>, inner: &mut Fields<'a>) {
        self.out.push_str(node.describe(fields));
        self.out.push('(');
        let position = node.range().and_then(|range| self.position(range));
        let count = fields.len() + if position.is_some() { 4 } else { 0 };
        let one_line = count <= 3 && fields.iter().all(|(_, value)| self.is_simple(*value, inner));
        let separate = |pieces: &mut Vec<Piece<'a>>, first: bool| {
            if one_line {
                pieces.push(Piece::Text(if first { "" } else { ", " }));
            } else {
                pieces.push(Piece::NewLine(level + 1));
                pieces.push(Piece::Text(if first { "" } else { "," }));
            }
        };
        self.pieces.push(Piece::Text(")"));
        for (at, &(name, value)) in position.as_ref().map_or(&[][..], |p| p).iter().enumerate().rev() {
            self.pieces.push(Piece::Number(name, value));
            separate(&mut self.pieces, at == 0 && fields.is_empty());
        }
        for (at, (name, value)) in fields.iter().enumerate().rev() {
            self.pieces.push(Piece::Value(*value, level + 1));
            self.pieces.push(Piece::Name(name));
            separate(&mut self.pieces, at == 0);
        }
    }

    fn position(&self, range: Range) -> Option<[(&'static str, u32); 4]> {
        let lines = self.lines?;
        let (start, end) = (lines.position(range.start), lines.position(range.end));
        Some([
            ("lineno", start.lineno),
            ("col_offset", start.col_offset),
            ("end_lineno", end.lineno),
            ("end_col_offset", end.col_offset),
        ])
    }

    /// Whether `ast.dump` lets the value share a line: no list with items, no node with arguments.
    fn is_simple(&self, value: Value<'a>, inner: &mut Fields<'a>) -> bool {
        match value {
            Value::Node(node) => {
                node.describe(inner);
                inner.is_empty() && (self.lines.is_none() || node.range().is_none())
            }
            _ => value.list_len().unwrap_or(0) == 0,
        }
    }

    fn value(&mut self, value: Value<'a>, level: usize) {
        match value {
            Value::Node(node) => self.pieces.push(Piece::Node(node, level)),
            Value::Identifier(name) => repr::str(name.chars().map(u32::from), &mut self.out),
            Value::Constant(constant) => repr::constant(constant, &mut self.out),
            Value::Int(number) => self.out.push_str(&number.to_string()),
            Value::Operator(name) => {
                self.out.push_str(name);
                self.out.push_str("()");
            }
            list if list.list_len() == Some(0) => self.out.push_str("[]"),
            list => {
                self.out.push('[');
                self.pieces.push(Piece::Items(list, 0, level + 1));
            }
        }
    }

    fn items(&mut self, list: Value<'a>, at: usize, level: usize) {
        match list.item(at) {
            None => self.out.push(']'),
            Some(item) => {
                if at > 0 {
                    self.out.push(',');
                }
                self.pieces.push(Piece::Items(list, at + 1, level));
                self.pieces.push(Piece::Value(item, level));
                self.pieces.push(Piece::NewLine(level));
            }
        }
    }
}
