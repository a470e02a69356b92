//! What became of the cases.

use std::fmt;

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Tally {
    /// Sources tried.
    pub cases: u64,
    /// Sources that compiled.
    pub accepted: u64,
    /// Code objects that passed the verifier.
    pub codes: u64,
    /// Panics, and code that does not hold what it promises.
    pub findings: u64,
    /// Deaths of a child: stack overflow, abort, hang.
    pub crashes: u64,
    /// Sources that CPython saw too.
    pub compared: u64,
    /// Sources that CPython judges or compiles differently.
    pub different: u64,
}

const MARK: &str = "tally";

impl Tally {
    pub fn is_clean(&self) -> bool {
        self.findings + self.crashes + self.different == 0
    }

    pub fn add(&mut self, other: &Tally) {
        *self = Tally::of(self.fields().zip(other.fields()).map(|(mine, more)| mine + more));
    }

    /// One line, for the parent.
    pub fn line(&self) -> String {
        self.fields().fold(String::from(MARK), |line, field| format!("{line} {field}"))
    }

    /// Reads such a line; nothing if it is another.
    pub fn parse(line: &str) -> Option<Tally> {
        let rest = line.strip_prefix(MARK)?;
        Some(Tally::of(rest.split_whitespace().map_while(|field| field.parse().ok())))
    }

    fn fields(&self) -> impl Iterator<Item = u64> + use<> {
        let Tally { cases, accepted, codes, findings, crashes, compared, different } = *self;
        [cases, accepted, codes, findings, crashes, compared, different].into_iter()
    }

    fn of(mut fields: impl Iterator<Item = u64>) -> Tally {
        let mut next = || fields.next().unwrap_or_default();
        Tally {
            cases: next(),
            accepted: next(),
            codes: next(),
            findings: next(),
            crashes: next(),
            compared: next(),
            different: next(),
        }
    }
}

impl fmt::Display for Tally {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            f,
            "{} sources, {} accepted with {} code objects verified; {} findings, {} crashes; {} compared, {} different",
            self.cases, self.accepted, self.codes, self.findings, self.crashes, self.compared, self.different
        )
    }
}
