//! What the command line and the environment decide about a run.

/// Settings of a Vm, fixed when it starts. The binary fills it in; the VM crate itself reads no environment.
#[derive(Clone, Debug)]
pub struct Config {
    /// `-O` count: 0, 1 or 2.
    pub optimize: u8,
    /// `-B` or PYTHONDONTWRITEBYTECODE.
    pub dont_write_bytecode: bool,
    /// `-v` count.
    pub verbose: u8,
    /// `-q`.
    pub quiet: bool,
    /// `-i`.
    pub inspect: bool,
    /// `-I`.
    pub isolated: bool,
    /// `-E` (or `-I`).
    pub ignore_environment: bool,
    /// `-s` (or `-I`).
    pub no_user_site: bool,
    /// `-S`.
    pub no_site: bool,
    /// `-u`.
    pub unbuffered: bool,
    /// The locale is C's, POSIX's or C.UTF-8: stdin and stdout carry undecodable bytes as surrogates.
    pub surrogateescape_streams: bool,
    /// `-b` count.
    pub bytes_warning: u8,
    /// `-X dev`.
    pub dev_mode: bool,
    /// `-W` arguments, PYTHONWARNINGS' first.
    pub warn_options: Vec<String>,
    /// `-X` arguments.
    pub x_options: Vec<String>,
    /// `sys.argv`.
    pub argv: Vec<std::ffi::OsString>,
    /// `sys.orig_argv`.
    pub orig_argv: Vec<std::ffi::OsString>,
    /// `sys.executable`.
    pub executable: std::path::PathBuf,
    /// `sys.path` at the start.
    pub path: Vec<std::ffi::OsString>,
    /// Folder of CPython's pure-Python modules, before the embedded ones.
    pub stdlib: Option<std::path::PathBuf>,
    /// PYTHONHASHSEED: `None` is random.
    pub hash_seed: Option<u32>,
    /// `-X int_max_str_digits` or PYTHONINTMAXSTRDIGITS.
    pub int_max_str_digits: Option<usize>,
    /// Bytes of heap over which MemoryError is raised.
    pub memory_limit: Option<usize>,
}

impl Default for Config {
    fn default() -> Config {
        Config {
            optimize: 0,
            dont_write_bytecode: false,
            verbose: 0,
            quiet: false,
            inspect: false,
            isolated: false,
            surrogateescape_streams: false,
            ignore_environment: false,
            no_user_site: false,
            no_site: false,
            unbuffered: false,
            bytes_warning: 0,
            dev_mode: false,
            warn_options: Vec::new(),
            x_options: Vec::new(),
            argv: Vec::new(),
            orig_argv: Vec::new(),
            executable: std::path::PathBuf::new(),
            path: Vec::new(),
            stdlib: None,
            hash_seed: Some(0),
            int_max_str_digits: None,
            memory_limit: None,
        }
    }
}
