//! What people do to copies of one dossier, with the commands of the editor.

#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test stops at the first surprise")]
#![allow(clippy::manual_is_multiple_of, reason = "remainders choose among cases")]

use std::rc::Rc;

use proptest::prelude::*;
use tour_de_table::edit::{Command, Edit, FreshIds, Item, Kind, Origin, Session};
use tour_de_table::exchange::{read, write};
use tour_de_table::model::{
    Action, Actor, ActorKind, Body, Condition, ConditionStatus, Contact, Criterion, Date, Dossier, Id,
    KeyFunction, Letter, Level, Meeting, Need, Objective, PositionValue, Project, RoleAssignment, RoleKind,
    Scope, Seat, SetAside, Territory, Tie, TieLevel,
};

/// One thing someone does, as raw numbers: what they stand for depends on the dossier of the moment.
#[derive(Clone, Debug)]
pub(crate) struct Gesture {
    what: u8,
    a: u16,
    b: u16,
    c: u16,
    value: i8,
}

pub(crate) fn gesture(kinds: u8) -> impl Strategy<Value = Gesture> {
    (0..kinds, any::<u16>(), any::<u16>(), any::<u16>(), -4_i8..=4)
        .prop_map(|(what, a, b, c, value)| Gesture { what, a, b, c, value })
}

fn pick(ids: &[Id], n: u16) -> Option<Id> {
    (!ids.is_empty()).then(|| ids[usize::from(n) % ids.len()].clone())
}

fn several(ids: &[Id], n: u16) -> Vec<Id> {
    let mut chosen: Vec<Id> = (0..n % 3).filter_map(|k| pick(ids, n / 3 + k * 7)).collect();
    chosen.sort();
    chosen.dedup();
    chosen
}

fn day(n: u16) -> Date {
    Date::parse(&format!("2026-{:02}-{:02}", 1 + n % 12, 1 + n % 28)).unwrap()
}

/// The first kinds are what histories that commute are made of; then come merges of actors, and last periods.
pub(crate) const COMMUTING: u8 = 18;
pub(crate) const WITH_FUSIONS: u8 = 19;
pub(crate) const ALL: u8 = 20;

