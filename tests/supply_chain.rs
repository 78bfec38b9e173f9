//! T16: what the product is made of, as far as the lock file and the manifests tell.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

use std::process::Command;

use serde_json::Value;

/// Licences that ask for no more than a notice; everything shipped offers one of them.
const PERMISSIVE: [&str; 10] = [
    "MIT",
    "MIT-0",
    "Apache-2.0",
    "BSD-2-Clause",
    "BSD-3-Clause",
    "BSL-1.0",
    "CC0-1.0",
    "Unicode-3.0",
    "Unlicense",
    "Zlib",
];

/// Crates that the register of advisories calls abandoned or unsafe, with the number of the advisory.
const REFUSED: [(&str, &str); 7] = [
    ("wee_alloc", "RUSTSEC-2022-0054"),
    ("instant", "RUSTSEC-2024-0384"),
    ("paste", "RUSTSEC-2024-0436"),
    ("yaml-rust", "RUSTSEC-2024-0320"),
    ("fxhash", "RUSTSEC-2025-0057"),
    ("serde_yaml", "RUSTSEC-2024-0320"),
    ("forceatlas2", "AGPL-3.0"),
];

fn packages() -> Vec<Value> {
    let output = Command::new(env!("CARGO"))
        .args(["metadata", "--locked", "--format-version", "1", "--all-features"])
        .current_dir(env!("CARGO_MANIFEST_DIR"))
        .output()
        .unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let metadata: Value = serde_json::from_slice(&output.stdout).unwrap();
    let packages = metadata["packages"].as_array().unwrap().clone();
    assert!(packages.len() > 50, "the crates were found");
    packages
}

/// Whether an SPDX expression can be met with permissive licences alone: one side of each `OR`, all of each `AND`.
fn permissive(expression: &str) -> bool {
    let plain = expression.replace(['(', ')'], " ");
    // The older way of writing "or".
    let plain = plain.replace('/', " OR ");
    plain.split(" AND ").all(|part| {
        part.split(" OR ")
            .any(|one| PERMISSIVE.contains(&one.trim().trim_end_matches(" WITH LLVM-exception")))
    })
}

#[test]
fn an_expression_is_met_by_one_side_of_each_choice() {
    for good in ["MIT OR LGPL-2.1-or-later", "(MIT OR Apache-2.0) AND Unicode-3.0", "MIT/Apache-2.0"] {
        assert!(permissive(good), "{good}");
    }
    for bad in ["AGPL-3.0", "MIT AND GPL-3.0-only", "(MIT OR Apache-2.0) AND LGPL-3.0", ""] {
        assert!(!permissive(bad), "{bad}");
    }
}

#[test]
fn t16_every_crate_comes_from_the_register_under_a_permissive_licence() {
    let mut wrong = Vec::new();
    for package in packages() {
        let name = package["name"].as_str().unwrap();
        let licence = package["license"].as_str().unwrap_or_default();
        if !permissive(licence) {
            wrong.push(format!("{name}: {licence}"));
        }
        match package["source"].as_str() {
            None if ["tour-de-table", "xtask"].contains(&name) => {}
            Some(source) if source.starts_with("registry+https://github.com/rust-lang/crates.io-index") => {}
            other => wrong.push(format!("{name}: from {other:?}")),
        }
        if let Some((_, why)) = REFUSED.iter().find(|(refused, _)| *refused == name) {
            wrong.push(format!("{name}: {why}"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
