//! The commands of the project. `cargo xtask` without an argument lists them.

mod assemble;
mod build;
mod process;
mod serve;
mod setup;
mod stylesheet;

use anyhow::{Result, bail};
use std::process::ExitCode;

const USAGE: &str = "\
cargo xtask build [--fast] [--panic-switch]   make pkg/ (with the switch: target/pkg-panic/, for tests only)
cargo xtask serve [--port N] [--fast]         build, then serve the stand-alone page under the strict policy
                  [--no-build] [--panic-switch] [--until-stdin-closes]

--fast          quick build, large and slow output: for trying things
--panic-switch  the build that can provoke a panic
--no-build      serve what is already there";

/// What the command line asked for, beyond the name of the command.
#[derive(Debug, Default)]
pub(crate) struct Options {
    pub(crate) fast: bool,
    pub(crate) panic_switch: bool,
    pub(crate) no_build: bool,
    pub(crate) until_stdin_closes: bool,
    pub(crate) port: Option<u16>,
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
        "help" | "--help" | "-h" => {
            println!("{USAGE}");
            Ok(())
        }
        other => bail!("no command `{other}`\n\n{USAGE}"),
    }
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
            other => bail!("no option `{other}`\n\n{USAGE}"),
        }
    }
    Ok(options)
}
