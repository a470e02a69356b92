//! From bytes to text: byte order mark, PEP 263 cookie, newlines; and from offsets to lines.

mod codec;
mod comments;
mod encoding;
mod line_index;
mod text;

pub use line_index::{LineCursor, LineIndex, Position, Range};
pub use text::SourceText;
