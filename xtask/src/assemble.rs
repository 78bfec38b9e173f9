//! Puts `pkg/` together from what is written by hand and what was built.
//!
//! | From | To |
//! |---|---|
//! | `www/element/**`, `www/standalone/**`, `www/frame/**` | the same path |
//! | the above in one script, with the sources in `www/loader` and `www/autonome` | `loader.js`, `autonome.html` |
//! | `www/styles/*.css`, in the order of their names | `styles.js`, a module exporting one text |
//! | `www/package.json` and the version of the workspace | `package.json` |
//! | `LICENSE-*`, `pkg/README.md`, `pkg/CHANGELOG.md` | the same name |
//! | wasm-bindgen | `bindings.js`, `tour-de-table.wasm`, `screens.wasm`; `exports-bindings.js`, `exports.wasm` |
//! | the types of the dossier | `dossier.schema.json`, and `dossier.schema.js`, the same as a module |
//! | all of the above | `integrity.json` |

use crate::build::{self, Bound};
use crate::formats::Formats;
use crate::process::{cargo, output, program, root};
use crate::{Options, stylesheet};
use anyhow::{Context, Result, bail};
use serde_json::{Map, Value, json};
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::process::Stdio;

/// The element class: what a host page names first.
const ENTRY: &str = "tour-de-table.js";
/// The part of the module that shows the first view.
const FIRST_PART: &str = "tour-de-table.wasm";
/// The part that follows it.
const SECOND_PART: &str = "screens.wasm";
/// Files that are written by hand in `pkg/` itself.
const KEPT: [&str; 3] = [".gitignore", "README.md", "CHANGELOG.md"];

/// Contents by path inside the package.
type Files = BTreeMap<String, Vec<u8>>;

/// Writes the package and gives its folder. Files that did not change are left alone; files that have no
/// source any more are removed.
///
/// # Errors
/// When a source is missing or cannot be read, or the folder cannot be written.
pub(crate) fn assemble(options: &Options, bound: &Bound, formats: &Formats) -> Result<PathBuf> {
    let mut files = Files::new();
    for source in ["www/element", "www/standalone", "www/frame"] {
        add_folder(&mut files, &root().join(source), "")?;
    }
    for name in ["LICENSE-APACHE", "LICENSE-MIT"] {
        add(&mut files, name, read(&root().join(name))?)?;
    }
    for name in ["README.md", "CHANGELOG.md"] {
        add(&mut files, name, read(&root().join("pkg").join(name))?)?;
    }
    add(&mut files, "styles.js", stylesheet::module(&root().join("www/styles"))?.into_bytes())?;
    add(&mut files, "bindings.js", read(&bound.glue)?)?;
    add(&mut files, FIRST_PART, read(&bound.first)?)?;
    add(&mut files, SECOND_PART, read(&bound.second)?)?;
    add(&mut files, "exports-bindings.js", read(&formats.glue)?)?;
    add(&mut files, "exports.wasm", read(&formats.module)?)?;
    add(&mut files, "package.json", package_json()?)?;
    let schema = schema()?;
    // A module needs neither a request nor a file system: `headless.js` gives the schema from it.
    add(&mut files, "dossier.schema.js", [b"export default ", schema.trim_ascii_end(), b";\n"].concat())?;
    add(&mut files, "dossier.schema.json", schema)?;

    if !options.fast {
        minify(&mut files)?;
    }

    let folder = build::folder(options);
    bundle(&mut files, &folder, options)?;
    let integrity = integrity(&files, &folder, options)?;
    add(&mut files, "integrity.json", pretty(&integrity)?)?;
    write(&files, &folder)?;
    remove_strays(&files, &folder, "")?;
    Ok(folder)
}

fn add(files: &mut Files, name: &str, content: Vec<u8>) -> Result<()> {
    if files.insert(name.to_owned(), content).is_some() {
        bail!("two sources give the file {name} of the package");
    }
    Ok(())
}

fn add_folder(files: &mut Files, folder: &Path, prefix: &str) -> Result<()> {
    if !folder.is_dir() {
        return Ok(());
    }
    let entries = fs::read_dir(folder).with_context(|| format!("cannot read {}", folder.display()))?;
    for entry in entries {
        let path = entry.with_context(|| format!("cannot read {}", folder.display()))?.path();
        let name = format!("{prefix}{}", path.file_name().unwrap_or_default().to_string_lossy());
        if path.is_dir() {
            add_folder(files, &path, &format!("{name}/"))?;
        } else {
            add(files, &name, read(&path)?)?;
        }
    }
    Ok(())
}

fn read(path: &Path) -> Result<Vec<u8>> {
    fs::read(path).with_context(|| format!("cannot read {}", path.display()))
}

fn pretty(value: &Value) -> Result<Vec<u8>> {
    let mut text = serde_json::to_string_pretty(value).context("cannot write JSON")?;
    text.push('\n');
    Ok(text.into_bytes())
}

/// The manifest of the package. The version has one home, the workspace, and is added here.
fn package_json() -> Result<Vec<u8>> {
    let path = root().join("www/package.json");
    let manifest: Map<String, Value> = serde_json::from_slice(&read(&path)?)
        .with_context(|| format!("{} is not a JSON object", path.display()))?;
    let mut whole = Map::new();
    for (key, value) in manifest {
        let first = key == "name";
        whole.insert(key, value);
        if first {
            whole.insert("version".to_owned(), json!(env!("CARGO_PKG_VERSION")));
        }
    }
    pretty(&Value::Object(whole))
}

