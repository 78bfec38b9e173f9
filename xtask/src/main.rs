//! The commands of the project. `cargo xtask` without an argument lists them.

mod apt;
mod assemble;
mod build;
mod formats;
mod process;
mod serve;
mod setup;
mod shorten;
mod split;
mod stylesheet;
mod suite;
mod wasm_std;

use anyhow::{Result, bail};
use std::process::ExitCode;

const USAGE: &str = "\
cargo xtask build [--fast] [--panic-switch]   make pkg/ (with the switch: target/pkg-panic/, for tests only)
cargo xtask serve [--port N] [--fast]         build, then serve the stand-alone page under the strict policy
                  [--no-build] [--panic-switch] [--until-stdin-closes]
cargo xtask test [--only STAGE[,STAGE]] [FILTER]   run everything, or some stages: format, lint, native, build, size,
                                              headless, browser; FILTER: part of the name of a file or of tests
cargo xtask bench [--fast] [widget | survey | others]  widget: bytes of the first load, time until usable,
                                              keystroke to next frame; survey: the same data in a SurveyJS form;
                                              others: our figures against what one would otherwise use

--fast          quick build, large and slow output: for trying things
--panic-switch  the build that can provoke a panic
--no-build      serve or measure what is already there";

/// What the command line asked for, beyond the name of the command.
#[derive(Debug, Default)]
pub(crate) struct Options {
    pub(crate) fast: bool,
    pub(crate) panic_switch: bool,
    pub(crate) no_build: bool,
    pub(crate) until_stdin_closes: bool,
    pub(crate) port: Option<u16>,
    pub(crate) only: Vec<String>,
    pub(crate) filter: Option<String>,
}

fn main() -> ExitCode {
    match run(std::env::args().skip(1)) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("\nerror: {error:#}");
            ExitCode::FAILURE
        }
    }
}

fn run(mut arguments: impl Iterator<Item = String>) -> Result<()> {
    let Some(command) = arguments.next() else {
        println!("{USAGE}");
        return Ok(());
    };
    let options = parse(arguments)?;
    match command.as_str() {
        "build" => build::build(&options).map(|_| ()),
        "serve" => serve::serve(&options),
        "test" => suite::test(&options),
        "bench" => bench(&options),
        "help" | "--help" | "-h" => {
            println!("{USAGE}");
            Ok(())
        }
        other => bail!("no command `{other}`\n\n{USAGE}"),
    }
}

/// Builds, then measures the package, alone and against others.
fn bench(options: &Options) -> Result<()> {
    let parts = ["widget", "survey", "others"];
    let asked = options.filter.as_deref();
    if let Some(unknown) = asked.filter(|name| !parts.contains(name)) {
        bail!("no measure `{unknown}`\n\n{USAGE}");
    }
    if !options.no_build {
        build::build(&Options { fast: options.fast, ..Options::default() })?;
    }
    setup::node_packages()?;
    setup::chromium()?;
    for part in parts.into_iter().filter(|part| asked.is_none_or(|name| name == *part)) {
        let mut command = process::program("node");
        if let Ok(program) = std::env::current_exe() {
            command.env("TDT_XTASK", program);
        }
        process::run(command.arg(format!("tests/bench/{part}.mjs")))?;
    }
    Ok(())
}

fn parse(mut arguments: impl Iterator<Item = String>) -> Result<Options> {
    let mut options = Options::default();
    while let Some(argument) = arguments.next() {
        match argument.as_str() {
            "--fast" => options.fast = true,
            "--panic-switch" => options.panic_switch = true,
            "--no-build" => options.no_build = true,
            "--until-stdin-closes" => options.until_stdin_closes = true,
            "--port" => match arguments.next().and_then(|text| text.parse().ok()) {
                Some(port) => options.port = Some(port),
                None => bail!("--port wants a number between 0 and 65535 (0: any free port)"),
            },
            "--only" => match arguments.next() {
                Some(stages) => options.only.extend(stages.split(',').map(str::to_owned)),
                None => bail!("--only wants the names of stages"),
            },
            filter if !filter.starts_with('-') && options.filter.is_none() => {
                options.filter = Some(filter.to_owned());
            }
            other => bail!("no option `{other}`\n\n{USAGE}"),
        }
    }
    Ok(options)
}
