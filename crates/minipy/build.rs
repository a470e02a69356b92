//! How the program is linked.

fn main() {
    println!("cargo::rerun-if-changed=build.rs");
    let target = |key| std::env::var(format!("CARGO_CFG_TARGET_{key}")).unwrap_or_default();
    // At a fixed address the tables of pointers (types, opcodes, the grammar) need no work and no memory of their own
    // at start-up: half a megabyte less for every run.
    if target("OS") == "linux" && target("ENV") == "gnu" && target("ARCH") == "x86_64" {
        println!("cargo::rustc-link-arg-bin=minipy=-no-pie");
        // What every run goes through stands together: three megabytes less for every run (tools/startup_order.py).
        println!("cargo::rerun-if-changed=startup.ld");
        let folder = std::env::var("CARGO_MANIFEST_DIR").unwrap_or_default();
        println!("cargo::rustc-link-arg-bin=minipy=-Wl,-T,{folder}/startup.ld");
    }
}