/// The JSON Schema of the dossier, as the types of the library give it.
fn schema() -> Result<Vec<u8>> {
    let mut command = cargo();
    command.args(["run", "--locked", "--quiet", "--package", "tour-de-table"]);
    command.args(["--features", "schema", "--bin", "schema"]);
    Ok(output(&mut command).context("cannot produce the JSON Schema")?.into_bytes())
}

/// Adds the files that hold others: they are made of what stands in the folder.
fn bundle(files: &mut Files, folder: &Path, options: &Options) -> Result<()> {
    write(files, folder)?;
    let modules: Vec<&String> = files.keys().filter(|name| has_extension(name, "wasm")).collect();
    let request = json!({ "folder": folder, "modules": modules, "minify": !options.fast });
    let made: BTreeMap<String, String> = node("xtask/bundle.mjs", &request)?;
    for (name, content) in made {
        add(files, &name, content.into_bytes())?;
    }
    Ok(())
}

/// For each file its digest, its sizes, and whether it is part of the first load.
fn integrity(files: &Files, folder: &Path, options: &Options) -> Result<Value> {
    // Brotli at its highest level is slow: what did not change is not measured again.
    let known = fs::read(folder.join("integrity.json")).ok();
    let known: Value = known.and_then(|bytes| serde_json::from_slice(&bytes).ok()).unwrap_or_default();
    let request = json!({
        "folder": folder,
        "quality": if options.fast { 5 } else { 11 },
        "known": known,
        "firstLoad": first_load(files),
        "names": files.keys().collect::<Vec<_>>(),
    });
    // The sizes are those of the contents about to be written, so they go there first.
    write(files, folder)?;
    node("xtask/measure.mjs", &request)
}

/// What a script of ours makes of a request, as JSON both ways.
fn node<T: serde::de::DeserializeOwned>(script: &str, request: &Value) -> Result<T> {
    let mut child = program("node")
        .arg(root().join(script))
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .context("cannot start node")?;
    if let Some(mut input) = child.stdin.take() {
        input.write_all(request.to_string().as_bytes()).context("cannot speak to node")?;
    }
    let answer = child.wait_with_output().context("node did not answer")?;
    if !answer.status.success() {
        bail!("{script} failed");
    }
    serde_json::from_slice(&answer.stdout).with_context(|| format!("{script} gave no JSON"))
}

/// Makes the JavaScript of the first load small. What other tools read stays as it was written.
fn minify(files: &mut Files) -> Result<()> {
    let names: Vec<String> = first_load(files).into_iter().filter(|name| is_script(name)).collect();
    let written: BTreeMap<&String, &str> =
        names.iter().filter_map(|name| Some((name, std::str::from_utf8(files.get(name)?).ok()?))).collect();
    let smaller: BTreeMap<String, String> = node("xtask/minify.mjs", &json!(written))?;
    files.extend(smaller.into_iter().map(|(name, content)| (name, content.into_bytes())));
    Ok(())
}

fn is_script(name: &str) -> bool {
    has_extension(name, "js")
}

fn has_extension(name: &str, wanted: &str) -> bool {
    Path::new(name).extension().is_some_and(|extension| extension == wanted)
}

/// The files that a browser loads before the first view can be used: the first part of the module, what the element
/// names, and what these name in turn. The second part of the module follows; modules that load on first use start
/// with `exports`.
fn first_load(files: &Files) -> BTreeSet<String> {
    let mut reached = BTreeSet::from([FIRST_PART.to_owned()]);
    let mut waiting = vec![ENTRY.to_owned()];
    while let Some(name) = waiting.pop() {
        let Some(content) = files.get(&name) else { continue };
        if name == SECOND_PART || name.starts_with("exports") || !reached.insert(name.clone()) {
            continue;
        }
        if is_script(&name) {
            let text = String::from_utf8_lossy(content);
            waiting.extend(
                text.split(['"', '\'', '`']).filter_map(|piece| piece.strip_prefix("./")).map(str::to_owned),
            );
        }
    }
    reached
}

fn write(files: &Files, folder: &Path) -> Result<()> {
    for (name, content) in files {
        let path = folder.join(name);
        if fs::read(&path).is_ok_and(|present| present == *content) {
            continue;
        }
        if let Some(parent) = path.parent() {
            fs::create_dir_all(parent).with_context(|| format!("cannot make {}", parent.display()))?;
        }
        fs::write(&path, content).with_context(|| format!("cannot write {}", path.display()))?;
    }
    Ok(())
}

fn remove_strays(files: &Files, folder: &Path, prefix: &str) -> Result<()> {
    for entry in fs::read_dir(folder).with_context(|| format!("cannot read {}", folder.display()))? {
        let path = entry.with_context(|| format!("cannot read {}", folder.display()))?.path();
        let name = format!("{prefix}{}", path.file_name().unwrap_or_default().to_string_lossy());
        if path.is_dir() {
            remove_strays(files, &path, &format!("{name}/"))?;
            // Only an empty folder goes: an error here means that it still holds something.
            fs::remove_dir(&path).ok();
        } else if !files.contains_key(&name) && !KEPT.contains(&name.as_str()) && name != "integrity.json" {
            fs::remove_file(&path).with_context(|| format!("cannot remove {}", path.display()))?;
        }
    }
    Ok(())
}
