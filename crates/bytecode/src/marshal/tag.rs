//! The type codes of marshal.

/// The bit of a type code that says: this object gets the next reference number.
pub(super) const FLAG_REF: u8 = 0x80;

macro_rules! tags {
    ($($name:ident = $byte:literal,)*) => {
        /// What kind of object follows.
        #[derive(Clone, Copy, PartialEq, Eq, Debug)]
        #[repr(u8)]
        pub(super) enum Tag { $($name = $byte,)* }

        impl Tag {
            /// The tag of a type code, without its flag bit.
            pub(super) const fn from_u8(byte: u8) -> Option<Tag> {
                match byte & !FLAG_REF { $($byte => Some(Tag::$name),)* _ => None }
            }
        }
    };
}

tags! {
    Null = b'0',
    None = b'N',
    False = b'F',
    True = b'T',
    StopIteration = b'S',
    Ellipsis = b'.',
    Int = b'i',
    Int64 = b'I',
    Float = b'f',
    BinaryFloat = b'g',
    Complex = b'x',
    BinaryComplex = b'y',
    Long = b'l',
    Bytes = b's',
    Interned = b't',
    Ref = b'r',
    Tuple = b'(',
    List = b'[',
    Dict = b'{',
    Code = b'c',
    Unicode = b'u',
    Set = b'<',
    FrozenSet = b'>',
    Ascii = b'a',
    AsciiInterned = b'A',
    SmallTuple = b')',
    ShortAscii = b'z',
    ShortAsciiInterned = b'Z',
}
