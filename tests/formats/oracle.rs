//! The same files before readers in Python: openpyxl, csv, zipfile, jsonschema (see `tests/oracle/tables.py`).

use std::path::Path;
use std::process::Command;

use tour_de_table::exchange::formats::{Format, Topic};
use tour_de_table::exchange::write;
use tour_de_table::i18n::Lang;

use crate::support::{all, fixture, made, python};

#[test]
fn readers_in_python_find_what_the_dossiers_say() {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("tables");
    std::fs::create_dir_all(&folder).unwrap();
    let mut dossiers = all();
    dossiers.extend(["minimal.json", "hostile-text.json", "old-names.json"].map(fixture));
    for (rank, dossier) in dossiers.iter().enumerate() {
        let put = |suffix: &str, bytes: Vec<u8>| {
            std::fs::write(folder.join(format!("{rank}.{suffix}")), bytes).unwrap();
        };
        put("json", write(dossier));
        put("xlsx", made(Format::Xlsx, dossier, Lang::Fr));
        put("csv", made(Format::Csv(Topic::ACTORS), dossier, Lang::Fr));
        put("zip", made(Format::KumuTables, dossier, Lang::Fr));
        put("popolo", made(Format::Popolo, dossier, Lang::Fr));
    }
    let script = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/oracle/tables.py");
    let run = Command::new(python()).arg(script).arg(&folder).output();
    let run =
        run.unwrap_or_else(|error| panic!("{}: {error}; `cargo xtask test` sets it up", python().display()));
    assert!(run.status.success(), "{}", String::from_utf8_lossy(&run.stderr));
    assert_eq!(String::from_utf8_lossy(&run.stdout).lines().count(), dossiers.len() * 4);
}
