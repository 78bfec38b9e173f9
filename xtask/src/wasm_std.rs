//! The standard library of the WebAssembly target, for machines on which rustup cannot be asked: built from the
//! sources of the very compiler that is there, as Debian packages them.

use crate::process::{cargo, find, output, program, run, say, target};
use crate::setup::WASM;
use anyhow::{Context, Result, bail};
use std::collections::BTreeSet;
use std::ffi::OsString;
use std::fs;
use std::path::{Path, PathBuf};

/// The suite that follows the releases of Rust.
const SUITE: &str = "trixie-backports";

/// Builds the library and puts it where the compiler looks for it.
///
/// # Errors
/// When the sources cannot be had, do not build, or the compiler's folder cannot be written.
pub(crate) fn install(sysroot: &Path) -> Result<()> {
    let version = compiler_version()?;
    let scratch = target().join("xtask/std");
    fs::remove_dir_all(&scratch).ok();
    fs::create_dir_all(&scratch).with_context(|| format!("cannot make {}", scratch.display()))?;
    let library = sources(&version, &scratch)?;
    say(format!("building the standard library of {WASM} from {}", library.display()));
    let built = compile(&library, &scratch)?;
    let destination = sysroot.join("lib/rustlib").join(WASM).join("lib");
    copy(&built, &destination)
        .with_context(|| format!("cannot write {}: is it yours?", destination.display()))?;
    // The sources weigh hundreds of megabytes and have served.
    fs::remove_dir_all(&scratch).with_context(|| format!("cannot remove {}", scratch.display()))
}

fn compiler_version() -> Result<String> {
    let said = output(program("rustc").arg("-vV"))?;
    let version = said.lines().find_map(|line| line.strip_prefix("release: "));
    version.map(str::to_owned).context("rustc does not tell its release")
}

/// The folder `library` of the sources of a release: as already installed, else from Debian.
fn sources(version: &str, scratch: &Path) -> Result<PathBuf> {
    let installed = PathBuf::from(format!("/usr/src/rustc-{version}/library"));
    if installed.is_dir() {
        return Ok(installed);
    }
    if ["apt-get", "apt-cache", "dpkg-deb"].into_iter().any(|tool| find(tool).is_none()) {
        bail!("the sources of Rust {version} can only be found by itself on Debian");
    }
    say(format!("looking for the sources of Rust {version} among Debian's packages"));
    let mut packages: Vec<Apt> =
        mirrors()?.into_iter().filter_map(|uri| Apt::of_suite(&uri, scratch).ok()).collect();
    // The machine's own suites come last: on Debian 12 they hold the compiler that browsers are built with.
    packages.push(Apt::default());
    for apt in packages {
        for name in ["rust-src", "rust-web-src"] {
            let Some(exact) = apt.version_of(name, version) else { continue };
            let archive = apt.download(name, &exact, scratch)?;
            let folder = scratch.join("sources");
            run(program("dpkg-deb").arg("-x").arg(&archive).arg(&folder))?;
            let library = folder.join(format!("usr/src/rustc-{version}/library"));
            if library.is_dir() {
                return Ok(library);
            }
        }
    }
    bail!("Debian has no package with the sources of Rust {version}");
}

/// The addresses of Debian's archive that this machine is set up with.
fn mirrors() -> Result<BTreeSet<String>> {
    let said =
        output(program("apt-get").args(["indextargets", "--format", "$(REPO_URI)", "Created-By: Packages"]))?;
    let debian = |uri: &&str| uri.contains("debian") && !uri.contains("security");
    Ok(said.lines().map(str::trim).filter(debian).map(str::to_owned).collect())
}

/// Apt, with the options that point it at a suite of our choice; none for the machine's own.
#[derive(Default)]
struct Apt {
    options: Vec<OsString>,
}

