//! How each command is carried out: one file a family.

mod answer;
mod links;
mod merge_actors;
mod put;
mod rate;
mod remove;
mod roles;

pub use rate::rating_day;
pub use roles::ending_day;

use super::command::Command;
use super::item::shortened;
use super::session::Refused;
use super::{Item, Kind, check};
use crate::i18n::{Arg, Phrase, texts::edit as say};
use crate::model::{Dossier, Id};

impl Command {
    /// The dossier once the change is made, or why it cannot be.
    pub fn run(self, before: &Dossier) -> Result<Dossier, Refused> {
        let mut after = before.clone();
        match self {
            Self::Project(project) => {
                check::project(&project, before)?;
                after.project = Some(project);
            }
            Self::Put(item) => put::put(&mut after, item)?,
            Self::PutAll(items) => put::put_all(&mut after, items)?,
            Self::Remove { kind, ids } => remove::remove(&mut after, kind, &ids),
            Self::Move { kind, id, to } => put::shift(&mut after, kind, &id, to)?,
            Self::MergeActors { keep, gone } => merge_actors::merge(&mut after, &keep, &gone)?,
            Self::Rate { actor, criterion, value, on, by } => {
                rate::rate(&mut after, &actor, criterion, value, on, &by)?;
            }
            Self::NoteReading { actor, criterion, by, note } => {
                rate::note(&mut after, &actor, criterion, &by, note)?;
            }
            Self::Position { actor, objective, value, on, by, note } => {
                links::position(&mut after, actor, objective, value, on, by, note)?;
            }
            Self::Influence { from, to, value, on, by } => {
                links::influence(&mut after, from, to, value, on, by)?;
            }
            Self::SetTie { from, to, tie } => links::tie(&mut after, &from, &to, tie)?,
            Self::Condition { role, condition } => roles::condition(&mut after, &role, condition)?,
            Self::Responsibility { function, actor, letters } => {
                roles::responsibility(&mut after, &function, &actor, &letters)?;
            }
            Self::SetAside(aside) => roles::set_aside(&mut after, aside)?,
            Self::BringBack { finding, objects } => roles::bring_back(&mut after, &finding, &objects),
            Self::Sheet(sheet) => answer::sheet(&mut after, *sheet)?,
            Self::Answer { actor, taken, on, sheet } => {
                answer::answer(&mut after, &actor, taken, on, sheet.map(|sheet| *sheet))?;
            }
            Self::Replace(dossier) | Self::Become(dossier, _) => {
                check::whole(&dossier)?;
                after = *dossier;
            }
            Self::Open(dossier) => after = *dossier,
        }
        Ok(after)
    }

    /// What the change does to `before`, in words.
    pub fn label(&self, before: &Dossier) -> Phrase {
        let actor = |id: &Id| shortened(&Kind::Actor.title(before, id));
        match self {
            Self::Project(_) => say::project(),
            Self::Put(item) => put_label(before, item),
            Self::PutAll(items) => match items.as_slice() {
                [item] => put_label(before, item),
                _ => put_all_label(before, items),
            },
            Self::Remove { kind, ids } => match ids.as_slice() {
                [id] => say::remove(kind.one(&kind.title(before, id))),
                _ => say::remove(kind.count(ids.len())),
            },
            Self::Move { kind, id, .. } => say::shift(kind.one(&kind.title(before, id))),
            Self::MergeActors { keep, .. } => say::merge_actors(actor(keep)),
            Self::Rate { actor: id, .. } => say::rate(actor(id)),
            Self::NoteReading { actor: id, .. } => say::note_reading(actor(id)),
            Self::Position { actor: id, objective, .. } => {
                say::position(actor(id), shortened(&Kind::Objective.title(before, objective)))
            }
            Self::Influence { from, to, .. } => say::influence(actor(from), actor(to)),
            Self::SetTie { from, to, .. } => say::tie(actor(from), actor(to)),
            Self::Condition { role, .. } => {
                let holder = before.roles.find(role).map(|role| actor(&role.actor)).unwrap_or_default();
                say::condition(holder)
            }
            Self::Responsibility { function, .. } => {
                say::responsibility(shortened(&Kind::Function.title(before, function)))
            }
            Self::SetAside(aside) => say::set_aside(shortened(&aside.finding)),
            Self::BringBack { finding, .. } => say::bring_back(shortened(finding)),
            Self::Sheet(_) => say::sheet(),
            Self::Answer { actor: id, .. } => say::answer(actor(id)),
            Self::Replace(_) | Self::Open(_) => say::replace(),
            Self::Become(_, label) => label.clone(),
        }
    }
}

