//! The command line, through trycmd: each `tests/cli/*.toml` names arguments, exit status, stdout and stderr.
//!
//! `TRYCMD=dump` writes what came into a `dump` folder, `TRYCMD=overwrite` into the files themselves.

#[test]
fn command_line() {
    trycmd::TestCases::new()
        .register_bin("minipy", std::path::Path::new(env!("CARGO_BIN_EXE_minipy")))
        .env("PYTHONHASHSEED", "0")
        .env("PYTHONDONTWRITEBYTECODE", "1")
        .timeout(std::time::Duration::from_secs(120))
        .case("../../tests/cli/*.toml");
}
