//! Short names for what the module imports from its glue: those of wasm-bindgen end in a digest that no compression
//! takes away, and stand in both files.

use anyhow::{Context, Result, anyhow};
use wasm_encoder::reencode::{Error, Reencode, utils};
use wasm_encoder::{ImportSection, Module};

/// What begins the name of the module whose functions the glue gives.
const GLUE: &str = "./tour_de_table_bg";

struct Renamer {
    names: Vec<String>,
}

impl Reencode for Renamer {
    type Error = std::convert::Infallible;

    fn parse_imports(
        &mut self,
        section: &mut ImportSection,
        imports: wasmparser::Imports<'_>,
    ) -> Result<(), Error<Self::Error>> {
        match imports {
            wasmparser::Imports::Single(_, import) if import.module.starts_with(GLUE) => {
                let kind = self.entity_type(import.ty)?;
                section.import(import.module, &short(self.names.len()), kind);
                self.names.push(import.name.to_owned());
                Ok(())
            }
            other => utils::parse_imports(self, section, other),
        }
    }
}

/// The name of a number: `a`…`z`, then `a0`…, so that it is an identifier.
fn short(number: usize) -> String {
    const LETTERS: &[u8] = b"abcdefghijklmnopqrstuvwxyz";
    let letter = char::from(LETTERS.get(number % LETTERS.len()).copied().unwrap_or_default());
    match number / LETTERS.len() {
        0 => letter.to_string(),
        round => format!("{letter}{}", round - 1),
    }
}

/// The module and its glue, with short names between them.
///
/// # Errors
/// When the module cannot be read, or the glue does not give what the module imports.
pub(crate) fn shorten(module: &[u8], glue: &str) -> Result<(Vec<u8>, String)> {
    let mut renamer = Renamer { names: Vec::new() };
    let mut shorter = Module::new();
    renamer
        .parse_core_module(&mut shorter, wasmparser::Parser::new(0), module)
        .map_err(|error| anyhow!("the first part cannot be read: {error}"))?;
    let mut glue = glue.to_owned();
    for (number, name) in renamer.names.iter().enumerate() {
        // The object of imports is the one place where these names begin a line.
        let (before, after) = glue
            .split_once(&format!("\n        {name}: "))
            .with_context(|| format!("the glue does not give {name}"))?;
        glue = format!("{before}\n        {}: {after}", short(number));
    }
    Ok((shorter.finish(), glue))
}

#[cfg(test)]
mod tests {
    use super::{short, shorten};
    use std::collections::BTreeSet;
    use wasm_encoder::{EntityType, ImportSection, Module, TypeSection};

    #[test]
    fn names_are_short_and_never_the_same() {
        assert_eq!([0, 25, 26, 52].map(short), ["a", "z", "a0", "a1"]);
        assert_eq!((0..2_000).map(short).collect::<BTreeSet<_>>().len(), 2_000);
    }

    #[test]
    fn module_and_glue_change_together() {
        let mut types = TypeSection::new();
        types.ty().function([], []);
        let mut imports = ImportSection::new();
        imports.import("./tour_de_table_bg.js", "__wbg_now_0123456789abcdef", EntityType::Function(0));
        imports.import("./parts.js", "__wasm_split_load_screens", EntityType::Function(0));
        let mut module = Module::new();
        module.section(&types).section(&imports);
        let glue = "{\n        __wbg_now_0123456789abcdef: function() {},\n    }";
        let (shorter, tied) =
            shorten(&module.finish(), glue).unwrap_or_else(|error| (Vec::new(), error.to_string()));
        assert_eq!(tied, "{\n        a: function() {},\n    }");
        let names = String::from_utf8_lossy(&shorter);
        assert!(!names.contains("now") && names.contains("__wasm_split_load_screens"));
        assert!(shorten(&shorter, "{}").is_err());
    }
}
