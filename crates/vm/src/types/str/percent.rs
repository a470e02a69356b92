//! `%` formatting, for str and (with the differences in [`Flavour`]) for bytes.
//!
//! Answers to `PyUnicode_Format` and `_PyBytes_FormatEx`. Bytes are formatted as the code points of the same numbers.

use super::builder::StrBuilder;
use crate::exc::{PyResult, Raised};
use crate::heap::var::{PyBytes, PyStr, PyTuple, StrData};
use crate::protocol::format::{Digits, FloatFlags, FloatForm, double_to_string};
use crate::types::bytearray::PyByteArray;
use crate::types::dict::exact_str;
use crate::types::int::PyInt;
use crate::value::Value;
use crate::vm::Vm;

/// Whether text or bytes are formatted.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Flavour {
    Str,
    Bytes,
}

/// One conversion: `%[(key)][flags][width][.precision]letter`.
#[derive(Default, Debug)]
struct Directive {
    left: bool,
    sign: bool,
    blank: bool,
    alternate: bool,
    zero: bool,
    width: usize,
    precision: Option<usize>,
    letter: u32,
}

impl Directive {
    fn letter_byte(&self) -> u8 {
        u8::try_from(self.letter).ok().filter(u8::is_ascii).unwrap_or(0xff)
    }
}

/// The right operand: a tuple to go through, one value, or a mapping to look keys up in.
struct Operands<'a> {
    whole: &'a Value,
    is_tuple: bool,
    next: usize,
    is_mapping: bool,
    /// The value under the last key.
    current: Option<Value>,
}

impl<'a> Operands<'a> {
    fn new(vm: &Vm, whole: &'a Value, flavour: Flavour) -> Operands<'a> {
        let is_tuple = whole.is_a::<PyTuple>();
        let is_text = match flavour {
            Flavour::Str => whole.is_a::<PyStr>(),
            Flavour::Bytes => whole.is_a::<PyBytes>() || whole.is_a::<PyByteArray>() || whole.is_a::<PyStr>(),
        };
        let is_mapping = !is_tuple && !is_text && vm.type_of(whole).slots.getitem.get().is_some();
        Operands { whole, is_tuple, next: 0, is_mapping, current: None }
    }

    fn next(&mut self, vm: &mut Vm) -> PyResult {
        if let Some(current) = self.current.take() {
            return Ok(current);
        }
        let item = match self.whole.downcast::<PyTuple>() {
            Some(tuple) if self.is_tuple => tuple.items().get(self.next).cloned(),
            _ if self.next == 0 => Some(self.whole.clone()),
            _ => None,
        };
        self.next += 1;
        item.ok_or_else(|| vm.type_error("not enough arguments for format string"))
    }

    fn all_used(&self) -> bool {
        match self.whole.downcast::<PyTuple>() {
            Some(tuple) if self.is_tuple => self.next >= tuple.items().len(),
            _ => self.is_mapping || self.next > 0,
        }
    }
}

struct Format<'a> {
    text: StrData<'a>,
    place: usize,
    flavour: Flavour,
}