/// The arguments of a label one by one, then empty ones.
fn args(label: Phrase) -> impl FnMut() -> Arg {
    let mut args = label.args.into_iter();
    move || args.next().unwrap_or_else(|| Arg::Text(String::new()))
}

/// What was done, where its label (see [`Command::label`]) would read as an order.
pub fn done(label: Phrase) -> Phrase {
    match label.text.key {
        "edit.add" => say::added(args(label)()),
        "edit.add_also" => {
            let mut next = args(label);
            say::added_also(next(), next())
        }
        "edit.modify" => say::modified(args(label)()),
        "edit.remove" => say::removed(args(label)()),
        "edit.merge_actors" => say::merged(args(label)()),
        _ => say::done(label),
    }
}

/// What was removed, with what could not stand without it.
pub fn removed(label: Phrase, kind: Kind, before: &Dossier, after: &Dossier) -> Phrase {
    let lost = |count: fn(&Dossier) -> usize| count(before).saturating_sub(count(after));
    let positions = lost(|dossier| dossier.positions.len());
    let ties = lost(|dossier| dossier.ties.len() + dossier.influences.len());
    // A role that was removed did not go with itself.
    let roles = if kind == Kind::Role { 0 } else { lost(|dossier| dossier.roles.len()) };
    let letters = lost(|dossier| dossier.responsibilities.len());
    let counted = [
        (positions, say::count_position(positions)),
        (ties, say::count_tie(ties)),
        (roles, say::count_role(roles)),
        (letters, say::count_responsibility(letters)),
    ];
    let gone: Vec<Arg> =
        counted.into_iter().filter(|(lost, _)| *lost > 0).map(|(_, words)| words.into()).collect();
    if gone.is_empty() {
        return done(label);
    }
    say::removed_with(args(label)(), Arg::List(gone))
}

fn put_label(before: &Dossier, item: &Item) -> Phrase {
    let kind = item.kind();
    if kind == Kind::Sheet {
        return say::sent(1_usize);
    }
    match kind.known(before, item.id()) {
        // The name it had is the one a person looks for when undoing a change of name.
        Some(old) if !old.is_empty() => say::modify(kind.one(old)),
        Some(_) => say::modify(kind.one(item.title())),
        None => say::add(kind.one(item.title())),
    }
}

fn put_all_label(before: &Dossier, items: &[Item]) -> Phrase {
    let Some(kind) = items.first().map(Item::kind) else {
        return say::modify(say::count_record(0_usize));
    };
    if kind == Kind::Sheet {
        return say::sent(items.len());
    }
    // A pasted list may bring a few territories with its actors: it is named after the actors.
    let named = if items.iter().any(|item| item.kind() == Kind::Actor) { Kind::Actor } else { kind };
    let same: Vec<&Item> = items.iter().filter(|item| item.kind() == named).collect();
    let known = |item: &&&Item| named.position(before, item.id()).is_some();
    let added = same.iter().filter(|item| !known(item)).count();
    let mixed = named == kind && same.len() != items.len() && named != Kind::Actor;
    if mixed {
        say::modify(say::count_record(items.len()))
    } else if added == 0 {
        say::modify(named.count(same.len()))
    } else if added < same.len() && named == Kind::Actor {
        // Lines of a pasted list that complete actors already there.
        say::add_also(named.count(added), named.count(same.len() - added))
    } else {
        say::add(named.count(added))
    }
}
