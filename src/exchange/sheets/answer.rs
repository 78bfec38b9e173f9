//! An answer beside the dossier it comes back to, line by line.
//!
//! Three states are held side by side: what the sheet held when it left, what the actor made of it, what the dossier
//! holds now. What the actor left as it was is no answer; what both changed, each in its way, is a conflict. Who the
//! answer is for is decided by the sheet that was sent, not by what the file claims.

use serde_json::Value;

use super::own_contact;
use crate::analysis::readings;
use crate::edit::Taken;
use crate::model::json::{Field, Identified, List, Reader};
use crate::model::{
    Actor, Bounded, Contact, Contribution, Criterion, Date, Dossier, Id, Objective, PartnerSheet, Position,
    SheetSent,
};

/// Whether an answer can be taken, and why not.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Standing {
    /// It can.
    Ready,
    /// It can, though the dossier knows of no sheet sent to this actor.
    Unasked,
    /// It can: its actor was merged into this one since.
    Merged,
    /// Its actor was deleted since.
    Gone,
    /// The sheet was sent to another actor than the file says.
    Stranger,
    /// It answers another dossier.
    Elsewhere,
    /// It is no answer at all.
    NoSheet,
}

/// A line of an answer.
#[derive(Clone, Debug, PartialEq)]
pub struct Line {
    /// What the dossier holds now.
    pub now: Taken,
    /// What the actor says.
    pub says: Taken,
    /// What the sheet held when it left, where the dossier has changed since in another way: both have to be seen.
    pub sent: Option<Taken>,
}

/// An answer beside the dossier.
#[derive(Clone, Debug, PartialEq)]
pub struct Review {
    /// Whether it can be taken.
    pub standing: Standing,
    /// The actor whose record it would change.
    pub actor: Option<Id>,
    /// The name of the actor in the answer.
    pub name: String,
    /// Who filled it in; may be empty.
    pub by: String,
    /// The day of the answer.
    pub on: Option<Date>,
    /// What the actor adds in its own words.
    pub comment: String,
    /// What it would change.
    pub lines: Vec<Line>,
    /// Titles and names of what it speaks of and the dossier no longer has.
    pub gone: Vec<String>,
    /// How many records of the file are not the actor's own; they are left aside.
    pub outside: usize,
    /// The sheet sent, as it stands once the answer was looked at.
    pub sheet: Option<SheetSent>,
    /// Whether an answer of the same day or later was looked at before.
    pub seen: bool,
}

/// Holds an answer beside the dossier it comes back to. Changes nothing.
pub fn review(dossier: &Dossier, answer: &Dossier) -> Review {
    let mut review = Review {
        standing: Standing::NoSheet,
        actor: None,
        name: String::new(),
        by: String::new(),
        on: None,
        comment: String::new(),
        lines: Vec::new(),
        gone: Vec::new(),
        outside: 0,
        sheet: None,
        seen: false,
    };
    let Some(marks) = &answer.partner_sheet else { return review };
    let Some(said) = answer.actor(&marks.actor) else { return review };
    review.name.clone_from(&said.name);
    review.by.clone_from(&marks.answered_by);
    review.comment.clone_from(&marks.comment);
    review.on = marks.answered_on.or(marks.sent_on);
    let sent = dossier.sheets.find(&marks.sheet);
    review.standing = standing(dossier, marks, sent.map(AsRef::as_ref));
    let target = match review.standing {
        Standing::Ready | Standing::Unasked => Some(&marks.actor),
        Standing::Merged => sent.and_then(|sent| sent.actor.as_ref()),
        _ => None,
    };
    let Some(now) = target.and_then(|id| dossier.actor(id)) else { return review };
    review.actor = Some(now.id.clone());
    review.outside = outside(answer, &marks.actor);
    review.seen =
        sent.is_some_and(|sent| sent.answered_on.is_some() && sent.answered_on >= marks.answered_on);
    review.sheet = sent.map(|sent| SheetSent {
        answered_on: sent.answered_on.max(review.on),
        comment: if marks.comment.is_empty() { sent.comment.clone() } else { marks.comment.clone() },
        ..(**sent).clone()
    });
    let base = Sent::read(marks, now, dossier);
    let mut beside = Beside { dossier, answer, now, lines: Vec::new(), gone: Vec::new() };
    beside.actor(said, &base);
    beside.positions(&marks.actor, &base);
    (review.lines, review.gone) = (beside.lines, beside.gone);
    review
}

fn standing(dossier: &Dossier, marks: &PartnerSheet, sent: Option<&SheetSent>) -> Standing {
    if marks.dossier != dossier.id {
        return Standing::Elsewhere;
    }
    let there = dossier.actor(&marks.actor).is_some();
    match sent.map(|sent| sent.actor.as_ref()) {
        Some(Some(actor)) if *actor == marks.actor => Standing::Ready,
        Some(Some(_)) if !there => Standing::Merged,
        Some(Some(_)) => Standing::Stranger,
        Some(None) => Standing::Gone,
        None if there => Standing::Unasked,
        None => Standing::Gone,
    }
}

