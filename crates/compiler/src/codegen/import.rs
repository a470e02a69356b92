//! Imports.

use minipy_bytecode::opcode::Opcode;
use minipy_parser::ast::{Alias, ExprContext, Identifier};
use minipy_parser::source::Range;

use super::{Codegen, Result};
use crate::future::LATE_FUTURE;
use crate::names::known;

impl<'a> Codegen<'_, 'a> {
    pub(super) fn import(&mut self, names: &'a [Alias<'a>]) -> Result<()> {
        for alias in names {
            self.load_int(0);
            self.load_none();
            let name = self.id(alias.name);
            self.op_name(Opcode::IMPORT_NAME, name);
            match alias.asname {
                Some(asname) => self.import_as(alias.name, asname)?,
                None => {
                    let bound = match alias.name.split_once('.') {
                        Some((first, _)) => self.c.strings.intern_owned(first),
                        None => name,
                    };
                    self.name_op(bound, ExprContext::Store)?;
                }
            }
        }
        Ok(())
    }

    /// `import a.b.c as d` binds `c`, which is fetched from `b`, which is fetched from `a`.
    fn import_as(&mut self, name: Identifier<'a>, asname: Identifier<'a>) -> Result<()> {
        let asname = self.id(asname);
        let mut parts = name.split('.').skip(1).peekable();
        if parts.peek().is_none() {
            return self.name_op(asname, ExprContext::Store);
        }
        while let Some(part) = parts.next() {
            let part = self.c.strings.intern_owned(part);
            self.op_mangled(Opcode::IMPORT_FROM, part);
            if parts.peek().is_some() {
                self.op(Opcode::ROT_TWO);
                self.op(Opcode::POP_TOP);
            }
        }
        self.name_op(asname, ExprContext::Store)?;
        self.op(Opcode::POP_TOP);
        Ok(())
    }

    pub(super) fn import_from(
        &mut self,
        range: Range,
        module: Option<Identifier<'a>>,
        names: &'a [Alias<'a>],
        level: u32,
    ) -> Result<()> {
        self.load_int(i64::from(level));
        let lineno = self.lines.lineno(range.start) as i32;
        if lineno > self.c.future.lineno && module.is_some_and(|module| module == "__future__") {
            return self.error(LATE_FUTURE);
        }
        let ids: Vec<_> = names.iter().map(|alias| self.id(alias.name)).collect();
        self.load_str_tuple(ids.into_iter());
        let module = match module {
            Some(module) => self.id(module),
            None => known::EMPTY,
        };
        self.op_name(Opcode::IMPORT_NAME, module);
        for alias in names {
            let name = self.id(alias.name);
            if name == known::STAR {
                self.op(Opcode::IMPORT_STAR);
                return Ok(());
            }
            self.op_name(Opcode::IMPORT_FROM, name);
            let bound = alias.asname.map_or(name, |asname| self.id(asname));
            self.name_op(bound, ExprContext::Store)?;
        }
        self.op(Opcode::POP_TOP);
        Ok(())
    }
}
