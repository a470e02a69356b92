//! From text to tokens.

mod cursor;
mod error;
mod feed;
pub mod identifier;
mod indentation;
mod later;
pub mod number;
mod quick;
pub mod string;
mod token;

pub use cursor::{Cursor, bracket};
pub use error::{LexError, LexErrorKind};
pub use feed::Feed;
pub use token::{Tok, Token};
