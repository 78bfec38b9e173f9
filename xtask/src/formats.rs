//! The module of other tools' files: the same crate, built a second time with the feature `formats` in place of
//! `widget`.
//!
//! It has a target folder of its own: in a shared one, the two builds would undo each other's work in turns.

use crate::build::{profile, rust_flags};
use crate::process::{cargo, run, say, target};
use crate::{Options, setup, shorten, split};
use anyhow::{Context, Result, bail};
use std::fs;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::path::PathBuf;

/// The module, bound.
pub(crate) struct Formats {
    /// The module itself.
    pub(crate) module: PathBuf,
    /// The glue between JavaScript and the module.
    pub(crate) glue: PathBuf,
}

/// Compiles the module and binds it to JavaScript. The panic switch is no part of it: both packages hold the same.
///
/// # Errors
/// When a step fails.
pub(crate) fn build(options: &Options) -> Result<Formats> {
    say(format!("compiling the module of other tools' files, profile {}", profile(options)));
    let own = target().join("formats");
    let mut command = cargo();
    command.args(["build", "--locked", "--package", "tour-de-table", "--lib"]);
    command.args(["--no-default-features", "--features", "formats"]);
    command.args(["--target", setup::WASM, "--profile", profile(options)]).arg("--target-dir").arg(&own);
    rust_flags(&mut command, options, &[]);
    run(&mut command)?;
    let compiled = own.join(setup::WASM).join(profile(options)).join("tour_de_table.wasm");

    let folder = target().join("xtask").join(format!("formats-{}", profile(options)));
    let stamp = folder.join("stamp");
    let formats = Formats { module: folder.join("exports.wasm"), glue: folder.join("exports-bindings.js") };
    let bytes = fs::read(&compiled).with_context(|| format!("cannot read {}", compiled.display()))?;
    let mut hasher = DefaultHasher::new();
    // What is done here is part of what comes out.
    (&bytes, [include_str!("formats.rs"), include_str!("shorten.rs")], options.fast).hash(&mut hasher);
    let fingerprint = format!("{:016x}", hasher.finish());
    if fs::read_to_string(&stamp).is_ok_and(|known| known == fingerprint) {
        return Ok(formats);
    }
    if folder.exists() {
        fs::remove_dir_all(&folder).with_context(|| format!("cannot empty {}", folder.display()))?;
    }
    fs::create_dir_all(&folder).with_context(|| format!("cannot make {}", folder.display()))?;
    wasm_bindgen_cli_support::Bindgen::new()
        .input_bytes("tour_de_table", bytes)
        .web(true)?
        .typescript(false)
        // `exports.js` says where the module is.
        .omit_default_module_path(true)
        .remove_name_section(!options.fast)
        .remove_producers_section(true)
        .generate(&folder)
        .context("wasm-bindgen could not read the module of other tools' files")?;
    if folder.join("snippets").exists() {
        bail!("a dependency brings JavaScript snippets: they would be files outside the published list");
    }
    let glue = folder.join("tour_de_table.js");
    let glue = fs::read_to_string(&glue).with_context(|| format!("cannot read {}", glue.display()))?;
    let raw = folder.join("tour_de_table_bg.wasm");
    let module = fs::read(&raw).with_context(|| format!("cannot read {}", raw.display()))?;
    let (module, glue) = if options.fast { (module, glue) } else { shorten::shorten(&module, &glue)? };
    let glue = format!(
        "{glue}\n/** The build this belongs to, which the module names too. */\nexport const build = \"{fingerprint}\";\n"
    );
    fs::write(&formats.glue, glue).context("cannot write the glue")?;
    fs::write(&formats.module, split::named(module, &fingerprint)).context("cannot write the module")?;
    fs::write(&stamp, fingerprint).with_context(|| format!("cannot write {}", stamp.display()))?;
    Ok(formats)
}
