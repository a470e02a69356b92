//! Where a `.pyc` goes, and what its code is told of where its source is.

use std::ffi::{OsStr, OsString};
use std::path::{Component, Path, PathBuf};

use super::CompileArgs;

/// The name that code objects keep of their source. `root` is the folder on the command line it was found in.
pub(super) fn shown(args: &CompileArgs, source: &Path, root: Option<&Path>) -> String {
    let mut shown = match (&args.destdir, root) {
        (Some(destdir), None) => destdir.join(source.file_name().unwrap_or_default()),
        (Some(destdir), Some(root)) => destdir.join(strip(source, root)),
        (None, _) => match &args.stripdir {
            Some(stripdir) => strip(source, stripdir),
            None => source.to_owned(),
        },
    };
    if let Some(prependdir) = &args.prependdir {
        shown = prependdir.join(shown);
    }
    shown.to_string_lossy().into_owned()
}

/// Takes away the leading parts that two paths have in common, as compileall does: each for itself, even where an earlier
/// one differs.
fn strip(source: &Path, prefix: &Path) -> PathBuf {
    let parts = |path: &Path| -> Vec<OsString> {
        let text = path.as_os_str().as_encoded_bytes();
        text.split(|&byte| byte == b'/').map(|part| String::from_utf8_lossy(part).into_owned().into()).collect()
    };
    let all = parts(source);
    let mut left = all.clone();
    for (stripped, part) in parts(prefix).iter().zip(&all) {
        if stripped == part
            && let Some(at) = left.iter().position(|other| other == part)
        {
            left.remove(at);
        }
    }
    left.iter().fold(PathBuf::new(), |path, part| path.join(part))
}

/// The file for the code of a source at an optimisation level, as `importlib.util.cache_from_source` names it. `prefix` is
/// the tree that replaces `__pycache__` folders, if there is one.
pub(super) fn cache_path(source: &Path, level: u8, prefix: Option<&Path>) -> PathBuf {
    let stem = source.file_stem().unwrap_or(OsStr::new(""));
    let mut name = OsString::from(stem);
    name.push(".cpython-310");
    if level > 0 {
        name.push(format!(".opt-{level}"));
    }
    name.push(".pyc");
    let folder = source.parent().unwrap_or(Path::new(""));
    match prefix {
        None => folder.join("__pycache__").join(name),
        Some(prefix) => {
            let absolute = std::path::absolute(folder).unwrap_or_else(|_| folder.to_owned());
            let below = absolute.components().filter(|part| matches!(part, Component::Normal(_)));
            prefix.join(below.collect::<PathBuf>()).join(name)
        }
    }
}

/// The same for `-b`: beside the source.
pub(super) fn legacy_path(source: &Path) -> PathBuf {
    let mut name = OsString::from(source);
    name.push("c");
    PathBuf::from(name)
}
