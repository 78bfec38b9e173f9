//! The same files before readers in Python: python-docx, networkx, icalendar, lxml (see `tests/oracle/documents.py`).

use std::path::{Path, PathBuf};
use std::process::Command;

use tour_de_table::exchange::formats::{Format, illustrated, pictures};
use tour_de_table::exchange::write;
use tour_de_table::i18n::Lang;
use tour_de_table::model::Dossier;

use crate::support::{ALL, example, fixture, made, png, settings};

/// Files for the readers, one folder for each run.
fn files() -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("documents");
    std::fs::create_dir_all(&folder).unwrap();
    let mut dossiers: Vec<(&str, Dossier)> =
        ["petit", "bassin", "soixante"].into_iter().map(|code| (code, example(code))).collect();
    dossiers.extend(
        ["minimal", "every-field", "unknown-fields", "hostile-text", "old-names"]
            .map(|name| (name, fixture(name))),
    );
    for (name, dossier) in dossiers {
        std::fs::write(folder.join(format!("{name}.json")), write(&dossier)).unwrap();
        for format in ALL {
            let bytes = made(format, &dossier, Lang::Fr);
            std::fs::write(folder.join(format!("{name}.{}", format.extension())), bytes).unwrap();
        }
        let drawn = pictures(Format::Docx, &dossier, &settings(Lang::Fr));
        let images = drawn.iter().map(|one| (one.key.clone(), png(2.0 * one.width, 2.0 * one.height)));
        let bytes = illustrated(Format::Docx, &dossier, &settings(Lang::Fr), &images.collect()).unwrap();
        std::fs::write(folder.join(format!("{name}.illustrated.docx")), bytes).unwrap();
        let sizes: Vec<[f64; 2]> = drawn.iter().map(|one| [one.width, one.height]).collect();
        std::fs::write(folder.join(format!("{name}.pictures")), serde_json::to_vec(&sizes).unwrap()).unwrap();
    }
    folder
}

#[test]
fn readers_in_python_find_what_the_dossiers_say() {
    let folder = files();
    let script = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/oracle/documents.py");
    let python = crate::support::python();
    let run = Command::new(&python).arg(script).arg(&folder).output();
    let run =
        run.unwrap_or_else(|error| panic!("{}: {error}; `cargo xtask test` sets it up", python.display()));
    assert!(run.status.success(), "{}", String::from_utf8_lossy(&run.stderr));
    assert_eq!(String::from_utf8_lossy(&run.stdout).lines().count(), 8 * 6);
}
