//! The Unicode character database, version 13.0 (CPython 3.10's): predicates, case mappings, numeric values.
//!
//! Answers to CPython's Objects/unicodectype.c. Code points are `u32`, because a Python str may hold lone surrogates. The
//! tables are generated (tools/unicode_tables.py); names, categories and normalisation belong to the `unicodedata` module.

mod names;
mod tables;

pub use names::{character_named, name_of_character};

use tables::{
    ALPHA, CASE_IGNORABLE, CASE_RECORDS, CASED_MAPPING, DECIMAL, DIGIT, DIGITS, EXPANSIONS, FLAG_RECORDS, LINE_BREAK,
    LOWER, NUMERIC, NUMERICS, PRINTABLE, SPACE, TITLE, UPPER, XID_CONTINUE, XID_START, ZEROS,
};

/// Number of the block of 128 code points for each (`u16`, little endian), then the blocks' bytes.
static FLAGS: &[u8] = include_bytes!("flags.bin");
/// The same, with blocks of `u16`.
static CASES: &[u8] = include_bytes!("case.bin");

const BLOCKS: usize = 0x11_0000 >> 7;

fn u16_at(bytes: &[u8], place: usize) -> usize {
    match bytes.get(place * 2..place * 2 + 2) {
        Some([low, high]) => usize::from(u16::from_le_bytes([*low, *high])),
        _ => 0,
    }
}

/// Place of code point `c` among the values behind a table's index.
#[inline]
fn place(table: &[u8], c: u32) -> usize {
    u16_at(table, (c >> 7) as usize) * 128 + (c & 127) as usize
}

#[inline]
fn flags(c: u32) -> u16 {
    let record = FLAGS.get(BLOCKS * 2 + place(FLAGS, c)).copied().unwrap_or(0);
    FLAG_RECORDS.get(usize::from(record)).copied().unwrap_or(0)
}

