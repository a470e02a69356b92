//! What options and environment variables mean to the Vm.

use std::env;
use std::ffi::{OsStr, OsString};
use std::path::{Path, PathBuf};

use minipy_vm::config::Config;

use super::{Program, RunArgs};

/// Reads `PYTHON*` variables unless they are to be ignored.
struct Environment {
    ignored: bool,
}

impl Environment {
    fn get(&self, name: &str) -> Option<OsString> {
        if self.ignored { None } else { env::var_os(name).filter(|value| !value.is_empty()) }
    }

    fn is_set(&self, name: &str) -> bool {
        self.get(name).is_some()
    }

    /// Variables that count how often an option was given.
    fn level(&self, name: &str) -> u8 {
        match self.get(name) {
            None => 0,
            Some(value) => value.to_str().and_then(|text| text.parse().ok()).unwrap_or(1),
        }
    }
}

/// The settings for a run.
pub(super) fn of(args: &RunArgs, program: Program<'_>) -> Config {
    let environment = Environment { ignored: args.isolated || args.ignore_environment };
    let text = |words: &[OsString]| words.iter().map(|word| word.to_string_lossy().into_owned()).collect::<Vec<_>>();
    let from_variable = environment.get("PYTHONWARNINGS");
    let mut warn_options: Vec<String> = match &from_variable {
        Some(value) => value.to_string_lossy().split(',').map(str::to_owned).collect(),
        None => Vec::new(),
    };
    warn_options.extend(text(&args.warnings));
    let x_options = text(&args.implementation);
    let int_max_str_digits = int_max_str_digits(&x_options, &environment);
    Config {
        optimize: args.optimize.max(environment.level("PYTHONOPTIMIZE")).min(2),
        dont_write_bytecode: args.dont_write_bytecode || environment.is_set("PYTHONDONTWRITEBYTECODE"),
        verbose: args.verbose.max(environment.level("PYTHONVERBOSE")),
        quiet: args.quiet,
        inspect: args.interactive || environment.is_set("PYTHONINSPECT"),
        isolated: args.isolated,
        ignore_environment: environment.ignored,
        no_user_site: args.isolated || args.no_user_site || environment.is_set("PYTHONNOUSERSITE"),
        no_site: args.no_site,
        unbuffered: args.unbuffered || environment.is_set("PYTHONUNBUFFERED"),
        surrogateescape_streams: is_plain_locale(),
        bytes_warning: args.bytes_warning,
        dev_mode: x_options.iter().any(|option| option == "dev") || environment.is_set("PYTHONDEVMODE"),
        warn_options,
        x_options,
        argv: argv(program),
        orig_argv: env::args_os().collect(),
        executable: env::current_exe().unwrap_or_default(),
        path: path(args, program, &environment),
        stdlib: args.stdlib.clone(),
        hash_seed: hash_seed(&environment),
        int_max_str_digits,
        memory_limit: None,
    }
}

/// Whether the locale of characters is one of those for which CPython makes the standard streams lenient.
fn is_plain_locale() -> bool {
    let set = |name: &str| env::var_os(name).filter(|value| !value.is_empty());
    match set("LC_ALL").or_else(|| set("LC_CTYPE")).or_else(|| set("LANG")) {
        Some(locale) => ["C", "POSIX", "C.UTF-8", "C.utf8", "UTF-8"].iter().any(|plain| locale == *plain),
        None => true,
    }
}

fn argv(program: Program<'_>) -> Vec<OsString> {
    let (first, rest): (&OsStr, &[OsString]) = match program {
        Program::Code(_, rest) => (OsStr::new("-c"), rest),
        Program::Module(_, rest) => (OsStr::new("-m"), rest),
        Program::Script(script, rest) => (script, rest),
        Program::Interactive => (OsStr::new(""), &[]),
    };
    std::iter::once(first.to_owned()).chain(rest.iter().cloned()).collect()
}

/// `sys.path`: the program's folder, PYTHONPATH, the library folder.
fn path(args: &RunArgs, program: Program<'_>, environment: &Environment) -> Vec<OsString> {
    let mut path = Vec::new();
    if !args.isolated {
        match program {
            Program::Script(script, _) if script != "-" && !Path::new(script).is_dir() => {
                path.push(folder_of(Path::new(script)))
            }
            Program::Script(script, _) if script != "-" => {}
            Program::Module(..) => path.push(env::current_dir().unwrap_or_default().into_os_string()),
            _ => path.push(OsString::new()),
        }
    }
    if let Some(extra) = environment.get("PYTHONPATH") {
        path.extend(env::split_paths(&extra).map(PathBuf::into_os_string));
    }
    if let Some(library) = &args.stdlib {
        let library = std::fs::canonicalize(library).unwrap_or_else(|_| library.clone());
        path.push(library.into_os_string());
    }
    path
}

/// The folder that a script is in, links followed.
fn folder_of(script: &Path) -> OsString {
    let real = std::fs::canonicalize(script).unwrap_or_else(|_| script.to_owned());
    real.parent().map_or_else(OsString::new, |folder| folder.as_os_str().to_owned())
}

/// PYTHONHASHSEED: a number, or nothing for a random one.
fn hash_seed(environment: &Environment) -> Option<u32> {
    environment.get("PYTHONHASHSEED").and_then(|seed| seed.to_str()?.parse().ok())
}

/// `-X int_max_str_digits=N`, else PYTHONINTMAXSTRDIGITS: no limit (0), or one from 640.
fn int_max_str_digits(x_options: &[String], environment: &Environment) -> Option<usize> {
    let option = x_options.iter().rev().find_map(|option| option.strip_prefix("int_max_str_digits=")?.parse().ok());
    let given =
        option.or_else(|| environment.get("PYTHONINTMAXSTRDIGITS").and_then(|limit| limit.to_str()?.parse().ok()));
    given.filter(|&limit| limit == 0 || limit >= 640)
}