impl Format<'_> {
    fn peek(&self) -> Option<u32> {
        self.text.get(self.place)
    }

    /// Reads `(key)`, and makes the value under the key the current one.
    fn key(&mut self, vm: &mut Vm, operands: &mut Operands<'_>) -> PyResult<()> {
        if !operands.is_mapping {
            return Err(vm.type_error("format requires a mapping"));
        }
        let start = self.place;
        let mut depth = 1;
        while depth > 0 {
            match self.peek() {
                Some(0x28) => depth += 1,
                Some(0x29) => depth -= 1,
                Some(_) => {}
                None => return Err(vm.value_error("incomplete format key")),
            }
            self.place += 1;
        }
        let key = self.text.slice(start..self.place - 1);
        let key = match self.flavour {
            Flavour::Str => vm.new_str_narrow(key),
            Flavour::Bytes => vm.new_bytes(&key.widen()),
        };
        operands.current = Some(vm.get_item(operands.whole, &key)?);
        operands.next = 1;
        Ok(())
    }

    /// Reads digits; `None` if the number is over `limit`.
    fn digits(&mut self, limit: usize) -> Option<usize> {
        let mut number: usize = 0;
        while let Some(c @ 0x30..=0x39) = self.peek() {
            number = number.checked_mul(10)?.checked_add(c as usize - 0x30).filter(|&number| number <= limit)?;
            self.place += 1;
        }
        Some(number)
    }

    fn star(&mut self, vm: &mut Vm, operands: &mut Operands<'_>) -> PyResult {
        self.place += 1;
        let value = operands.next(vm)?;
        if value.as_small_int().is_none() && !value.is_a::<PyInt>() && value.as_bool().is_none() {
            return Err(vm.type_error("* wants int"));
        }
        Ok(value)
    }

    /// Reads a directive behind its `%`.
    fn directive(&mut self, vm: &mut Vm, operands: &mut Operands<'_>) -> PyResult<Directive> {
        let mut directive = Directive::default();
        if self.peek() == Some(0x28) {
            self.place += 1;
            self.key(vm, operands)?;
        }
        while let Some(flag) = self.peek().and_then(|c| u8::try_from(c).ok()) {
            match flag {
                b'-' => directive.left = true,
                b'+' => directive.sign = true,
                b' ' => directive.blank = true,
                b'#' => directive.alternate = true,
                b'0' => directive.zero = true,
                _ => break,
            }
            self.place += 1;
        }
        if self.peek() == Some(0x2a) {
            let width = self.star(vm, operands)?;
            let Ok(width) = isize::try_from(&vm.to_bigint(&width)?) else {
                return Err(vm.overflow_error("Python int too large to convert to C ssize_t"));
            };
            directive.left |= width < 0;
            directive.width = width.unsigned_abs();
        } else {
            let width = self.digits(isize::MAX as usize);
            directive.width = width.ok_or_else(|| vm.value_error("width too big"))?;
        }
        if self.peek() == Some(0x2e) {
            self.place += 1;
            if self.peek() == Some(0x2a) {
                let precision = self.star(vm, operands)?;
                let precision = vm.index_i64(&precision).ok().and_then(|precision| i32::try_from(precision).ok());
                let Some(precision) = precision else {
                    vm.clear_raised();
                    return Err(vm.overflow_error("Python int too large to convert to C int"));
                };
                directive.precision = Some(usize::try_from(precision).unwrap_or(0));
            } else {
                let message = if self.flavour == Flavour::Str { "precision too big" } else { "prec too big" };
                let precision = self.digits(i32::MAX as usize);
                directive.precision = Some(precision.ok_or_else(|| vm.value_error(message))?);
            }
        }
        if matches!(self.peek(), Some(0x68 | 0x6c | 0x4c)) {
            self.place += 1;
        }
        directive.letter = self.peek().ok_or_else(|| vm.value_error("incomplete format"))?;
        self.place += 1;
        Ok(directive)
    }
}

impl Vm {
    /// `value % operand` for a str, whose payload is `format`.
    pub fn percent_str(&mut self, value: &Value, format: &PyStr, operand: &Value) -> PyResult {
        let text = self.percent(format.data(), operand, Flavour::Str)?;
        // Without directives the str itself is the result, even one of a subclass.
        if !format.is_empty() && percent_in(format.data()).is_none() {
            return Ok(value.clone());
        }
        Ok(self.new_text(&text))
    }

    /// `format % operand` for bytes.
    pub fn percent_bytes(&mut self, format: &[u8], operand: &Value) -> PyResult<Vec<u8>> {
        let text = self.percent(StrData::Latin1(format), operand, Flavour::Bytes)?;
        Ok(text.data().widen().into_owned())
    }

