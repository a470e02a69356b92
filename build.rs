//! The parser's only build step: LALRPOP turns `grammar/python.lalrpop` into a table-driven parser in `OUT_DIR`.

use std::path::Path;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let grammar = Path::new("../../grammar");
    println!("cargo::rerun-if-changed={}", grammar.join("python.lalrpop").display());
    lalrpop::Configuration::new()
        .set_out_dir(std::env::var("OUT_DIR")?)
        .emit_rerun_directives(false)
        .emit_comments(false)
        .process_file(grammar.join("python.lalrpop"))
}
