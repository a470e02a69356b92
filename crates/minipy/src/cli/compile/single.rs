//! One source to one file that the user names.

use std::path::Path;
use std::process::ExitCode;

use crate::cli::CliError;
use crate::cli::report::ErrorFormat;
use crate::host::{atomic, files};

use super::job::{self, Failure};
use super::{CompileArgs, InvalidationMode, naming};

pub(super) fn main(args: &CompileArgs, output: &Path) -> Result<ExitCode, CliError> {
    let usage = |text: &str| Err(CliError::Usage(text.to_owned()));
    let [source_path] = args.paths.as_slice() else {
        return usage("-o takes exactly one source");
    };
    let levels = args.levels();
    if levels.len() != 1 {
        return usage("-o takes exactly one optimisation level");
    }
    if args.list.is_some() {
        return usage("-o and -i do not go together");
    }
    job::check_target(output).map_err(CliError::Failed)?;
    let source = files::read(source_path).map_err(|error| CliError::reading(source_path, error))?;
    let filename = naming::shown(args, source_path, None);
    let validation = InvalidationMode::or_default(args.invalidation_mode).validation(&source);
    let mode = source.stamp.mode | 0o200;
    let compiled = job::compile(source.bytes, &filename, &levels, validation);
    let (compiled, warnings) = compiled.map_err(|failure| match failure {
        Failure::Source(error, source) => CliError::Source(error, ErrorFormat::or_default(args.errors), source),
        Failure::Other(text) => CliError::Failed(text),
    })?;
    if args.quiet < 2 {
        crate::host::stdio::complain(&warnings);
    }
    for file in compiled {
        atomic::write(output, &file, mode).map_err(|error| CliError::writing(output, error))?;
    }
    Ok(ExitCode::SUCCESS)
}