    fn percent(&mut self, text: StrData<'_>, operand: &Value, flavour: Flavour) -> PyResult<StrBuilder> {
        let mut operands = Operands::new(self, operand, flavour);
        let mut format = Format { text, place: 0, flavour };
        let mut out = StrBuilder::with_capacity(text.len() + 16);
        while format.place < text.len() {
            let rest = text.slice(format.place..text.len());
            let run = percent_in(rest).unwrap_or(rest.len());
            out.push_data(rest.slice(0..run));
            format.place += run + 1;
            if run == rest.len() {
                break;
            }
            if format.peek() == Some(0x25) {
                out.push(0x25);
                format.place += 1;
                continue;
            }
            if flavour == Flavour::Str
                && let Some(letter @ (0x73 | 0x64)) = format.peek()
            {
                // %s and %d as they are, of what they are commonest for.
                format.place += 1;
                let value = operands.next(self)?;
                if let Some(int) = value.as_small_int() {
                    if int < 0 {
                        out.push(0x2d);
                    }
                    out.push_data(StrData::Ascii(Digits::new(int.unsigned_abs(), 10).as_bytes()));
                } else if letter == 0x73
                    && let Some(text) = exact_str(&value)
                {
                    out.push_data(text.data());
                } else {
                    let directive = Directive { letter, ..Directive::default() };
                    self.convert(&directive, &value, flavour, format.place - 1, &mut out)?;
                }
                continue;
            }
            let directive = format.directive(self, &mut operands)?;
            let size = directive.width.saturating_add(directive.precision.unwrap_or(0)).saturating_mul(4);
            if size > 4096 {
                self.check_size(size.saturating_add(out.bytes_len()))?;
            }
            let value = operands.next(self)?;
            let place = format.place - 1;
            self.convert(&directive, &value, flavour, place, &mut out)?;
        }
        if !operands.all_used() {
            let what = if flavour == Flavour::Str { "string" } else { "bytes" };
            return Err(self.type_error(format!("not all arguments converted during {what} formatting")));
        }
        Ok(out)
    }

    fn convert(
        &mut self,
        directive: &Directive,
        value: &Value,
        flavour: Flavour,
        place: usize,
        out: &mut StrBuilder,
    ) -> PyResult<()> {
        match directive.letter_byte() {
            b's' if flavour == Flavour::Str => {
                let text = self.str(value)?;
                push_text(directive, str_data(&text), out);
            }
            b's' | b'b' if flavour == Flavour::Bytes => {
                let bytes = self.percent_object(value)?;
                push_text(directive, StrData::Latin1(&bytes), out);
            }
            b'r' if flavour == Flavour::Str => {
                let text = self.repr(value)?;
                push_text(directive, str_data(&text), out);
            }
            b'a' | b'r' => {
                let text = self.ascii(value)?;
                push_text(directive, str_data(&text), out);
            }
            // Of bytes, %i is but another name of %d.
            b'i' if flavour == Flavour::Bytes => {
                let decimal = Directive { letter: u32::from(b'd'), ..*directive };
                self.percent_int(&decimal, value, out)?;
            }
            b'd' | b'i' | b'u' | b'o' | b'x' | b'X' => self.percent_int(directive, value, out)?,
            b'e' | b'E' | b'f' | b'F' | b'g' | b'G' => {
                let text = self.percent_float(directive, value, flavour)?;
                let (sign, text) = text.strip_prefix('-').map_or(("", &*text), |text| ("-", text));
                push_number(directive, sign, text.as_bytes(), out);
            }
            b'c' => {
                let c = match flavour {
                    Flavour::Str => self.percent_char(value)?,
                    Flavour::Bytes => u32::from(self.percent_byte(value)?),
                };
                let mut text = StrBuilder::new();
                text.push(c);
                let Directive { left, width, .. } = *directive;
                push_text(&Directive { left, width, ..Directive::default() }, text.data(), out);
            }
            _ => {
                let shown = match directive.letter {
                    code @ 31..=126 => char::from(code as u8),
                    code @ 0..128 if flavour == Flavour::Bytes => char::from(code as u8),
                    _ => '?',
                };
                let code = directive.letter;
                return Err(
                    self.value_error(format!("unsupported format character '{shown}' ({code:#x}) at index {place}"))
                );
            }
        }
        Ok(())
    }

