//! "Did you mean": the known name nearest to one that was not found (CPython's Python/suggestions.c).

use crate::exc::exception::PyBaseException;
use crate::heap::var::PyStr;
use crate::value::Value;
use crate::vm::Vm;

/// More names than this are not searched.
const MAX_CANDIDATES: usize = 750;
/// Names longer than this (after common ends are cut) are not compared.
const MAX_LENGTH: usize = 40;
/// Cost of inserting, deleting or replacing a byte; a change of case costs less.
const MOVE: usize = 2;
const CASE: usize = 1;

fn substitution(a: u8, b: u8) -> usize {
    if a == b {
        0
    } else if a.eq_ignore_ascii_case(&b) {
        CASE
    } else {
        MOVE
    }
}

/// The cost of turning one name into the other; anything above `limit` once it is clear that it is more.
fn distance<'a>(mut a: &'a [u8], mut b: &'a [u8], limit: usize) -> usize {
    while let ([x, rest_a @ ..], [y, rest_b @ ..]) = (a, b) {
        if x != y {
            break;
        }
        (a, b) = (rest_a, rest_b);
    }
    while let ([rest_a @ .., x], [rest_b @ .., y]) = (a, b) {
        if x != y {
            break;
        }
        (a, b) = (rest_a, rest_b);
    }
    if a.is_empty() || b.is_empty() {
        return (a.len() + b.len()) * MOVE;
    }
    if a.len() > MAX_LENGTH || b.len() > MAX_LENGTH {
        return limit + 1;
    }
    if b.len() < a.len() {
        (a, b) = (b, a);
    }
    if (b.len() - a.len()) * MOVE > limit {
        return limit + 1;
    }
    let mut row: Vec<usize> = (1..=a.len()).map(|i| i * MOVE).collect();
    let mut result = 0;
    for (place, code) in b.iter().enumerate() {
        let mut diagonal = place * MOVE;
        result = diagonal;
        let mut least = usize::MAX;
        for (cell, other) in row.iter_mut().zip(a) {
            let replaced = diagonal + substitution(*code, *other);
            diagonal = *cell;
            result = replaced.min(result.min(diagonal) + MOVE);
            *cell = result;
            least = least.min(result);
        }
        if least > limit {
            return limit + 1;
        }
    }
    result
}

/// The best of `candidates`, if one is near enough: no more than a third of the characters changed.
fn nearest(name: &str, candidates: &[String]) -> Option<String> {
    if candidates.len() >= MAX_CANDIDATES {
        return None;
    }
    let mut best: Option<(&String, usize)> = None;
    for candidate in candidates.iter().filter(|candidate| *candidate != name) {
        let mut limit = (name.len() + candidate.len() + 3) * MOVE / 6;
        if let Some((_, known)) = best {
            match known.checked_sub(1) {
                Some(better) => limit = limit.min(better),
                None => break,
            }
        }
        let cost = distance(name.as_bytes(), candidate.as_bytes(), limit);
        if cost <= limit {
            best = Some((candidate, cost));
        }
    }
    best.map(|(candidate, _)| candidate.clone())
}

impl Vm {
    fn texts(&mut self, names: &Value) -> Vec<String> {
        match self.collect(names) {
            Ok(names) => names.iter().map(|name| self.str_lossy(name)).collect(),
            Err(_) => {
                self.clear_raised();
                Vec::new()
            }
        }
    }

    /// The name that an AttributeError or NameError may have meant. Raises nothing.
    pub(crate) fn suggestion(&mut self, exception: &Value) -> Option<String> {
        let ty = self.type_of(exception);
        if ty.is_subtype(self, self.exc.attribute_error) {
            let name = self.exception_member(exception, "name").filter(|name| self.is_exact::<PyStr>(name))?;
            let object = self.exception_member(exception, "obj")?;
            let dir = self.names.__dir__.clone();
            let names = match self.call_special(&object, &dir, &[]) {
                Ok(names) => names?,
                Err(_) => {
                    self.clear_raised();
                    return None;
                }
            };
            let mut candidates = self.texts(&names);
            candidates.sort();
            return nearest(&self.str_lossy(&name), &candidates);
        }
        if !ty.is_subtype(self, self.exc.name_error) {
            return None;
        }
        let name = self.exception_member(exception, "name").filter(|name| self.is_exact::<PyStr>(name))?;
        let name = self.str_lossy(&name);
        let mut traceback = exception.downcast::<PyBaseException>()?.traceback.get(self);
        while let Ok(next) = self.get_attr_str(&traceback, "tb_next") {
            if next.is_none() {
                break;
            }
            traceback = next;
        }
        let found = self.suggest_from_frame(&traceback, &name);
        self.clear_raised();
        found
    }

    fn suggest_from_frame(&mut self, traceback: &Value, name: &str) -> Option<String> {
        let frame = self.get_attr_str(traceback, "tb_frame").ok()?;
        let code = self.get_attr_str(&frame, "f_code").ok()?;
        let locals = self.get_attr_str(&code, "co_varnames").ok()?;
        let globals = self.get_attr_str(&frame, "f_globals").ok()?;
        let builtins = self.get_attr_str(&frame, "f_builtins").ok()?;
        [locals, globals, builtins].iter().find_map(|names| {
            let candidates = self.texts(names);
            nearest(name, &candidates)
        })
    }
}

#[cfg(test)]
mod tests {
    use super::nearest;

    #[test]
    fn near_names_are_found_and_far_ones_are_not() {
        let names = ["blech", "print", "Fool"].map(str::to_owned);
        assert_eq!(nearest("bluch", &names), Some("blech".to_owned()));
        assert_eq!(nearest("fool", &names), Some("Fool".to_owned()));
        assert_eq!(nearest("something", &names), None);
    }
}
