//! Mermaid flowchart: the actors by kind, and the ties between them.
//!
//! Identifiers are made here, never taken from texts; labels stand between quotes with `"`, `#`, `<`, `>` as entity
//! codes (<https://mermaid.js.org/syntax/flowchart.html>).

use std::collections::BTreeMap;
use std::fmt::Write as _;

use crate::i18n::Catalogue;
use crate::model::{Actor, ActorKind, Dossier, Tie, TieLevel};
use crate::vocabulary;

/// The diagram. Ties to an actor that is not there are left out.
pub(super) fn write(dossier: &Dossier, texts: &Catalogue) -> String {
    let mut text = String::from("flowchart LR\n");
    let ids: BTreeMap<&str, String> = dossier
        .actors
        .iter()
        .enumerate()
        .map(|(rank, actor)| (actor.id.as_str(), format!("n{rank}")))
        .collect();
    let node = |text: &mut String, actor: &Actor| {
        if let Some(id) = ids.get(actor.id.as_str()) {
            let _ = writeln!(text, "    {id}[\"{}\"]", escape(&actor.name));
        }
    };
    for (rank, kind) in ActorKind::ALL.iter().enumerate() {
        let mut actors = dossier.actors.iter().filter(|actor| actor.kind == Some(*kind)).peekable();
        if actors.peek().is_none() {
            continue;
        }
        let _ = writeln!(text, "  subgraph k{rank}[\"{}\"]", escape(&texts.say(vocabulary::kind(*kind))));
        actors.for_each(|actor| node(&mut text, actor));
        text.push_str("  end\n");
    }
    dossier.actors.iter().filter(|actor| actor.kind.is_none()).for_each(|actor| node(&mut text, actor));
    for tie in &dossier.ties {
        if let (Some(from), Some(to)) = (ids.get(tie.from.as_str()), ids.get(tie.to.as_str())) {
            let level = escape(&texts.say(vocabulary::tie_level(tie.level)));
            let _ = writeln!(text, "  {from} {}|\"{level}\"| {to}", line(tie));
        }
    }
    text
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

fn escape(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '"' => escaped.push_str("#quot;"),
            '#' => escaped.push_str("#35;"),
            '<' => escaped.push_str("#lt;"),
            '>' => escaped.push_str("#gt;"),
            '\n' => escaped.push_str("<br/>"),
            c if c.is_control() => {}
            c => escaped.push(c),
        }
    }
    escaped
}

#[cfg(test)]
mod tests {
    use super::escape;

    #[test]
    fn a_label_never_ends_early() {
        assert_eq!(escape("A \"B\" #1 <i>\nC\u{7}"), "A #quot;B#quot; #35;1 #lt;i#gt;<br/>C");
    }
}