impl Apt {
    /// Apt on one suite, with folders of its own: the machine's set-up is left as it is, and no right is needed.
    fn of_suite(uri: &str, scratch: &Path) -> Result<Self> {
        let keyring = Path::new("/usr/share/keyrings/debian-archive-keyring.gpg");
        let signed =
            if keyring.exists() { format!("[signed-by={}] ", keyring.display()) } else { String::new() };
        let list = scratch.join("sources.list");
        fs::write(&list, format!("deb {signed}{uri} {SUITE} main\n"))
            .with_context(|| format!("cannot write {}", list.display()))?;
        for folder in ["lists/partial", "cache/archives/partial"] {
            fs::create_dir_all(scratch.join(folder)).context("cannot make the folders of apt")?;
        }
        let mut options = Vec::new();
        for (key, value) in [
            ("Dir::Etc::sourcelist", list),
            ("Dir::Etc::sourceparts", PathBuf::from("-")),
            ("Dir::State::lists", scratch.join("lists")),
            ("Dir::Cache", scratch.join("cache")),
        ] {
            let mut option = OsString::from(format!("{key}="));
            option.push(value);
            options.extend([OsString::from("-o"), option]);
        }
        let apt = Self { options };
        output(program("apt-get").args(&apt.options).args(["-q", "update", "--error-on=any"]))?;
        Ok(apt)
    }

    /// The full version of a package that carries this release, if there is one.
    fn version_of(&self, name: &str, release: &str) -> Option<String> {
        let said = output(program("apt-cache").args(&self.options).args(["madison", name])).ok()?;
        let versions = said.lines().filter_map(|line| line.split('|').nth(1)).map(str::trim);
        versions
            .filter(|version| version.strip_prefix(release).is_some_and(|rest| rest.starts_with(['+', '-'])))
            .map(str::to_owned)
            .next()
    }

    fn download(&self, name: &str, version: &str, scratch: &Path) -> Result<PathBuf> {
        let folder = scratch.join("archive");
        fs::create_dir_all(&folder).with_context(|| format!("cannot make {}", folder.display()))?;
        let mut command = program("apt-get");
        command
            .args(&self.options)
            .args(["-q", "download"])
            .arg(format!("{name}={version}"))
            .current_dir(&folder);
        output(&mut command)?;
        let found = fs::read_dir(&folder).ok().and_then(|entries| {
            entries.filter_map(Result::ok).map(|entry| entry.path()).find(|path| path.extension().is_some())
        });
        found.context("apt-get downloaded nothing")
    }
}

/// Builds the library as cargo does for its own tests, and gives the folder of its parts.
fn compile(library: &Path, scratch: &Path) -> Result<PathBuf> {
    let krate = scratch.join("crate");
    fs::create_dir_all(krate.join("src")).context("cannot make an empty crate")?;
    let manifest = "[package]\nname = \"carrier\"\nversion = \"0.0.0\"\nedition = \"2024\"\n\n[workspace]\n";
    fs::write(krate.join("Cargo.toml"), manifest).context("cannot write an empty crate")?;
    fs::write(krate.join("src/lib.rs"), "#![no_std]\n").context("cannot write an empty crate")?;
    let mut command = cargo();
    command.args(["build", "--release", "-Zbuild-std=std,panic_abort,proc_macro,test", "--target", WASM]);
    command.current_dir(&krate);
    command.env("CARGO_TARGET_DIR", krate.join("target"));
    // Both are the compiler's own doors for building its library without a nightly.
    command.env("RUSTC_BOOTSTRAP", "1").env("__CARGO_TESTS_ONLY_SRC_ROOT", library);
    // Without bitcode, link-time optimisation over the whole program fails later.
    command.env_remove("CARGO_ENCODED_RUSTFLAGS").env("RUSTFLAGS", "-Cembed-bitcode=yes");
    run(&mut command)?;
    Ok(krate.join("target").join(WASM).join("release/deps"))
}

fn copy(built: &Path, destination: &Path) -> std::io::Result<()> {
    fs::create_dir_all(destination)?;
    for entry in fs::read_dir(built)? {
        let path = entry?.path();
        let Some(name) = path.file_name() else { continue };
        let text = name.to_string_lossy();
        if path.extension().is_some_and(|extension| extension == "rlib") && !text.starts_with("libcarrier") {
            fs::copy(&path, destination.join(name))?;
        }
    }
    Ok(())
}
