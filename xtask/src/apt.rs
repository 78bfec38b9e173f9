//! Debian's packages, where the machine has them.

use crate::process::{find, output, program, run};
use anyhow::{Context, Result, bail};
use std::process::Command;

/// Installs packages, as root or through a `sudo` that asks nothing.
///
/// # Errors
/// When the machine has no apt, no right to use it, or apt cannot get the packages.
pub(crate) fn install(packages: &[&str]) -> Result<()> {
    if find("apt-get").is_none() {
        bail!("this machine has no apt-get");
    }
    let as_root = output(program("id").arg("-u"))?.trim() == "0";
    if !as_root && output(program("sudo").args(["-n", "true"])).is_err() {
        bail!("installing packages needs root, or a sudo without password");
    }
    let apt = || -> Command {
        let mut command = program(if as_root { "apt-get" } else { "sudo" });
        if !as_root {
            command.args(["-n", "apt-get"]);
        }
        command.env("DEBIAN_FRONTEND", "noninteractive");
        command
    };
    // An update fails as a whole when one of several sources does; what the others gave may be enough.
    let update = run(apt().args(["update", "-q"]));
    run(apt().args(["install", "-q", "-y", "--no-install-recommends"]).args(packages)).with_context(|| {
        match update {
            Ok(()) => format!("apt-get could not install {}", packages.join(" ")),
            Err(error) => format!("apt-get could not install {} (and {error})", packages.join(" ")),
        }
    })
}