fn command(gesture: &Gesture, who: &str, dossier: &Dossier, fresh: &mut FreshIds) -> Option<Command> {
    let Gesture { what, a, b, c, value } = gesture.clone();
    let of = |kind: Kind| kind.ids(dossier);
    let (actors, objectives, functions) = (of(Kind::Actor), of(Kind::Objective), of(Kind::Function));
    let by = if c % 3 == 0 { String::new() } else { who.to_owned() };
    // What each one types is theirs alone, so that it can be looked for afterwards.
    let text = format!("{who} {a} {b} {c}");
    let new = a % 2 == 0;
    Some(match what {
        0 => Command::Project(Project { title: text, ..dossier.project.clone().unwrap_or_default() }),
        1 | 2 => {
            let id = if new { fresh.next("a") } else { pick(&actors, b)? };
            let mut actor = dossier.actor(&id).cloned().unwrap_or(Actor { id, ..Actor::default() });
            match b % 8 {
                0 => actor.name = text,
                1 => actor.kind = ActorKind::ALL.get(usize::from(c) % 9).copied(),
                2 => actor.territories = several(&of(Kind::Territory), c),
                3 => actor.capabilities = several(&functions, c),
                4 => actor.interests = text,
                // Words that several institutions may choose alike, in an order of their own.
                5 => actor.tags = (0..c % 4).map(|k| format!("étiquette {}", (a / 7 + k * 3) % 5)).collect(),
                6 => actor.tags.insert(usize::from(c) % (actor.tags.len() + 1), text),
                _ => {
                    let id = fresh.next("c");
                    actor.contacts.push(Contact { id, name: text, ..Contact::default() });
                }
            }
            Command::Put(Item::Actor(actor))
        }
        3 => Command::PutAll(
            (0..=c % 3)
                .map(|_| Item::Actor(Actor { id: fresh.next("a"), name: text.clone(), ..Actor::default() }))
                .collect(),
        ),
        4 => {
            let id = if new { fresh.next("o") } else { pick(&objectives, b)? };
            let known = dossier.objective(&id).cloned().unwrap_or_default();
            Command::Put(Item::Objective(Objective { id, title: text, ..known }))
        }
        5 => {
            let id = if new { fresh.next("f") } else { pick(&functions, b)? };
            let known = dossier.function(&id).cloned().unwrap_or_default();
            Command::Put(Item::Function(KeyFunction { id, objectives: several(&objectives, c), ..known }))
        }
        6 => Command::Put(Item::Need(Need {
            id: fresh.next("n"),
            title: text,
            lifted_by: several(&actors, c),
            ..Need::default()
        })),
        7 => {
            let scope = Scope { objective: pick(&objectives, c), ..Scope::default() };
            Command::Put(Item::Role(RoleAssignment {
                id: fresh.next("r"),
                actor: pick(&actors, b)?,
                role: RoleKind::ALL[usize::from(c) % 4],
                scope: (a % 4 == 0 && !objectives.is_empty()).then_some(scope),
                does: text,
                ..RoleAssignment::default()
            }))
        }
        8 => Command::Remove {
            kind: [Kind::Actor, Kind::Objective, Kind::Function, Kind::Need, Kind::Territory]
                [usize::from(b) % 5],
            ids: several(
                &of([Kind::Actor, Kind::Objective, Kind::Function, Kind::Need, Kind::Territory]
                    [usize::from(b) % 5]),
                c,
            ),
        },
        9 => Command::Rate {
            actor: pick(&actors, a)?,
            criterion: Criterion::ALL[usize::from(b) % 6],
            value: Some(value.rem_euclid(3)),
            on: day(c),
            by,
        },
        10 => Command::Position {
            actor: pick(&actors, a)?,
            objective: pick(&objectives, b)?,
            value: PositionValue::new(value),
            on: day(c),
            by,
            note: text,
        },
        11 => Command::Influence {
            from: pick(&actors, a)?,
            to: pick(&actors, b)?,
            value: Level::new(value.abs()),
            on: day(c),
            by,
        },
        12 => {
            let (from, to) = (pick(&actors, a)?, pick(&actors, b)?);
            let tie = Tie {
                from: from.clone(),
                to: to.clone(),
                level: TieLevel::ALL[usize::from(c) % 5],
                ..Tie::default()
            };
            Command::SetTie { from, to, tie: (c % 4 > 0).then_some(tie) }
        }
        13 => Command::Condition {
            role: pick(&of(Kind::Role), a)?,
            condition: Condition {
                code: "available".to_owned(),
                status: Some(ConditionStatus::ALL[usize::from(c) % 3]),
                evidence: text,
                ..Condition::default()
            },
        },
        14 => Command::Responsibility {
            function: pick(&functions, a)?,
            actor: pick(&actors, b)?,
            letters: if c % 5 > 0 { vec![Letter::ALL[usize::from(c) % 4]] } else { Vec::new() },
        },
        15 => Command::SetAside(SetAside {
            finding: "V06".to_owned(),
            objects: several(&actors, b),
            reason: text,
            ..SetAside::default()
        }),
        16 => {
            let id = if new { fresh.next("b") } else { pick(&of(Kind::Body), b)? };
            let mut body = dossier
                .bodies
                .find(&id)
                .map(|body| Body::clone(body))
                .unwrap_or(Body { id, ..Body::default() });
            let holder = body.seats.first().map(|seat| seat.id.clone());
            body.seats.push(Seat {
                id: fresh.next("p"),
                actor: pick(&actors, b),
                alternate_of: holder.filter(|_| c % 2 == 0),
                votes: Some(u32::from(c % 5)),
                ..Seat::default()
            });
            Command::Put(Item::Body(body))
        }
        17 => {
            let kind = Kind::ALL[usize::from(b) % Kind::ALL.len()];
            Command::Move { kind, id: pick(&of(kind), c)?, to: usize::from(a) % 9 }
        }
        18 => Command::MergeActors { keep: pick(&actors, a)?, gone: several(&actors, b) },
        _ => match a % 4 {
            0 => {
                let id = if new { fresh.next("t") } else { pick(&of(Kind::Territory), b)? };
                Command::Put(Item::Territory(Territory {
                    id,
                    name: text,
                    parent: pick(&of(Kind::Territory), c),
                    ..Territory::default()
                }))
            }
            1 => {
                let id = pick(&of(Kind::Action), b).unwrap_or_else(|| fresh.next("x"));
                Command::Put(Item::Action(Action {
                    id,
                    title: text,
                    starts_on: Some(day(b)),
                    due_on: Some(day(c)),
                    responsible: several(&actors, a),
                    ..Action::default()
                }))
            }
            2 => Command::Project(Project {
                starts_on: Some(day(b)),
                ends_on: Some(day(c)),
                carrier: pick(&actors, a),
                ..dossier.project.clone().unwrap_or_default()
            }),
            _ => Command::Put(Item::Meeting(Meeting {
                id: fresh.next("m"),
                title: text,
                attendees: several(&actors, b),
                ..Meeting::default()
            })),
        },
    })
}

