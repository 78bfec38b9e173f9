//! What the commands need on the machine, installed where it is missing.

use crate::process::{cargo, find, output, program, root, run, say, target};
use crate::{apt, wasm_std};
use anyhow::{Context, Result, bail};
use std::fs;
use std::path::PathBuf;
use std::process::Command;

/// The target of the library.
pub(crate) const WASM: &str = "wasm32-unknown-unknown";

/// Oldest Node.js whose test runner, Brotli and `import` the project relies on.
const NODE: u32 = 20;

/// Makes sure that the compiler has the standard library of the WebAssembly target.
///
/// # Errors
/// When no way to get it works; the message says which were tried.
pub(crate) fn wasm_target() -> Result<()> {
    let sysroot = PathBuf::from(output(program("rustc").args(["--print", "sysroot"]))?.trim());
    if has_std(&sysroot) {
        return Ok(());
    }
    say(format!("the target {WASM} is missing: asking rustup for it"));
    let added =
        find("rustup").is_some_and(|rustup| run(program(rustup).args(["target", "add", WASM])).is_ok());
    if added && has_std(&sysroot) {
        return Ok(());
    }
    wasm_std::install(&sysroot).with_context(|| {
        format!("the Rust target {WASM} is missing: install it with `rustup target add {WASM}`")
    })?;
    if has_std(&sysroot) {
        Ok(())
    } else {
        bail!("the standard library of {WASM} was built but is not found")
    }
}

fn has_std(sysroot: &std::path::Path) -> bool {
    fs::read_dir(sysroot.join("lib/rustlib").join(WASM).join("lib")).is_ok_and(|entries| {
        entries.filter_map(Result::ok).any(|entry| entry.file_name().to_string_lossy().starts_with("libstd-"))
    })
}

/// Makes sure that Node.js is there and that the packages of `tests/` are those of its lock file.
///
/// # Errors
/// When Node.js or npm is missing or too old, or npm cannot get the packages.
pub(crate) fn node_packages() -> Result<()> {
    node()?;
    let folder = root().join("tests");
    let wanted = fs::read_to_string(folder.join("package-lock.json"))
        .context("cannot read tests/package-lock.json")?;
    let stamp = folder.join("node_modules/.installed");
    if fs::read_to_string(&stamp).is_ok_and(|known| known == wanted) {
        return Ok(());
    }
    say("installing the npm packages of tests/");
    let npm = find("npm").context("npm is missing: install it (on Debian: apt-get install npm)")?;
    let mut command = Command::new(npm);
    command.args(["ci", "--no-audit", "--no-fund", "--ignore-scripts"]).current_dir(&folder);
    run(&mut command).context("npm could not get the packages: check that its registry can be reached")?;
    fs::write(&stamp, wanted).with_context(|| format!("cannot write {}", stamp.display()))
}

/// Makes sure that the formatter and the linter of the toolchain are there.
///
/// # Errors
/// When one is missing and rustup cannot add it.
pub(crate) fn lint_tools() -> Result<()> {
    for (component, subcommand) in [("rustfmt", "fmt"), ("clippy", "clippy")] {
        if output(cargo().args([subcommand, "--version"])).is_ok() {
            continue;
        }
        say(format!("{component} is missing: asking rustup for it"));
        run(program("rustup").args(["component", "add", component]))
            .with_context(|| format!("{component} is missing: install it with your Rust toolchain"))?;
    }
    Ok(())
}

/// Makes sure that there is a Chromium, and gives its path.
///
/// # Errors
/// When there is none and this machine cannot install one by itself.
pub(crate) fn chromium() -> Result<PathBuf> {
    if let Some(path) = find_chromium() {
        return Ok(path);
    }
    say("Chromium is missing: installing Debian's");
    let advice = "the browser tests need Chromium: install it (on Debian: apt-get install chromium), \
        or set CHROMIUM to the path of one";
    apt::install(&["chromium"]).context(advice)?;
    find_chromium().context(advice)
}

fn find_chromium() -> Option<PathBuf> {
    if let Some(path) = std::env::var_os("CHROMIUM") {
        return Some(path.into());
    }
    ["chromium", "chromium-browser", "google-chrome-stable", "google-chrome"].into_iter().find_map(find)
}

/// Makes sure that the readers in Python that tests ask are there, in an environment of their own, and gives its
/// interpreter.
///
/// # Errors
/// When Python is missing or cannot get them.
pub(crate) fn oracles() -> Result<PathBuf> {
    let folder = target().join("oracle");
    let python = folder.join("bin/python");
    let list = root().join("tests/oracle/requirements.txt");
    let wanted = fs::read_to_string(&list).context("cannot read tests/oracle/requirements.txt")?;
    let stamp = folder.join(".installed");
    if python.exists() && fs::read_to_string(&stamp).is_ok_and(|known| known == wanted) {
        return Ok(python);
    }
    say("installing the readers in Python that tests ask");
    let advice = "the tests ask readers in Python 3.11 or later: install it, with venv (on Debian: apt-get install \
        python3-venv)";
    let system = find("python3").context(advice)?;
    run(Command::new(system).args(["-m", "venv"]).arg(&folder)).context(advice)?;
    let mut command = Command::new(&python);
    command
        .args(["-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--requirement"])
        .arg(&list);
    run(&mut command).context("pip could not get the readers: check that its registry can be reached")?;
    fs::write(&stamp, wanted).with_context(|| format!("cannot write {}", stamp.display()))?;
    Ok(python)
}

fn node() -> Result<()> {
    let advice = format!("Node.js {NODE} or later is needed: install it, with npm");
    let version = output(program("node").arg("--version")).context(advice.clone())?;
    let major =
        version.trim().trim_start_matches('v').split('.').next().and_then(|text| text.parse::<u32>().ok());
    if major.is_none_or(|major| major < NODE) {
        bail!("{advice} (found {})", version.trim());
    }
    Ok(())
}
