//! Character names, for `\\N{…}` escapes and the error handler `namereplace`.
//!
//! The package's names are of a later Unicode version; code points that 13.0 does not have are left out here.

/// The code point with this name or alias.
pub fn character_named(name: &[u8]) -> Option<u32> {
    let name = std::str::from_utf8(name).ok()?;
    unicode_names2::character(name).map(u32::from).filter(|&c| is_named(c))
}

/// The name of a code point.
pub fn name_of_character(c: u32) -> Option<String> {
    if !is_named(c) {
        return None;
    }
    char::from_u32(c).and_then(unicode_names2::name).map(|name| name.to_string())
}

/// Whether the code point has a name or an alias in Unicode 13.0: the printable ones, separators, controls and formats.
fn is_named(c: u32) -> bool {
    let format = matches!(c,
        0xad | 0x600..=0x605 | 0x61c | 0x6dd | 0x70f | 0x8e2 | 0x180e | 0x200b..=0x200f | 0x202a..=0x202e
        | 0x2060..=0x2064 | 0x2066..=0x206f | 0xfeff | 0xfff9..=0xfffb | 0x1_10bd | 0x1_10cd | 0x1_3430..=0x1_3438
        | 0x1_bca0..=0x1_bca3 | 0x1_d173..=0x1_d17a | 0xe_0001 | 0xe_0020..=0xe_007f);
    super::is_printable(c) || super::is_space(c) || format || matches!(c, 0..0x20 | 0x7f..0xa0)
}
