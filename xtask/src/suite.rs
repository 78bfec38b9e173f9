//! Everything that must hold before a change is taken in, stage by stage.

use crate::process::{cargo, follow, program, root, run, say, target};
use crate::{Options, build, setup};
use anyhow::{Context, Result, bail};
use std::fs;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

/// The stages, in the order in which they run.
const STAGES: [&str; 7] = ["format", "lint", "native", "build", "size", "headless", "browser"];

/// Tests counted so far.
#[derive(Debug, Default, Clone, Copy)]
struct Tally {
    passed: u64,
    failed: u64,
}

/// How a stage ended.
struct Outcome {
    stage: &'static str,
    time: Duration,
    tally: Tally,
    /// What went wrong, if anything did.
    problem: Option<String>,
}

/// Sets up, then runs every stage, or those asked for. All stages run even when one fails, so that one run says
/// everything.
///
/// # Errors
/// When something cannot be set up, or a stage failed.
pub(crate) fn test(options: &Options) -> Result<()> {
    let start = Instant::now();
    let asked = |stage: &str| options.only.is_empty() || options.only.iter().any(|only| only == stage);
    if let Some(unknown) = options.only.iter().find(|only| !STAGES.contains(&only.as_str())) {
        bail!("no stage `{unknown}`; there are: {}", STAGES.join(", "));
    }
    set_up(&asked)?;

    let mut outcomes: Vec<Outcome> = Vec::new();
    for stage in STAGES.into_iter().filter(|stage| asked(stage)) {
        say(format!("stage {stage}"));
        let began = Instant::now();
        let mut tally = Tally::default();
        let result = run_stage(stage, options, &mut tally);
        let problem = result.err().map(|error| format!("{error:#}"));
        let mark = if problem.is_none() { "done" } else { "FAILED" };
        say(format!("stage {stage}: {mark} ({:.0} s)", began.elapsed().as_secs_f32()));
        outcomes.push(Outcome { stage, time: began.elapsed(), tally, problem });
    }
    summarise(&outcomes, start.elapsed())
}

fn set_up(asked: &impl Fn(&str) -> bool) -> Result<()> {
    say("checking what the machine has");
    if asked("lint") || asked("build") {
        setup::wasm_target()?;
    }
    if asked("format") || asked("lint") {
        setup::lint_tools()?;
    }
    if ["build", "size", "headless", "browser"].into_iter().any(asked) {
        setup::node_packages()?;
    }
    if asked("browser") {
        let path = setup::chromium()?;
        say(format!("browser: {}", path.display()));
    }
    Ok(())
}

fn run_stage(stage: &str, options: &Options, tally: &mut Tally) -> Result<()> {
    match stage {
        "format" => run(cargo().args(["fmt", "--all", "--check"])),
        "lint" => lint(),
        "native" => native(options, tally),
        "build" => {
            build::build(&Options::default())?;
            build::build(&Options { panic_switch: true, ..Options::default() }).map(|_| ())
        }
        "size" => run(program("node").args(["xtask/first-load.mjs", "--check"])),
        "headless" => node_tests("tests/headless", options, tally),
        "browser" => node_tests("tests/browser", options, tally),
        other => bail!("no stage `{other}`"),
    }
}

/// What is checked natively beside the default: all that some build of the library holds.
const NATIVE_FEATURES: &str = "tour-de-table/schema,tour-de-table/formats,tour-de-table/layout-bench";

/// What only tests may do: a test stops at the first surprise.
const TEST_LIBERTIES: [&str; 5] = [
    "-Aclippy::unwrap_used",
    "-Aclippy::expect_used",
    "-Aclippy::panic",
    "-Aclippy::indexing_slicing",
    "-Aclippy::float_cmp",
];

fn lint() -> Result<()> {
    let clippy = |arguments: &[&str], levels: &[&str]| {
        let mut command = cargo();
        command.args(["clippy", "--locked"]).args(arguments);
        run(command.args(["--", "-Dwarnings"]).args(levels))
    };
    let schema = ["--workspace", "--features", NATIVE_FEATURES];
    clippy(&[&schema[..], &["--lib", "--bins"]].concat(), &[])?;
    clippy(&[&schema[..], &["--tests"]].concat(), &TEST_LIBERTIES)?;
    let browser =
        ["--package", "tour-de-table", "--lib", "--target", setup::WASM, "--features", "provoke-panic"];
    clippy(&browser, &[])?;
    let formats = ["--package", "tour-de-table", "--lib", "--target", setup::WASM, "--no-default-features"];
    clippy(&[&formats[..], &["--features", "formats"]].concat(), &[])
}

fn native(options: &Options, tally: &mut Tally) -> Result<()> {
    let mut command = cargo();
    command.args(["test", "--locked", "--workspace", "--features", NATIVE_FEATURES, "--no-fail-fast"]);
    command.args(&options.filter);
    command.env("TDT_ORACLE", setup::oracles()?);
    let succeeded = follow(&mut command, |line| {
        if let Some(counts) = line.strip_prefix("test result: ") {
            tally.passed += count(counts, "passed");
            tally.failed += count(counts, "failed");
        }
    })?;
    conclude(succeeded, *tally)
}

