//! Layers import only those above them, and only the lowest ones know the browser.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

use std::fs;
use std::path::{Path, PathBuf};

/// From the top down: a layer may import itself and those before it.
const LAYERS: [&str; 11] = [
    "i18n",
    "model",
    "vocabulary",
    "analysis",
    "findings",
    "edit",
    "layout",
    "exchange",
    "store",
    "ui",
    "bridge",
];
/// The first layer that may touch the browser.
const FIRST_IN_BROWSER: usize = 8;

fn sources(folder: &Path, found: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            sources(&path, found);
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            found.push(path);
        }
    }
}

fn files() -> Vec<(usize, PathBuf, String)> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut found = Vec::new();
    sources(&root, &mut found);
    found
        .into_iter()
        .filter_map(|path| {
            let inside = path.strip_prefix(&root).unwrap();
            let first = inside.components().next().unwrap().as_os_str().to_str().unwrap();
            let layer = first.trim_end_matches(".rs");
            let index = LAYERS.iter().position(|known| *known == layer)?;
            let text = fs::read_to_string(&path).unwrap();
            Some((index, path, text))
        })
        .collect()
}

#[test]
fn every_source_file_belongs_to_a_layer() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    for entry in fs::read_dir(root).unwrap() {
        let name = entry.unwrap().file_name().into_string().unwrap();
        let known = name == "lib.rs" || LAYERS.contains(&name.trim_end_matches(".rs"));
        assert!(known, "src/{name} is in no layer");
    }
}

#[test]
fn a_layer_imports_only_the_layers_above_it() {
    let files = files();
    assert!(files.len() > 60, "the sources were found");
    let mut wrong = Vec::new();
    for (layer, path, text) in &files {
        for (number, line) in text.lines().enumerate() {
            let code = line.split("//").next().unwrap();
            for (other, name) in LAYERS.iter().enumerate().skip(layer + 1) {
                if code.contains(&format!("crate::{name}::")) || code.contains(&format!("crate::{name};")) {
                    wrong.push(format!(
                        "{}:{}: {} imports {name}",
                        path.display(),
                        number + 1,
                        LAYERS[*layer]
                    ));
                    let _ = other;
                }
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn only_the_lowest_layers_know_the_browser() {
    let mut wrong = Vec::new();
    for (layer, path, text) in files() {
        // `Intl` belongs to the language, not to the page: i18n reaches it through js-sys alone.
        let allowed: &[&str] = if LAYERS[layer] == "i18n" { &["js_sys", "wasm_bindgen"] } else { &[] };
        if layer >= FIRST_IN_BROWSER {
            continue;
        }
        for name in ["web_sys", "js_sys", "yew", "gloo", "idb", "wasm_bindgen"] {
            if !allowed.contains(&name) && text.contains(&format!("{name}::")) {
                wrong.push(format!("{} uses {name}", path.display()));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn analysis_and_findings_never_change_a_dossier() {
    for (layer, path, text) in files() {
        if ["analysis", "findings"].contains(&LAYERS[layer]) {
            for name in ["&mut Dossier", "items_mut(", "item_mut(", "find_mut("] {
                assert!(!text.contains(name), "{} uses {name}", path.display());
            }
        }
    }
}

#[test]
fn files_stay_small_enough_to_read_in_one_go() {
    for (_, path, text) in files() {
        let lines = text.lines().count();
        assert!(lines <= 450, "{} has {lines} lines", path.display());
    }
}
