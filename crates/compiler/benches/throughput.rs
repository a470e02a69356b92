//! How fast sources become code objects, in one process and on one thread, next to CPython 3.10's `compile()`.
//!
//! `cargo bench -p minipy-compiler -- [--python python3.10 | --alone] [--rounds N] FOLDER`. What counts is processor time, so
//! that what else the machine does matters little; rounds of both alternate, and the best round of each counts.

use std::error::Error;
use std::path::{Path, PathBuf};
use std::process::Command;

use rustix::time::{ClockId, clock_gettime};

use minipy_compiler::{Options, compile};
use minipy_parser::{Bump, Mode, SourceText, parse};

/// Reads every file first, then times `compile()` alone, as the Rust side does.
const PYTHON: &str = "
import sys, time, warnings
warnings.simplefilter('ignore')
sources = [(path, open(path, 'rb').read()) for path in sys.stdin.read().split('\\n') if path]
spent = 0
for path, source in sources:
    start = time.process_time()
    try:
        compile(source, path, 'exec', dont_inherit=True)
    except Exception:
        pass
    spent += time.process_time() - start
print(spent)
";

struct Round {
    /// Seconds.
    parse: f64,
    compile: f64,
    compiled: usize,
}

/// Seconds that this thread has used the processor.
fn processor_time() -> f64 {
    let time = clock_gettime(ClockId::ThreadCPUTime);
    time.tv_sec as f64 + time.tv_nsec as f64 / 1e9
}

fn main() -> Result<(), Box<dyn Error>> {
    let (mut python, mut rounds, mut folder) = (Some(String::from("python3.10")), 5, None);
    let mut arguments = std::env::args().skip(1);
    while let Some(argument) = arguments.next() {
        match argument.as_str() {
            "--python" => python = Some(arguments.next().ok_or("--python needs a command")?),
            "--alone" => python = None,
            "--rounds" => rounds = arguments.next().ok_or("--rounds needs a number")?.parse()?,
            "--bench" => {}
            _ => folder = Some(PathBuf::from(argument)),
        }
    }
    let Some(folder) = folder else {
        println!("throughput: give me a folder of Python sources");
        return Ok(());
    };
    let mut paths = Vec::new();
    find(&folder, &mut paths)?;
    paths.sort();
    let sources: Vec<(String, Vec<u8>)> = paths
        .iter()
        .map(|path| Ok((path.display().to_string(), std::fs::read(path)?)))
        .collect::<std::io::Result<_>>()?;
    let megabytes = sources.iter().map(|(_, source)| source.len()).sum::<usize>() as f64 / 1e6;
    let (mut ours, mut theirs) = (f64::INFINITY, f64::INFINITY);
    for _ in 0..rounds {
        let round = minipy(&sources);
        let (parse, compile) = (round.parse, round.compile);
        ours = ours.min(parse + compile);
        let (compiled, files) = (round.compiled, sources.len());
        print!("{compiled} of {files} files, {megabytes:.1} MB: parse {parse:.3} s, compile {compile:.3} s");
        if let Some(python) = &python {
            let cpython = cpython(python, &paths)?;
            theirs = theirs.min(cpython);
            print!("; CPython {cpython:.3} s");
        }
        println!();
    }
    if python.is_none() {
        println!("minipy {:.1} MB/s", megabytes / ours);
        return Ok(());
    }
    let (our_rate, their_rate) = (megabytes / ours, megabytes / theirs);
    println!("minipy {our_rate:.1} MB/s, CPython {their_rate:.1} MB/s: {:.2} times as fast", theirs / ours);
    Ok(())
}

fn find(path: &Path, found: &mut Vec<PathBuf>) -> std::io::Result<()> {
    if path.is_dir() {
        for entry in std::fs::read_dir(path)? {
            let path = entry?.path();
            if !path.ends_with("site-packages") {
                find(&path, found)?;
            }
        }
    } else if path.extension().is_some_and(|extension| extension == "py") {
        found.push(path.to_owned());
    }
    Ok(())
}

fn minipy(sources: &[(String, Vec<u8>)]) -> Round {
    let mut round = Round { parse: 0.0, compile: 0.0, compiled: 0 };
    let options = Options::default();
    for (name, bytes) in sources {
        let start = processor_time();
        let arena = Bump::new();
        let source = SourceText::decode(bytes, name);
        let parsed = source.as_ref().ok().and_then(|source| parse(source, Mode::Exec, &arena).ok());
        let parsed_at = processor_time();
        round.parse += parsed_at - start;
        if let (Ok(source), Some(parsed)) = (&source, &parsed) {
            round.compiled += usize::from(compile(parsed, source, &options).is_ok());
        }
        round.compile += processor_time() - parsed_at;
    }
    round
}

fn cpython(python: &str, paths: &[PathBuf]) -> Result<f64, Box<dyn Error>> {
    let list = std::env::temp_dir().join(format!("minipy-throughput-{}", std::process::id()));
    let names: Vec<String> = paths.iter().map(|path| path.display().to_string()).collect();
    std::fs::write(&list, names.join("\n"))?;
    let done = Command::new(python).args(["-c", PYTHON]).stdin(std::fs::File::open(&list)?).output()?;
    std::fs::remove_file(&list)?;
    Ok(String::from_utf8(done.stdout)?.trim().parse()?)
}