    fn percent_char(&mut self, value: &Value) -> PyResult<u32> {
        if let Some(text) = value.downcast::<PyStr>() {
            return match (text.len(), text.data().get(0)) {
                (1, Some(c)) => Ok(c),
                _ => Err(self.type_error("%c requires int or char")),
            };
        }
        let code = self.percent_code(value, "%c requires int or char")?;
        match code.and_then(|code| u32::try_from(code).ok()).filter(|&code| code < 0x11_0000) {
            Some(code) => Ok(code),
            None => Err(self.overflow_error("%c arg not in range(0x110000)")),
        }
    }

    fn percent_byte(&mut self, value: &Value) -> PyResult<u8> {
        let single = match (value.downcast::<PyBytes>(), value.downcast::<PyByteArray>()) {
            (Some(bytes), _) => <[u8; 1]>::try_from(bytes.as_bytes()).ok(),
            (_, Some(array)) => <[u8; 1]>::try_from(array.bytes.borrow(self).as_slice()).ok(),
            _ => None,
        };
        if let Some([byte]) = single {
            return Ok(byte);
        }
        let code = self.percent_code(value, "%c requires an integer in range(256) or a single byte")?;
        match code.and_then(|code| u8::try_from(code).ok()) {
            Some(byte) => Ok(byte),
            None => Err(self.overflow_error("%c arg not in range(256)")),
        }
    }

    /// An int by `__index__`; `None` if it is beyond 64 bits.
    fn percent_code(&mut self, value: &Value, message: &'static str) -> PyResult<Option<i64>> {
        let index = self.index(value);
        match self.catch(index, self.exc.type_error)? {
            Some(int) => Ok(i64::try_from(&self.to_bigint(&int)?).ok()),
            None => Err(self.type_error(message)),
        }
    }

    /// The bytes that `%b` shows.
    fn percent_object(&mut self, value: &Value) -> PyResult<Vec<u8>> {
        if let Some(bytes) = value.downcast::<PyBytes>() {
            return Ok(bytes.as_bytes().to_vec());
        }
        if let Some(array) = value.downcast::<PyByteArray>() {
            return Ok(array.bytes.borrow(self).clone());
        }
        let name = self.names.__bytes__.clone();
        if let Some(result) = self.call_special(value, &name, &[])? {
            return match result.downcast::<PyBytes>() {
                Some(bytes) => Ok(bytes.as_bytes().to_vec()),
                None => {
                    let ty = self.type_name(&result);
                    Err(self.type_error(format!("__bytes__ returned non-bytes (type {ty})")))
                }
            };
        }
        if self.has_buffer(value) {
            return self.buffer_copy(value);
        }
        let ty = self.type_name(value);
        Err(self
            .type_error(format!("%b requires a bytes-like object, or an object that implements __bytes__, not '{ty}'")))
    }

    #[cold]
    fn percent_wrong_type(&mut self, directive: &Directive, value: &Value) -> Raised {
        let ty = self.type_name(value);
        let letter = char::from(directive.letter_byte());
        let what = if matches!(letter, 'o' | 'x' | 'X') { "an integer" } else { "a real number" };
        self.type_error(format!("%{letter} format: {what} is required, not {ty}"))
    }

    /// The int that `%d` and its kin show.
    fn percent_integer(&mut self, directive: &Directive, value: &Value) -> PyResult {
        if value.as_small_int().is_some() || value.is_a::<PyInt>() || value.as_bool().is_some() {
            return Ok(value.clone());
        }
        let slots = &self.type_of(value).slots;
        let (int, index) = (slots.int.get(), slots.index.get());
        let integral = matches!(directive.letter_byte(), b'o' | b'x' | b'X');
        let result = match (int, index) {
            (Some(int), _) if !integral => int(self, value),
            (_, Some(_)) => self.index(value),
            _ => return Err(self.percent_wrong_type(directive, value)),
        };
        let is_int = |int: &Value| int.as_small_int().is_some() || int.is_a::<PyInt>() || int.as_bool().is_some();
        match self.catch(result, self.exc.type_error)?.filter(is_int) {
            Some(int) => Ok(int),
            None => Err(self.percent_wrong_type(directive, value)),
        }
    }

