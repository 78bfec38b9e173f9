//! From Rust to the package: cargo, the cut in two, wasm-bindgen, then the assembly of `pkg/`.
//!
//! `wasm-opt` has no part in it: it made the files smaller as they are, but larger once compressed.

use crate::process::{cargo, root, run, say, target};
use crate::{Options, assemble, formats, setup, shorten, split};
use anyhow::{Context, Result, bail};
use std::fs;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::Instant;

/// Builds the package and gives its folder.
///
/// # Errors
/// When a tool cannot be had or a step fails.
pub(crate) fn build(options: &Options) -> Result<PathBuf> {
    let start = Instant::now();
    setup::wasm_target()?;
    setup::node_packages()?;
    let module = compile(options)?;
    let bound = bind(options, &module)?;
    let formats = formats::build(options)?;
    let folder = assemble::assemble(options, &bound, &formats)?;
    say(format!("{} is ready ({:.1} s)", folder.display(), start.elapsed().as_secs_f32()));
    Ok(folder)
}

/// The folder a build goes to.
pub(crate) fn folder(options: &Options) -> PathBuf {
    if options.panic_switch { target().join("pkg-panic") } else { root().join("pkg") }
}

pub(crate) fn profile(options: &Options) -> &'static str {
    if options.fast { "fast" } else { "release" }
}

/// Compiles the library to WebAssembly and gives the path of the module.
fn compile(options: &Options) -> Result<PathBuf> {
    say(format!("compiling to WebAssembly, profile {}", profile(options)));
    let mut command = cargo();
    command.args(["build", "--locked", "--package", "tour-de-table", "--lib"]);
    command.args(["--target", setup::WASM, "--profile", profile(options)]);
    if options.panic_switch {
        command.args(["--features", "provoke-panic"]);
    }
    rust_flags(&mut command, options, &[split::LINK_FLAG]);
    run(&mut command)?;
    Ok(target().join(setup::WASM).join(profile(options)).join("tour_de_table.wasm"))
}

/// Flags of the compiler: those asked for, those of the environment, and that a module says nothing of the machine
/// that built it.
pub(crate) fn rust_flags(command: &mut Command, options: &Options, wanted: &[&str]) {
    let given = std::env::var("RUSTFLAGS").unwrap_or_default();
    let mut flags: Vec<String> =
        given.split_whitespace().chain(wanted.iter().copied()).map(str::to_owned).collect();
    if !options.fast {
        hide_paths(&mut flags);
    }
    // The encoded form, where flags are apart by a control character, allows spaces in paths.
    command.env("CARGO_ENCODED_RUSTFLAGS", flags.join("\u{1f}"));
}

/// Panic messages carry the path of each source file: with the crates' folder cut off they are shorter,
/// and say nothing of the machine that built them.
fn hide_paths(flags: &mut Vec<String>) {
    let home = std::env::var_os("CARGO_HOME")
        .map(PathBuf::from)
        .or_else(|| std::env::var_os("HOME").map(|home| Path::new(&home).join(".cargo")));
    let Some(sources) = home.map(|home| home.join("registry/src")) else { return };
    if let Ok(entries) = fs::read_dir(&sources) {
        let mut folders: Vec<_> = entries.filter_map(|entry| entry.ok().map(|entry| entry.path())).collect();
        folders.sort();
        flags.extend(folders.iter().map(|folder| format!("--remap-path-prefix={}=crates", folder.display())));
    }
    flags.push(format!("--remap-path-prefix={}=.", root().display()));
}

/// What wasm-bindgen leaves.
pub(crate) struct Bound {
    /// The part of the module for the first view, which the glue instantiates.
    pub(crate) first: PathBuf,
    /// The part that follows.
    pub(crate) second: PathBuf,
    /// The glue between JavaScript and the module.
    pub(crate) glue: PathBuf,
}

fn bind(options: &Options, module: &Path) -> Result<Bound> {
    let kind = if options.panic_switch { "panic" } else { "plain" };
    let folder = target().join("xtask").join(format!("{kind}-{}", profile(options)));
    let stamp = folder.join("stamp");
    let bound = Bound {
        first: folder.join("tour-de-table.wasm"),
        second: folder.join("screens.wasm"),
        glue: folder.join("bindings.js"),
    };
    let bytes = fs::read(module).with_context(|| format!("cannot read {}", module.display()))?;
    let mut hasher = DefaultHasher::new();
    // What is done here is part of what comes out.
    let done = [include_str!("build.rs"), include_str!("split.rs"), include_str!("shorten.rs")];
    (&bytes, done, options.fast).hash(&mut hasher);
    let fingerprint = format!("{:016x}", hasher.finish());
    if fs::read_to_string(&stamp).is_ok_and(|known| known == fingerprint) {
        return Ok(bound);
    }

    say("binding to JavaScript");
    if folder.exists() {
        fs::remove_dir_all(&folder).with_context(|| format!("cannot empty {}", folder.display()))?;
    }
    fs::create_dir_all(&folder).with_context(|| format!("cannot make {}", folder.display()))?;
    let parts = split::split(&bytes, &folder)?;
    wasm_bindgen_cli_support::Bindgen::new()
        .input_bytes("tour_de_table", parts.first)
        .web(true)?
        .typescript(false)
        // The caller always says where the module is, so that a fresh instance can be made after a panic.
        .omit_default_module_path(true)
        .remove_name_section(!options.fast)
        .remove_producers_section(true)
        // The second part is put beside the first through its table.
        .keep_lld_exports(true)
        .generate(&folder)
        .context("wasm-bindgen could not read the module")?;
    if folder.join("snippets").exists() {
        bail!("a dependency brings JavaScript snippets: they would be files outside the published list");
    }
    let glue = folder.join("tour_de_table.js");
    let glue = fs::read_to_string(&glue).with_context(|| format!("cannot read {}", glue.display()))?;
    let raw = folder.join("tour_de_table_bg.wasm");
    let first = fs::read(&raw).with_context(|| format!("cannot read {}", raw.display()))?;
    // A quick build keeps long names: a profile of it is to be read.
    let (first, glue) = if options.fast { (first, glue) } else { shorten::shorten(&first, &glue)? };
    fs::write(&bound.glue, split::tie(&glue)?).context("cannot write the glue")?;
    let second =
        fs::read(&parts.second).with_context(|| format!("cannot read {}", parts.second.display()))?;
    let second = if options.fast { second } else { split::bare(&second)? };
    for (part, content) in [(&bound.first, first), (&bound.second, second)] {
        let named = split::named(content, &fingerprint);
        fs::write(part, named).with_context(|| format!("cannot write {}", part.display()))?;
    }
    fs::write(&stamp, fingerprint).with_context(|| format!("cannot write {}", stamp.display()))?;
    Ok(bound)
}
