//! `.pyc` files: the header of PEP 552, then one marshalled code object.
//!
//! Answers to `Lib/importlib/_bootstrap_external.py`. Knows bytes only: paths, clocks and files are the caller's.

use std::error::Error;
use std::fmt;
use std::hash::Hasher;
use std::sync::Arc;

use siphasher::sip::SipHasher24;

use crate::code::CodeObject;
use crate::constant::Constant;
use crate::magic;
use crate::marshal::{self, Fault, WriteError};

/// Bytes in the header.
pub const HEADER_SIZE: usize = 16;

/// How a reader is to find out whether the source has changed.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Validation {
    /// By the source's modification time, in seconds, and its size; both modulo 2**32.
    Timestamp {
        /// Seconds since 1970.
        mtime: u32,
        /// Bytes.
        size: u32,
    },
    /// By the source's [`source_hash`].
    CheckedHash([u8; 8]),
    /// Not at all: the hash is only kept.
    UncheckedHash([u8; 8]),
}

/// The hash of a source for hash-based files, as `importlib.util.source_hash` computes it.
pub fn source_hash(source: &[u8]) -> [u8; 8] {
    let key = u32::from_le_bytes(magic::BYTES);
    let mut hasher = SipHasher24::new_with_keys(u64::from(key), 0);
    hasher.write(source);
    hasher.finish().to_le_bytes()
}

const HASH_BASED: u32 = 1;
const CHECK_SOURCE: u32 = 2;

/// The header of a file.
pub fn header(validation: Validation) -> [u8; HEADER_SIZE] {
    let (flags, rest) = match validation {
        Validation::Timestamp { mtime, size } => (0, (u64::from(size) << 32 | u64::from(mtime)).to_le_bytes()),
        Validation::CheckedHash(hash) => (HASH_BASED | CHECK_SOURCE, hash),
        Validation::UncheckedHash(hash) => (HASH_BASED, hash),
    };
    let mut header = [0; HEADER_SIZE];
    let parts = magic::BYTES.into_iter().chain(u32::to_le_bytes(flags)).chain(rest);
    header.iter_mut().zip(parts).for_each(|(to, from)| *to = from);
    header
}

/// The bytes of a file.
pub fn write(code: &Arc<CodeObject>, validation: Validation) -> Result<Vec<u8>, WriteError> {
    let header = Vec::from(header(validation));
    marshal::dumps_after(header, &Constant::Code(Arc::clone(code)))
}

/// Why bytes are not a `.pyc` file of Python 3.10.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum PycFault {
    /// Fewer bytes than a header has.
    Truncated(usize),
    /// The first four bytes are no magic number.
    NotPyc,
    /// The magic number is that of another Python.
    Foreign {
        /// The number.
        magic: u16,
        /// The release, where it is known.
        release: Option<&'static str>,
    },
    /// Flag bits that PEP 552 does not define.
    Flags(u32),
    /// What follows the header is not marshal data; the offset counts from the beginning of the file.
    Marshal(Fault),
    /// The object is not a code object but of this type.
    NotCode(&'static str),
}

impl fmt::Display for PycFault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            PycFault::Truncated(size) => {
                write!(f, "truncated .pyc file: {size} bytes, and the header alone has {HEADER_SIZE}")
            }
            PycFault::NotPyc => f.write_str("not a .pyc file: it does not begin with a magic number"),
            PycFault::Foreign { magic, release: Some(release) } => {
                write!(
                    f,
                    "a .pyc file of Python {release} (magic number {magic}), not of Python 3.10 (magic number {})",
                    magic::PYTHON_3_10
                )
            }
            PycFault::Foreign { magic, release: None } => {
                write!(
                    f,
                    "a .pyc file of an unknown Python (magic number {magic}), not of Python 3.10 (magic number {})",
                    magic::PYTHON_3_10
                )
            }
            PycFault::Flags(flags) => write!(f, "invalid flags {flags:#x} at byte 4"),
            PycFault::Marshal(fault) => fault.fmt(f),
            PycFault::NotCode(found) => {
                write!(f, "the object at byte {HEADER_SIZE} is not a code object but of type '{found}'")
            }
        }
    }
}

impl Error for PycFault {}

/// Whether the bytes begin as a `.pyc` file of some Python does.
pub fn has_magic(file: &[u8]) -> bool {
    file.first_chunk().is_some_and(|&bytes| magic::release(bytes).is_some())
}

/// Reads and checks the header.
pub fn read_header(file: &[u8]) -> Result<Validation, PycFault> {
    let Some(&magic_bytes) = file.first_chunk::<4>() else { return Err(PycFault::Truncated(file.len())) };
    if magic_bytes != magic::BYTES {
        let [low, high, tail @ ..] = magic_bytes;
        return Err(match tail {
            [b'\r', b'\n'] => {
                PycFault::Foreign { magic: u16::from_le_bytes([low, high]), release: magic::release(magic_bytes) }
            }
            _ => PycFault::NotPyc,
        });
    }
    let Some((&flags, rest)) = file.get(4..).and_then(|rest| rest.split_first_chunk::<4>()) else {
        return Err(PycFault::Truncated(file.len()));
    };
    let Some(&rest) = rest.first_chunk::<8>() else { return Err(PycFault::Truncated(file.len())) };
    let [m0, m1, m2, m3, s0, s1, s2, s3] = rest;
    match u32::from_le_bytes(flags) {
        0 => Ok(Validation::Timestamp {
            mtime: u32::from_le_bytes([m0, m1, m2, m3]),
            size: u32::from_le_bytes([s0, s1, s2, s3]),
        }),
        HASH_BASED => Ok(Validation::UncheckedHash(rest)),
        3 => Ok(Validation::CheckedHash(rest)),
        flags => Err(PycFault::Flags(flags)),
    }
}

/// Reads a file: header and code object. The code is not verified.
pub fn read(file: &[u8]) -> Result<(Validation, Arc<CodeObject>), PycFault> {
    let validation = read_header(file)?;
    let body = file.get(HEADER_SIZE..).unwrap_or_default();
    let object = marshal::loads(body)
        .map_err(|fault| PycFault::Marshal(Fault { offset: fault.offset + HEADER_SIZE, ..fault }))?;
    match object {
        Constant::Code(code) => Ok((validation, code)),
        other => Err(PycFault::NotCode(other.type_name())),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Recorded from `importlib.util.source_hash`.
    #[test]
    fn source_hashes_are_importlibs() {
        for (source, hash) in [
            (&b""[..], *b"\x8c\xc0\xcd\x25\x25\xe7\xfd\x27"),
            (&b"x = 1"[..], *b"\x26\x63\x3c\xab\x29\xae\x02\xd8"),
            (&b"print(12345678)"[..], *b"\x04\x28\x57\x57\x46\xa4\x70\xb3"),
        ] {
            assert_eq!(source_hash(source), hash);
        }
    }
}