    fn percent_int(&mut self, directive: &Directive, value: &Value, out: &mut StrBuilder) -> PyResult<()> {
        let int = self.percent_integer(directive, value)?;
        let (base, prefix) = match directive.letter_byte() {
            b'o' => (8, "0o"),
            b'x' => (16, "0x"),
            b'X' => (16, "0X"),
            _ => (10, ""),
        };
        if let (10, Some(small), None) = (base, int.as_small_int(), directive.precision) {
            let digits = Digits::new(small.unsigned_abs(), 10);
            push_number(directive, if small < 0 { "-" } else { "" }, digits.as_bytes(), out);
            return Ok(());
        }
        let (negative, mut digits) = self.int_digits(&int, base)?;
        if directive.letter_byte() == b'X' {
            digits.make_ascii_uppercase();
        }
        let zeros = directive.precision.unwrap_or(0).saturating_sub(digits.len());
        let prefix = if directive.alternate { prefix } else { "" };
        let mut text = String::with_capacity(digits.len() + zeros + 3);
        text.push_str(prefix);
        text.extend(std::iter::repeat_n('0', zeros));
        text.push_str(&digits);
        push_number(directive, if negative { "-" } else { "" }, text.as_bytes(), out);
        Ok(())
    }

    fn percent_float(&mut self, directive: &Directive, value: &Value, flavour: Flavour) -> PyResult<String> {
        let float = match (self.to_f64(value), flavour) {
            (Err(_), Flavour::Bytes) => {
                self.clear_raised();
                let ty = self.type_name(value);
                return Err(self.type_error(format!("float argument required, not {ty}")));
            }
            (float, _) => float?,
        };
        let precision = directive.precision.unwrap_or(6);
        let letter = directive.letter_byte();
        let form = match letter {
            b'e' | b'E' => FloatForm::Exponent(precision),
            b'f' | b'F' => FloatForm::Fixed(precision),
            _ => FloatForm::General(precision),
        };
        let upper = letter.is_ascii_uppercase();
        Ok(double_to_string(float, form, FloatFlags { alternate: directive.alternate, add_dot_0: false, upper }))
    }
}

/// Where the first percent sign is.
fn percent_in(text: StrData<'_>) -> Option<usize> {
    match text {
        StrData::Ascii(units) | StrData::Latin1(units) => memchr::memchr(b'%', units),
        wide => wide.code_points().position(|c| c == 0x25),
    }
}

fn str_data(value: &Value) -> StrData<'_> {
    value.downcast::<PyStr>().map_or(StrData::Ascii(&[]), PyStr::data)
}

/// Writes text in its field, cut to the precision.
fn push_text(directive: &Directive, text: StrData<'_>, out: &mut StrBuilder) {
    let len = directive.precision.map_or(text.len(), |precision| precision.min(text.len()));
    let fill = directive.width.saturating_sub(len);
    if !directive.left {
        out.push_fill(0x20, fill);
    }
    out.push_data(text.slice(0..len));
    if directive.left {
        out.push_fill(0x20, fill);
    }
}

/// Writes a number in its field: its sign, its prefix (if alternate), zeros or blanks.
fn push_number(directive: &Directive, sign: &str, text: &[u8], out: &mut StrBuilder) {
    let sign = match sign {
        "" if directive.sign => "+",
        "" if directive.blank => " ",
        sign => sign,
    };
    let has_prefix = directive.alternate && matches!(directive.letter_byte(), b'o' | b'x' | b'X');
    let (prefix, digits) = text.split_at_checked(if has_prefix { 2 } else { 0 }).unwrap_or((&[], text));
    let fill = directive.width.saturating_sub(sign.len() + text.len());
    if !directive.zero && !directive.left {
        out.push_fill(0x20, fill);
    }
    out.push_ascii(sign.as_bytes());
    out.push_ascii(prefix);
    if directive.zero && !directive.left {
        out.push_fill(0x30, fill);
    }
    out.push_ascii(digits);
    if directive.left {
        out.push_fill(0x20, fill);
    }
}
