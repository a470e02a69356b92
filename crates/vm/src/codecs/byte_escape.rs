//! The escapes of bytes literals.

/// Bytes written as inside a bytes literal.
pub fn encode(bytes: &[u8]) -> Vec<u8> {
    let mut out = Vec::with_capacity(bytes.len());
    for &byte in bytes {
        match byte {
            b'\\' | b'\'' => out.extend_from_slice(&[b'\\', byte]),
            b'\t' => out.extend_from_slice(b"\\t"),
            b'\n' => out.extend_from_slice(b"\\n"),
            b'\r' => out.extend_from_slice(b"\\r"),
            0x20..0x7f => out.push(byte),
            _ => out.extend_from_slice(format!("\\x{byte:02x}").as_bytes()),
        }
    }
    out
}

/// Reads escapes; the error is a ValueError's text. `errors` is what to do about bad `\x` escapes.
pub fn decode(bytes: &[u8], errors: &str) -> Result<Vec<u8>, String> {
    let mut out = Vec::with_capacity(bytes.len());
    let mut place = 0;
    while let Some(&byte) = bytes.get(place) {
        place += 1;
        if byte != b'\\' {
            out.push(byte);
            continue;
        }
        let Some(&letter) = bytes.get(place) else { return Err("Trailing \\ in string".to_owned()) };
        place += 1;
        let plain = match letter {
            b'\n' => continue,
            b'\\' | b'\'' | b'"' => letter,
            b'a' => 7,
            b'b' => 8,
            b't' => 9,
            b'n' => 10,
            b'v' => 11,
            b'f' => 12,
            b'r' => 13,
            b'0'..=b'7' => {
                let digits = bytes.get(place - 1..).unwrap_or_default();
                let digits = digits.iter().take(3).take_while(|digit| matches!(digit, b'0'..=b'7'));
                let (count, value) = digits.fold((0, 0u32), |(n, v), digit| (n + 1, v * 8 + u32::from(digit - b'0')));
                place += count - 1;
                value as u8
            }
            b'x' => {
                let digit = |place: usize| bytes.get(place).and_then(|&byte| char::from(byte).to_digit(16));
                match (digit(place), digit(place + 1), errors) {
                    (Some(high), Some(low), _) => {
                        place += 2;
                        (high << 4 | low) as u8
                    }
                    (first, _, "replace" | "ignore") => {
                        place += usize::from(first.is_some());
                        if errors == "ignore" {
                            continue;
                        }
                        b'?'
                    }
                    (.., "strict") => return Err(format!("invalid \\x escape at position {}", place - 2)),
                    _ => return Err(format!("decoding error; unknown error handling code: {errors}")),
                }
            }
            _ => {
                out.push(b'\\');
                letter
            }
        };
        out.push(plain);
    }
    Ok(out)
}
