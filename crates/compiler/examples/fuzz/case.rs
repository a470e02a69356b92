//! The cases: what source a number stands for.

use std::path::Path;

use minipy_parser::Mode;

use crate::rng::Rng;
use crate::{Failure, soup, splice};

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    Soup,
    Splice,
    Bytes,
}

impl Kind {
    pub fn named(name: &str) -> Option<Kind> {
        Some(match name {
            "soup" => Kind::Soup,
            "splice" => Kind::Splice,
            "bytes" => Kind::Bytes,
            _ => return None,
        })
    }
}

/// A source, and how to compile it.
#[derive(Clone, Debug)]
pub struct Case {
    pub source: Vec<u8>,
    pub mode: Mode,
    pub optimize: u8,
}

/// Makes case `number`.
pub fn make(seed: u64, number: u64, kind: Option<Kind>, files: &[Vec<u8>]) -> Case {
    let mut rng = Rng::new(seed, number);
    let kind = kind.unwrap_or_else(|| [Kind::Soup, Kind::Splice, Kind::Bytes][rng.below(3)]);
    let mode = match rng.below(12) {
        0 => Mode::Eval,
        1 => Mode::Single,
        _ => Mode::Exec,
    };
    let file = files.get(rng.below(files.len())).map_or(&[][..], Vec::as_slice);
    let other = files.get(rng.below(files.len())).map_or(&[][..], Vec::as_slice);
    let source = match kind {
        Kind::Soup => soup::program(&mut rng, mode).into_bytes(),
        Kind::Splice => splice::tokens(file, other, &mut rng),
        Kind::Bytes => splice::bytes(file, &mut rng),
    };
    Case { source, mode, optimize: (number % 3) as u8 }
}

/// Case `number` of the sources as they are; nothing after the last.
pub fn replay(number: u64, files: &[Vec<u8>]) -> Option<Case> {
    let (file, way) = (number / 9, number % 9);
    let mut source = files.get(usize::try_from(file).ok()?)?.clone();
    let mode = [Mode::Exec, Mode::Eval, Mode::Single][way as usize / 3];
    if mode != Mode::Exec && source.len() > splice::WINDOW {
        // A large one is a module and nothing else.
        source.clear();
    }
    Some(Case { source, mode, optimize: (way % 3) as u8 })
}

/// The `.py` files under a path.
pub fn collect(path: &Path, files: &mut Vec<Vec<u8>>) -> Result<(), Failure> {
    if path.is_dir() && !path.is_symlink() {
        let mut entries: Vec<_> =
            std::fs::read_dir(path)?.map(|entry| entry.map(|entry| entry.path())).collect::<Result<_, _>>()?;
        entries.sort();
        entries.iter().try_for_each(|entry| collect(entry, files))?;
    } else if path.extension().is_some_and(|extension| extension == "py") {
        files.push(std::fs::read(path)?);
    }
    Ok(())
}
