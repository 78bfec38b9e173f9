//! Mermaid flowchart: the actors by family, their roles, and the ties between them.
//!
//! Identifiers are made here, never taken from texts. Labels stand between quotes, with the characters that mean
//! something to Mermaid as entity codes (<https://mermaid.js.org/syntax/flowchart.html>): `%` among them, since
//! `%%{…}%%` is a directive wherever it stands, and a backtick, which turns a label into Markdown. A wiki draws
//! 500 links and 50,000 characters at most unless its administrator allows more.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use super::text;
use crate::analysis::Index;
use crate::i18n::{Catalogue, texts::actors};
use crate::model::{Actor, ActorKind, RoleKind, Tie, TieLevel};
use crate::vocabulary;

/// The diagram. Ties to an actor that is not there are left out; roles that have ended are not shown.
pub(super) fn write(index: &Index<'_>, texts: &Catalogue) -> String {
    let dossier = index.dossier;
    let mut out = String::from("flowchart LR\n");
    if !text::is_blank(dossier.title()) {
        let _ = writeln!(out, "  accTitle: {}", escape(&text::line(dossier.title())));
    }
    let ids: BTreeMap<&str, String> = dossier
        .actors
        .iter()
        .enumerate()
        .map(|(rank, actor)| (actor.id.as_str(), format!("n{rank}")))
        .collect();
    let node = |out: &mut String, actor: &Actor| {
        if let Some(id) = ids.get(actor.id.as_str()) {
            let _ = writeln!(out, "    {id}[\"{}\"]", escape(&label(index, texts, actor)));
        }
    };
    for (rank, kind) in ActorKind::ALL.iter().enumerate() {
        let mut actors = dossier.actors.iter().filter(|actor| actor.kind == Some(*kind)).peekable();
        if actors.peek().is_none() {
            continue;
        }
        let _ = writeln!(out, "  subgraph k{rank}[\"{}\"]", escape(&texts.say(vocabulary::kind(*kind))));
        actors.for_each(|actor| node(&mut out, actor));
        out.push_str("  end\n");
    }
    dossier.actors.iter().filter(|actor| actor.kind.is_none()).for_each(|actor| node(&mut out, actor));
    for tie in &dossier.ties {
        if let (Some(from), Some(to)) = (ids.get(tie.from.as_str()), ids.get(tie.to.as_str())) {
            let level = escape(&texts.say(vocabulary::tie_level(tie.level)));
            let _ = writeln!(out, "  {from} {}|\"{level}\"| {to}", line(tie));
        }
    }
    let mut leads: Vec<&String> =
        index.roles_of(RoleKind::Lead).filter_map(|role| ids.get(role.actor.as_str())).collect();
    leads.dedup();
    if !leads.is_empty() {
        out.push_str("  classDef lead stroke-width:4px\n");
        for id in leads {
            let _ = writeln!(out, "  class {id} lead");
        }
    }
    out
}

/// The name, and under it the roles held.
fn label(index: &Index<'_>, texts: &Catalogue, actor: &Actor) -> String {
    let name = text::line(&actor.name);
    let name = if name.is_empty() { texts.say(actors::unnamed()).into_owned() } else { name };
    let held = |kind: &&RoleKind| index.roles_of(**kind).any(|role| role.actor == actor.id);
    let roles: Vec<String> = RoleKind::ALL
        .iter()
        .filter(held)
        .map(|kind| texts.say(vocabulary::role(*kind)).into_owned())
        .collect();
    if roles.is_empty() { name } else { format!("{name}\n{}", roles.join(", ")) }
}

/// A conflict is dotted; an arrow only where the tie has a direction.
fn line(tie: &Tie) -> &'static str {
    match (tie.level == TieLevel::Conflict, tie.directed == Some(true)) {
        (true, true) => "-.->",
        (true, false) => "-.-",
        (false, true) => "-->",
        (false, false) => "---",
    }
}

fn escape(words: &str) -> String {
    let mut escaped = String::with_capacity(words.len());
    for c in text::clean(words).chars() {
        match c {
            '"' => escaped.push_str("#quot;"),
            '<' => escaped.push_str("#lt;"),
            '>' => escaped.push_str("#gt;"),
            '&' => escaped.push_str("#amp;"),
            '\n' => escaped.push_str("<br/>"),
            '\t' => escaped.push(' '),
            '#' | '%' | '`' | ':' | '$' => {
                let _ = write!(escaped, "#{};", u32::from(c));
            }
            c => escaped.push(c),
        }
    }
    escaped
}

#[cfg(test)]
mod tests {
    use super::escape;

    #[test]
    fn a_label_never_ends_early_and_holds_no_directive() {
        assert_eq!(escape("A \"B\" #1 <i>\nC\u{7}"), "A #quot;B#quot; #35;1 #lt;i#gt;<br/>C");
        assert_eq!(escape("%%{init: {}}%%`x`"), "#37;#37;{init#58; {}}#37;#37;#96;x#96;");
        assert_eq!(escape("a&quot;b$$c$$"), "a#amp;quot;b#36;#36;c#36;#36;");
    }
}
