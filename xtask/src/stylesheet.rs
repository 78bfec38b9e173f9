//! The one stylesheet of the widget, as a JavaScript module: a strict policy allows no `<style>`, but a
//! constructable stylesheet made from text.

use anyhow::{Context, Result};
use std::fs;
use std::path::{Path, PathBuf};

/// The module that exports the stylesheets of a folder as one text, in the order of their names.
///
/// # Errors
/// When the folder or one of its files cannot be read.
pub(crate) fn module(folder: &Path) -> Result<String> {
    let entries = fs::read_dir(folder).with_context(|| format!("cannot read {}", folder.display()))?;
    let mut sheets: Vec<PathBuf> = entries.filter_map(|entry| entry.ok().map(|entry| entry.path())).collect();
    sheets.retain(|path| path.extension().is_some_and(|extension| extension == "css"));
    sheets.sort();
    let mut text = String::new();
    for path in sheets {
        let sheet = fs::read_to_string(&path).with_context(|| format!("cannot read {}", path.display()))?;
        text.push_str(&two_themes(&compact(&sheet)).with_context(|| path.display().to_string())?);
    }
    let literal = serde_json::to_string(&text).context("cannot write the stylesheet as a string")?;
    Ok(format!("export default {literal};\n"))
}

/// A stylesheet without its comments and indentation; the text of strings is kept as it is.
fn compact(sheet: &str) -> String {
    let mut bare = String::with_capacity(sheet.len());
    let mut quote = None;
    let mut rest = sheet.chars().peekable();
    while let Some(character) = rest.next() {
        match quote {
            Some(open) => {
                bare.push(character);
                if character == '\\' {
                    bare.extend(rest.next());
                } else if character == open {
                    quote = None;
                }
            }
            None if character == '/' && rest.peek() == Some(&'*') => {
                rest.next();
                let mut previous = ' ';
                for inside in rest.by_ref() {
                    if previous == '*' && inside == '/' {
                        break;
                    }
                    previous = inside;
                }
            }
            None => {
                quote = matches!(character, '"' | '\'').then_some(character);
                bare.push(character);
            }
        }
    }
    bare.lines().map(str::trim).filter(|line| !line.is_empty()).fold(String::new(), |mut text, line| {
        text.push_str(line);
        text.push('\n');
        text
    })
}

/// Writes `light-dark(a, b)`, which browsers know since 2024, as `var(--light,a)var(--dark,b)`: the theme makes one of
/// the two properties invalid, so that its colour stands, and the other empty.
fn two_themes(sheet: &str) -> Result<String> {
    let mut parts = sheet.split("light-dark(");
    let mut text = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let (colours, rest) = part.split_once(')').context("a light-dark( is never closed")?;
        let (light, dark) = colours.split_once(',').context("a light-dark() wants two colours")?;
        for piece in ["var(--light,", light.trim(), ")var(--dark,", dark.trim(), ")", rest] {
            text.push_str(piece);
        }
    }
    Ok(text)
}

#[cfg(test)]
mod tests {
    use super::{compact, two_themes};

    #[test]
    fn two_colours_serve_two_themes() {
        let written = two_themes(":host { --a: var(--b, light-dark(#fff, #111)); }");
        assert_eq!(written.unwrap(), ":host { --a: var(--b, var(--light,#fff)var(--dark,#111)); }");
        assert!(two_themes("a { color: light-dark(red) }").is_err());
    }

    #[test]
    fn comments_and_indentation_go_and_strings_stay() {
        let sheet = ":host {\n    /* a /* remark */\n    color: red; /**/\n}\n\n.a::before { content: \"/* \\\" */\"; }\n";
        assert_eq!(compact(sheet), ":host {\ncolor: red;\n}\n.a::before { content: \"/* \\\" */\"; }\n");
    }
}
