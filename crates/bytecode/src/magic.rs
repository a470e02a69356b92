//! Magic numbers: which Python wrote a `.pyc`.
//!
//! Answers to the history in `Lib/importlib/_bootstrap_external.py`: each release's number is the last of a range that its
//! pre-releases used up.

/// The magic number of 3.10.
pub const PYTHON_3_10: u16 = 3439;

/// The four bytes that begin a `.pyc` of 3.10.
pub const BYTES: [u8; 4] = [0x6f, 0x0d, b'\r', b'\n'];

/// First and last number, and the release they led to.
const RELEASES: &[(u16, u16, &str)] = &[
    (3000, 3131, "3.0"),
    (3140, 3151, "3.1"),
    (3160, 3180, "3.2"),
    (3190, 3230, "3.3"),
    (3250, 3310, "3.4"),
    (3320, 3351, "3.5"),
    (3360, 3379, "3.6"),
    (3390, 3394, "3.7"),
    (3400, 3413, "3.8"),
    (3420, 3425, "3.9"),
    (3430, 3439, "3.10"),
    (3450, 3499, "3.11"),
    (3500, 3549, "3.12"),
    (3550, 3599, "3.13"),
    (62011, 62021, "2.3"),
    (62041, 62061, "2.4"),
    (62071, 62131, "2.5"),
    (62151, 62161, "2.6"),
    (62171, 62211, "2.7"),
];

/// The release of Python, `3.9` for example, whose `.pyc` files begin with these four bytes.
pub fn release(bytes: [u8; 4]) -> Option<&'static str> {
    let [low, high, b'\r', b'\n'] = bytes else { return None };
    let number = u16::from_le_bytes([low, high]);
    let (_, last, name) = RELEASES.iter().find(|(first, last, _)| (*first..=*last).contains(&number))?;
    // A pre-release of 3.10 has other bytecode than 3.10.
    if *name == "3.10" && number != *last { Some("3.10 pre-release") } else { Some(name) }
}