/// The number before a word: 3 in `ok. 3 passed; 0 failed` for `passed`.
fn count(text: &str, word: &str) -> u64 {
    let words: Vec<&str> = text.split([' ', ';']).filter(|piece| !piece.is_empty()).collect();
    let before = words.windows(2).find_map(|pair| match pair {
        [number, unit] if *unit == word => number.parse().ok(),
        _ => None,
    });
    before.unwrap_or(0)
}

fn node_tests(folder: &str, options: &Options, tally: &mut Tally) -> Result<()> {
    let mut files = Vec::new();
    collect(&root().join(folder), &mut files)?;
    files.sort();
    if files.is_empty() {
        bail!("{folder} holds no test");
    }
    let report = target().join("xtask").join(format!("{}.tap", folder.replace('/', "-")));
    fs::create_dir_all(target().join("xtask")).context("cannot make the folder of reports")?;
    let mut command = program("node");
    command.args(["--test", "--test-concurrency=2"]);
    command.args(["--test-reporter=spec", "--test-reporter-destination=stdout", "--test-reporter=tap"]);
    command.arg(format!("--test-reporter-destination={}", report.display()));
    // A filter names files, or else tests.
    if let Some(filter) = &options.filter {
        let named: Vec<PathBuf> = files
            .iter()
            .filter(|path| path.file_name().is_some_and(|name| name.to_string_lossy().contains(filter)))
            .cloned()
            .collect();
        if named.is_empty() {
            command.arg(format!("--test-name-pattern={filter}"));
        } else {
            files = named;
        }
    }
    if let Ok(program) = std::env::current_exe() {
        command.env("TDT_XTASK", program);
    }
    let succeeded = follow(command.args(files), |_| ())?;
    let said = fs::read_to_string(&report).with_context(|| format!("cannot read {}", report.display()))?;
    // The totals are the last lines that start this way; a test's own output is indented or comes before.
    let total = |word: &str| {
        let last = said
            .lines()
            .rev()
            .find_map(|line| line.strip_prefix("# ")?.strip_prefix(word)?.strip_prefix(' '));
        last.and_then(|number| number.parse::<u64>().ok()).unwrap_or(0)
    };
    tally.passed = total("pass");
    tally.failed = total("fail") + total("cancelled");
    conclude(succeeded, *tally)
}

fn collect(folder: &Path, files: &mut Vec<PathBuf>) -> Result<()> {
    if !folder.is_dir() {
        return Ok(());
    }
    for entry in fs::read_dir(folder).with_context(|| format!("cannot read {}", folder.display()))? {
        let path = entry.with_context(|| format!("cannot read {}", folder.display()))?.path();
        if path.is_dir() {
            collect(&path, files)?;
        } else if path.to_string_lossy().ends_with(".test.mjs") {
            files.push(path);
        }
    }
    Ok(())
}

fn conclude(succeeded: bool, tally: Tally) -> Result<()> {
    if tally.failed > 0 {
        bail!("{} failed", tally.failed);
    }
    if !succeeded {
        bail!("the tests could not be run to their end");
    }
    Ok(())
}

fn summarise(outcomes: &[Outcome], time: Duration) -> Result<()> {
    println!();
    let mut total = Tally::default();
    for Outcome { stage, time, tally, problem } in outcomes {
        let tests = if tally.passed + tally.failed > 0 {
            format!("{} passed, {} failed", tally.passed, tally.failed)
        } else {
            String::new()
        };
        let mark = if problem.is_none() { "ok" } else { "FAILED" };
        println!("{stage:<10}{mark:<8}{:>5.0} s  {tests}", time.as_secs_f32());
        total.passed += tally.passed;
        total.failed += tally.failed;
    }
    println!("all{:>20.0} s", time.as_secs_f32());
    let failed: Vec<_> =
        outcomes.iter().filter_map(|outcome| outcome.problem.as_ref().map(|_| outcome.stage)).collect();
    for Outcome { stage, problem, .. } in outcomes {
        if let Some(problem) = problem {
            println!("{stage}: {problem}");
        }
    }
    println!("\n{} passed, {} failed", total.passed, total.failed);
    if failed.is_empty() { Ok(()) } else { bail!("failed: {}", failed.join(", ")) }
}

#[cfg(test)]
mod tests {
    use super::count;

    #[test]
    fn counts_are_read_from_the_closing_line() {
        let line = "FAILED. 12 passed; 3 failed; 0 ignored; 0 measured; 4 filtered out; finished in 0.01s";
        assert_eq!((count(line, "passed"), count(line, "failed"), count(line, "absent")), (12, 3, 0));
    }
}