/// What everyone starts from.
pub(crate) fn start() -> Dossier {
    let mut session = Session::new(Rc::new(Dossier::blank(Id::from("d1"), "fr")));
    let named =
        |n: usize| Actor { id: Id::from(format!("a{n}")), name: format!("Acteur {n}"), ..Actor::default() };
    let mut items: Vec<Item> = (0..5).map(|n| Item::Actor(named(n))).collect();
    for n in 0..3 {
        items.push(Item::Objective(Objective {
            id: Id::from(format!("o{n}")),
            title: format!("Objectif {n}"),
            ..Objective::default()
        }));
        items.push(Item::Function(KeyFunction {
            id: Id::from(format!("f{n}")),
            title: format!("Fonction {n}"),
            ..KeyFunction::default()
        }));
        items.push(Item::Territory(Territory {
            id: Id::from(format!("t{n}")),
            name: format!("Territoire {n}"),
            ..Territory::default()
        }));
    }
    items.push(Item::Role(RoleAssignment {
        id: Id::from("r0"),
        actor: Id::from("a0"),
        role: RoleKind::Lead,
        ..RoleAssignment::default()
    }));
    items.push(Item::Body(Body { id: Id::from("b0"), ..Body::default() }));
    let run = |session: &mut Session, command| {
        session.apply(Edit { command, origin: Origin::User, merge: None }).unwrap()
    };
    for item in items {
        run(&mut session, Command::Put(item));
    }
    for (actor, objective, value) in [("a0", "o0", 2), ("a1", "o0", -1), ("a2", "o1", 3)] {
        run(
            &mut session,
            Command::Position {
                actor: Id::from(actor),
                objective: Id::from(objective),
                value: PositionValue::new(value),
                on: day(0),
                by: String::new(),
                note: String::new(),
            },
        );
    }
    session.dossier().as_ref().clone()
}

/// A copy edited by someone, as it comes back in a file.
pub(crate) fn edited(from: &Dossier, who: &str, gestures: &[Gesture]) -> Dossier {
    edited_with(from, who, gestures, &[])
}

/// As [`edited`], with merges of actors on the way: which stays, which goes, and after how many gestures.
pub(crate) fn edited_with(
    from: &Dossier,
    who: &str,
    gestures: &[Gesture],
    fusions: &[(u16, u16, u8)],
) -> Dossier {
    let seed = who.bytes().fold(7_u64, |seed, byte| seed.wrapping_mul(1_000_003) ^ u64::from(byte));
    let mut session = Session::new(Rc::new(from.clone()));
    let run = |session: &mut Session, command| {
        // Refusals are part of life: the screen says so, and nothing changed.
        let _ = session.apply(Edit { command, origin: Origin::User, merge: None });
    };
    for place in 0..=gestures.len() {
        for (keep, gone, _) in
            fusions.iter().filter(|(_, _, when)| usize::from(*when) % (gestures.len() + 1) == place)
        {
            let actors = Kind::Actor.ids(session.dossier());
            if let (Some(keep), Some(gone)) = (pick(&actors, *keep), pick(&actors, *gone)) {
                run(&mut session, Command::MergeActors { keep, gone: vec![gone] });
            }
        }
        let Some(gesture) = gestures.get(place) else { continue };
        let mut fresh = FreshIds::new(session.dossier(), seed + place as u64);
        if let Some(command) = command(gesture, who, session.dossier(), &mut fresh) {
            run(&mut session, command);
        }
    }
    read(&write(session.dossier())).unwrap().dossier
}