macro_rules! predicates {
    ($($(#[$doc:meta])* $name:ident $flag:ident;)*) => {
        $($(#[$doc])*
        #[inline]
        pub fn $name(c: u32) -> bool {
            flags(c) & $flag != 0
        })*
    };
}

predicates! {
    /// `str.isalpha` of one code point.
    is_alpha ALPHA;
    /// `str.isdecimal`.
    is_decimal DECIMAL;
    /// `str.isdigit`.
    is_digit DIGIT;
    /// `str.isnumeric`.
    is_numeric NUMERIC;
    /// `str.isprintable`: shown as itself by `repr`.
    is_printable PRINTABLE;
    /// Property Lowercase.
    is_lower LOWER;
    /// Property Uppercase.
    is_upper UPPER;
    /// Category Lt.
    is_title TITLE;
    /// Property Case_Ignorable.
    is_case_ignorable CASE_IGNORABLE;
    /// May start an identifier (PEP 3131; the underscore too).
    is_xid_start XID_START;
    /// May continue an identifier.
    is_xid_continue XID_CONTINUE;
}

/// `str.isspace`.
#[inline]
pub fn is_space(c: u32) -> bool {
    if c < 0x80 { matches!(c, 0x09..=0x0d | 0x1c..=0x20) } else { flags(c) & SPACE != 0 }
}

/// Ends a line for `str.splitlines`.
#[inline]
pub fn is_line_break(c: u32) -> bool {
    if c < 0x80 { matches!(c, 0x0a..=0x0d | 0x1c..=0x1e) } else { flags(c) & LINE_BREAK != 0 }
}

/// `str.isalnum` of one code point.
#[inline]
pub fn is_alnum(c: u32) -> bool {
    flags(c) & (ALPHA | DECIMAL | DIGIT | NUMERIC) != 0
}

/// Property Cased.
#[inline]
pub fn is_cased(c: u32) -> bool {
    flags(c) & (LOWER | UPPER | TITLE) != 0
}

/// One to three code points that a case mapping gives.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Mapping {
    len: u8,
    items: [u32; 3],
}

impl Mapping {
    const fn one(c: u32) -> Mapping {
        Mapping { len: 1, items: [c, 0, 0] }
    }

    /// The code points.
    pub fn iter(&self) -> impl Iterator<Item = u32> + '_ {
        self.items.iter().copied().take(usize::from(self.len))
    }
}

fn simple(c: u32, form: usize) -> u32 {
    let record = u16_at(CASES.get(BLOCKS * 2..).unwrap_or_default(), place(CASES, c));
    let entry = CASE_RECORDS.get(record).and_then(|record| record.get(form)).copied().unwrap_or(0);
    c.wrapping_add_signed(entry)
}

fn mapping(c: u32, form: usize) -> Mapping {
    if flags(c) & CASED_MAPPING == 0 {
        return Mapping::one(c);
    }
    let record = u16_at(CASES.get(BLOCKS * 2..).unwrap_or_default(), place(CASES, c));
    let entry = CASE_RECORDS.get(record).and_then(|record| record.get(form)).copied().unwrap_or(0);
    if entry < 1 << 24 {
        return Mapping::one(c.wrapping_add_signed(entry));
    }
    let (len, start) = ((entry >> 16) as u8, (entry & 0xffff) as usize);
    let mut mapped = Mapping { len, items: [0; 3] };
    let source = EXPANSIONS.get(start..).unwrap_or_default();
    mapped.items.iter_mut().zip(source).take(usize::from(len)).for_each(|(item, &c)| *item = c);
    mapped
}

/// Full lower case (without the final-sigma rule, which needs context).
#[inline]
pub fn to_lower(c: u32) -> Mapping {
    if c < 0x80 { Mapping::one(u32::from((c as u8).to_ascii_lowercase())) } else { mapping(c, 0) }
}

/// Full upper case.
#[inline]
pub fn to_upper(c: u32) -> Mapping {
    if c < 0x80 { Mapping::one(u32::from((c as u8).to_ascii_uppercase())) } else { mapping(c, 1) }
}

/// Full title case.
#[inline]
pub fn to_title(c: u32) -> Mapping {
    if c < 0x80 { Mapping::one(u32::from((c as u8).to_ascii_uppercase())) } else { mapping(c, 2) }
}

/// Full case folding.
#[inline]
pub fn to_folded(c: u32) -> Mapping {
    if c < 0x80 { Mapping::one(u32::from((c as u8).to_ascii_lowercase())) } else { mapping(c, 3) }
}

/// Simple (one to one) lower case, as regular expressions use it.
#[inline]
pub fn to_lower_simple(c: u32) -> u32 {
    if c < 0x80 { u32::from((c as u8).to_ascii_lowercase()) } else { simple(c, 4) }
}

/// Value of a decimal digit (`unicodedata.decimal`).
pub fn decimal_value(c: u32) -> Option<u8> {
    if c < 0x80 {
        return char::from_u32(c)?.to_digit(10).map(|digit| digit as u8);
    }
    let zero = ZEROS.get(ZEROS.partition_point(|&zero| zero <= c).checked_sub(1)?)?;
    u8::try_from(c - zero).ok().filter(|&digit| digit < 10)
}

/// Value of a digit, superscripts and the like included (`unicodedata.digit`).
pub fn digit_value(c: u32) -> Option<u8> {
    decimal_value(c).or_else(|| {
        let place = DIGITS.binary_search_by_key(&c, |&(c, _)| c).ok()?;
        DIGITS.get(place).map(|&(_, digit)| digit)
    })
}

/// Value of a numeric code point, fractions included (`unicodedata.numeric`).
pub fn numeric_value(c: u32) -> Option<f64> {
    digit_value(c).map(f64::from).or_else(|| {
        let place = NUMERICS.binary_search_by_key(&c, |&(c, _)| c).ok()?;
        NUMERICS.get(place).map(|&(_, number)| number)
    })
}
