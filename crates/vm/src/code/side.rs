//! The side table of register code: what is known of each instruction that may raise, call or be observed.
//!
//! From a word index it gives the CPython instruction (`f_lasti`, line numbers), the temporaries that are live below the
//! instruction's own operands, and the handler. Nothing of it costs anything while no exception is raised.

/// No slot, no handler, no node.
pub const NONE: u32 = u32::MAX;

/// What is known of one instruction.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct SideEntry {
    /// Word index of the instruction.
    pub at: u32,
    /// Byte offset of the CPython instruction it came from.
    pub offset: u32,
    /// Index into [`SideTable::regions`].
    pub region: u32,
    /// The topmost live temporary: index into [`SideTable::live`], or [`NONE`].
    pub live: u32,
}

/// A live temporary, and the one below it.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct LiveTemp {
    /// Its slot.
    pub slot: u16,
    /// The next one down, or [`NONE`].
    pub below: u32,
}

/// Where an exception goes.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Region {
    /// Word index of the handler, or [`NONE`]: the exception leaves the frame.
    pub handler: u32,
    /// The slot of the handler's first stack entry: temporaries from here on are dropped on the way.
    pub level: u32,
    /// The slot of the exception that was being handled before the handlers that are left on the way, or [`NONE`].
    pub handled: u32,
}

/// See the module.
#[derive(Debug, Default)]
pub struct SideTable {
    /// By word index, ascending.
    pub entries: Vec<SideEntry>,
    /// Lists of live temporaries that share their tails.
    pub live: Vec<LiveTemp>,
    /// The handlers.
    pub regions: Vec<Region>,
    /// For each block of words, how many entries are before it.
    pub blocks: Vec<u32>,
}

/// Words of a block, as a power of two.
const BLOCK_BITS: u32 = 3;

impl SideTable {
    /// The entry of the instruction at this word index (or of the last one before it that has an entry).
    pub fn find(&self, at: u32) -> Option<SideEntry> {
        let mut next = match self.blocks.get((at >> BLOCK_BITS) as usize) {
            Some(&before) => before as usize,
            None => self.entries.len(),
        };
        while self.entries.get(next).is_some_and(|entry| entry.at <= at) {
            next += 1;
        }
        self.entries.get(next.checked_sub(1)?).copied()
    }

    /// Makes `blocks` of the entries, which are complete, for code of `words` words.
    pub fn index(&mut self, words: usize) {
        let mut next = 0;
        self.blocks = (0..words.div_ceil(1 << BLOCK_BITS))
            .map(|block| {
                let start = (block << BLOCK_BITS) as u32;
                while self.entries.get(next).is_some_and(|entry| entry.at < start) {
                    next += 1;
                }
                next as u32
            })
            .collect();
    }

    /// The live temporaries of an entry, topmost first.
    pub fn live_slots(&self, entry: SideEntry) -> impl Iterator<Item = u16> + '_ {
        let mut node = entry.live;
        std::iter::from_fn(move || {
            let temp = self.live.get(node as usize)?;
            node = temp.below;
            Some(temp.slot)
        })
    }

    /// The region of an entry.
    pub fn region(&self, entry: SideEntry) -> Region {
        self.regions.get(entry.region as usize).copied().unwrap_or(Region { handler: NONE, level: 0, handled: NONE })
    }
}
