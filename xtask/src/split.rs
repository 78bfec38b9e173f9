//! Cuts the module in two: what the first view needs, and the rest, which follows at once.
//!
//! The library marks the border (`src/ui/screens.rs`); which functions and which data lie behind it is worked out
//! from the relocations that the linker leaves. See the crate `wasm_split_cli_support`.

use anyhow::{Context, Result, anyhow, bail};
use std::fs;
use std::path::{Path, PathBuf};

/// What the linker must leave in the module for it to be cut.
pub(crate) const LINK_FLAG: &str = "-Clink-arg=--emit-relocs";
/// The module from which the first part imports what brings the second one: a name only, which the glue answers for.
const LINK: &str = "./parts.js";

/// A module cut in two.
pub(crate) struct Parts {
    /// What wasm-bindgen goes on with.
    pub(crate) first: Vec<u8>,
    /// What is instantiated beside the first part.
    pub(crate) second: PathBuf,
}

/// Cuts a module that was linked with [`LINK_FLAG`]. Files go to `folder`.
///
/// # Errors
/// When the module does not hold exactly one border, or carries no relocations.
pub(crate) fn split(module: &[u8], folder: &Path) -> Result<Parts> {
    let first = folder.join("first.wasm");
    let mut options = wasm_split_cli_support::Options::new(module);
    options.output_dir = folder;
    options.main_out_path = &first;
    options.link_name = LINK;
    options.emit_dwarf = false;
    let parts = wasm_split_cli_support::transform(options)
        .map_err(|error| anyhow!("the module could not be cut in two: {error:?}"))?;
    let [second] = parts.split_modules.as_slice() else {
        bail!("the module was cut in {} parts instead of two", parts.split_modules.len() + 1);
    };
    let first = fs::read(&first).with_context(|| format!("cannot read {}", first.display()))?;
    Ok(Parts { first, second: second.clone() })
}

/// A part without what only tools read: names of functions, what the linker left.
///
/// # Errors
/// When it is no module.
pub(crate) fn bare(part: &[u8]) -> Result<Vec<u8>> {
    const CUSTOM: u8 = 0;
    let mut module = wasm_encoder::Module::new();
    for payload in wasmparser::Parser::new(0).parse_all(part) {
        let payload = payload.context("the second part cannot be read")?;
        if let Some((id, range)) = payload.as_section()
            && id != CUSTOM
            && let Some(data) = part.get(range.start as usize..range.end as usize)
        {
            module.section(&wasm_encoder::RawSection { id, data });
        }
    }
    Ok(module.finish())
}

/// A part with the name of its build in a section of its own, so that parts of two builds are never put together.
pub(crate) fn named(mut part: Vec<u8>, build: &str) -> Vec<u8> {
    const SECTION: &str = "build";
    // Lengths below 128 take one byte.
    let name = [&[SECTION.len() as u8], SECTION.as_bytes(), build.as_bytes()].concat();
    part.extend([0, name.len() as u8]);
    part.extend(name);
    part
}

/// The glue of wasm-bindgen, made to get the second part from whoever loads the module instead of fetching it itself:
/// an instance made after a fault takes it from memory, and a page that holds everything in one file has no address.
///
/// # Errors
/// When wasm-bindgen writes its glue in another way than expected.
pub(crate) fn tie(glue: &str) -> Result<String> {
    let (line, rest) = glue.split_once('\n').context("the glue is empty")?;
    let name = line
        .strip_prefix("import * as ")
        .and_then(|line| line.strip_suffix(&format!(" from \"{LINK}\"")))
        .context("the glue does not begin with the import of the second part")?;
    if rest.starts_with("import ") || rest.contains("\nimport ") {
        bail!("the glue imports something else than the second part");
    }
    // No import is left: bundlers copy the glue as it is.
    Ok(format!(
        "let second;\n\
        /** Says what brings the second part of the module (`bring` of parts.js). */\n\
        export const bringFrom = (source) => (second = source);\n\
        const {name} = {{ __wasm_split_load_screens: (callback, data) => second(wasm, callback, data) }};\n{rest}"
    ))
}

#[cfg(test)]
mod tests {
    use super::{bare, named, tie};

    #[test]
    fn the_glue_takes_the_second_part_from_its_user() {
        let tied = tie("import * as import1 from \"./parts.js\"\nlet wasm;\n").unwrap_or_default();
        assert!(!tied.contains("import "), "{tied}");
        assert!(tied.contains("const import1 = { __wasm_split_load_screens: "));
        assert!(tied.ends_with("\nlet wasm;\n"));
    }

    #[test]
    fn names_go_and_the_build_stays() {
        let whole = named(wasm_encoder::Module::new().finish(), "0123");
        assert!(String::from_utf8_lossy(&whole).contains("build0123"));
        assert_eq!(bare(&whole).ok(), Some(wasm_encoder::Module::new().finish()));
    }

    #[test]
    fn another_glue_is_refused() {
        assert!(tie("let wasm;\n").is_err());
        assert!(tie("import * as import1 from \"./parts.js\"\nimport * as import2 from \"env\"\n").is_err());
    }
}