/// Records that no sheet holds, or that belong to another actor.
fn outside(answer: &Dossier, actor: &Id) -> usize {
    let actors = answer.actors.iter().filter(|one| one.id != *actor).count();
    let positions = answer.positions.iter().filter(|one| one.actor != *actor).count();
    let others = [
        answer.pathway.len(),
        answer.needs.len(),
        answer.influences.len(),
        answer.ties.len(),
        answer.other_projects.len(),
        answer.waves.len(),
        answer.roles.len(),
        answer.responsibilities.len(),
        answer.bodies.len(),
        answer.agreements.len(),
        answer.actions.len(),
        answer.meetings.len(),
        answer.reviews.len(),
        answer.answers.len(),
        answer.improvements.len(),
        answer.set_aside.len(),
        answer.sheets.len(),
        answer.snapshots.len(),
    ];
    actors + positions + others.iter().sum::<usize>()
}

/// What the sheet held when it left.
struct Sent {
    actor: Actor,
    /// `None` where the availability and the positions known did not go with it.
    positions: Option<Vec<Position>>,
}

impl Sent {
    /// What the answer kept of it; where that cannot be read, what the dossier holds now.
    fn read(marks: &PartnerSheet, now: &Actor, dossier: &Dossier) -> Self {
        let mut reader = Reader::default();
        let kept = |key: &str| marks.sent.get(key).cloned().filter(|value| !value.is_null());
        let actor = kept("actor").and_then(|actor| Actor::read(actor, &mut reader));
        let Some(actor) = actor else {
            let positions = dossier.positions.iter().filter(|one| one.actor == now.id);
            let positions = positions.map(|one| (**one).clone()).collect();
            return Self { actor: now.clone(), positions: Some(positions) };
        };
        let positions = match kept("positions") {
            Some(Value::Array(items)) => {
                Some(items.into_iter().filter_map(|item| Position::read(item, &mut reader)).collect())
            }
            _ => None,
        };
        Self { actor, positions }
    }
}

struct Beside<'a> {
    dossier: &'a Dossier,
    answer: &'a Dossier,
    now: &'a Actor,
    lines: Vec<Line>,
    gone: Vec<String>,
}

impl Beside<'_> {
    /// Adds a line where the actor changed something that the dossier does not hold already.
    fn line(&mut self, sent: Taken, now: Taken, says: Taken) {
        if says != sent && says != now {
            let sent = (now != sent).then_some(sent);
            self.lines.push(Line { now, says, sent });
        }
    }

    /// A value the actor gave. Where the one known did not go with the sheet (`sent` is `None`), it answered without
    /// having seen it: there is no conflict to tell, and nothing said takes nothing back.
    #[expect(clippy::option_option, reason = "not enclosed, enclosed and not said, said")]
    fn rated<T: Clone + PartialEq>(
        &mut self,
        sent: Option<Option<T>>,
        now: Option<T>,
        says: Option<T>,
        taken: impl Fn(Option<T>) -> Taken,
    ) {
        match sent {
            Some(sent) => self.line(taken(sent), taken(now), taken(says)),
            None if says.is_some() => self.line(taken(now.clone()), taken(now), taken(says)),
            None => {}
        }
    }

    fn actor(&mut self, said: &Actor, base: &Sent) {
        let (now, sent) = (self.now, &base.actor);
        // A name that was erased is no new name.
        if !said.name.trim().is_empty() {
            self.line(
                Taken::Name(sent.name.clone()),
                Taken::Name(now.name.clone()),
                Taken::Name(said.name.clone()),
            );
        }
        let availability = |actor: &Actor| readings::used(actor, Criterion::Availability);
        let enclosed = base.positions.is_some().then(|| availability(sent));
        self.rated(enclosed, availability(now), availability(said), Taken::Availability);
        self.line(
            Taken::Interests(sent.interests.clone()),
            Taken::Interests(now.interests.clone()),
            Taken::Interests(said.interests.clone()),
        );
        let dossier = self.dossier;
        let places = self.known(
            &said.territories,
            |id| dossier.territory(id).is_some(),
            |answer, id| answer.territory(id).map(|one| one.name.clone()),
        );
        self.ids(&sent.territories, &now.territories, places, Taken::Territories);
        let functions = self.known(
            &said.capabilities,
            |id| dossier.function(id).is_some(),
            |answer, id| answer.function(id).map(|one| one.title.clone()),
        );
        self.ids(&sent.capabilities, &now.capabilities, functions, Taken::Capabilities);
        self.records(&sent.contacts, &now.contacts, &said.contacts, &own_contact, Taken::Contact);
        let own = |one: &Contribution| Contribution { extra: serde_json::Map::new(), ..one.clone() };
        self.records(&sent.contributions, &now.contributions, &said.contributions, &own, Taken::Contribution);
    }

    /// The ids that the dossier still knows; the others are named.
    fn known(
        &mut self,
        ids: &[Id],
        there: impl Fn(&Id) -> bool,
        name: impl Fn(&Dossier, &Id) -> Option<String>,
    ) -> Vec<Id> {
        let (known, gone): (Vec<&Id>, Vec<&Id>) = ids.iter().partition(|id| there(id));
        for id in gone {
            self.gone.push(
                name(self.answer, id).filter(|name| !name.is_empty()).unwrap_or_else(|| id.to_string()),
            );
        }
        let mut once: Vec<Id> = Vec::new();
        for id in known {
            if !once.contains(id) {
                once.push(id.clone());
            }
        }
        once
    }

    /// Lists of ids, whose order says nothing.
    fn ids(&mut self, sent: &[Id], now: &[Id], says: Vec<Id>, taken: fn(Vec<Id>) -> Taken) {
        let same = |a: &[Id], b: &[Id]| a.len() == b.len() && a.iter().all(|id| b.contains(id));
        if !same(sent, &says) && !same(now, &says) {
            let conflict = !same(sent, now);
            let sent = conflict.then(|| taken(sent.to_vec()));
            self.lines.push(Line { now: taken(now.to_vec()), says: taken(says), sent });
        }
    }

    /// Records of the actor by id. An id that another record of the dossier bears is changed, always in the same way:
    /// the same answer read again finds what it brought.
    fn records<T: Identified + Clone + PartialEq + WithId>(
        &mut self,
        sent: &List<T>,
        now: &List<T>,
        said: &List<T>,
        own: &dyn Fn(&T) -> T,
        taken: fn(Id, Option<T>) -> Taken,
    ) {
        let of = |list: &List<T>, id: &Id| list.find(id).map(|one| own(one));
        let brought = said.iter().map(|one| one.id());
        let taken_back = sent.iter().map(|one| one.id()).filter(|id| said.find(id).is_none());
        let ids: Vec<Id> = brought.chain(taken_back).cloned().collect();
        for id in ids {
            let (mut sent, mut says) = (of(sent, &id), of(said, &id));
            let mut here = id.clone();
            if now.find(&id).is_none() && bears(self.dossier, &id) {
                here = Id::from(format!("{id}-{}", self.now.id));
                if now.find(&here).is_none() && bears(self.dossier, &here) {
                    continue;
                }
                for record in [&mut sent, &mut says].into_iter().flatten() {
                    record.set_id(here.clone());
                }
            }
            let now = of(now, &here);
            // Both have let it go.
            if now.is_none() && says.is_none() {
                continue;
            }
            self.line(taken(here.clone(), sent), taken(here.clone(), now), taken(here, says));
        }
    }

    fn positions(&mut self, claimed: &Id, base: &Sent) {
        let dossier = self.dossier;
        let known: Vec<&Objective> = dossier.objectives.iter().map(AsRef::as_ref).collect();
        for objective in known {
            let value = |value: Option<i8>| value.and_then(Bounded::new);
            let says = value(readings::Positions::cell(self.answer, claimed, &objective.id).used);
            let now = value(readings::Positions::cell(dossier, &self.now.id, &objective.id).used);
            let sent = base.positions.as_ref().map(|positions| {
                positions.iter().rev().find(|one| one.objective == objective.id).map(|one| one.value)
            });
            self.rated(sent, now, says, |value| Taken::Position(objective.id.clone(), value));
        }
        for position in self.answer.positions.iter().filter(|one| one.actor == *claimed) {
            if dossier.objective(&position.objective).is_none() {
                let title = self.answer.objective(&position.objective).map(|one| one.title.clone());
                let name = title.filter(|title| !title.is_empty());
                self.gone.push(name.unwrap_or_else(|| position.objective.to_string()));
            }
        }
    }
}

/// Whether a record of the dossier bears an id.
fn bears(dossier: &Dossier, id: &Id) -> bool {
    use crate::model::json::{Path, Target};
    let mut borne = false;
    dossier.view().each_id(Target::Own, &mut Path::default(), &mut |_, target, one| {
        borne |= target == Target::Own && one == id;
    });
    borne
}

/// A record whose id can be changed.
trait WithId {
    fn set_id(&mut self, id: Id);
}

impl WithId for Contact {
    fn set_id(&mut self, id: Id) {
        self.id = id;
    }
}

impl WithId for Contribution {
    fn set_id(&mut self, id: Id) {
        self.id = id;
    }
}
