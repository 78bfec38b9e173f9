//! `positions` in the result of `analyze`. Written straight to the text: seven matrices of actors × actors would take
//! ten times as much room as values first.

use std::borrow::Cow;

use serde::ser::{Serialize, SerializeMap, SerializeSeq, Serializer};

use super::Undefined;
use crate::analysis::Index;
use crate::analysis::positions::{
    Alliances, Defined, Flip, Plane, Robustness, Sway, To, Undefined as Why, Weighing,
};
use crate::model::Id;

/// Positions and alliances, ready to be written; `null` where there are too many actors.
pub(super) struct Positions {
    actors: Vec<Id>,
    objectives: Vec<Id>,
    held: Defined<(Alliances, Defined<Robustness>)>,
}

impl Positions {
    /// Computes them, and notes each `null` that will be written.
    pub(super) fn of(index: &Index<'_>, undefined: &mut Undefined<'_>) -> Self {
        let held = Alliances::of(index).map(|alliances| {
            let robustness = Robustness::of(&alliances);
            (alliances, robustness)
        });
        let dossier = index.dossier;
        let positions = Self {
            actors: dossier.actors.iter().map(|actor| actor.id.clone()).collect(),
            objectives: dossier.objectives.iter().map(|objective| objective.id.clone()).collect(),
            held,
        };
        positions.note(undefined);
        positions
    }

    fn note(&self, undefined: &mut Undefined<'_>) {
        let (alliances, robustness) = match &self.held {
            Ok(held) => held,
            Err(why) => {
                undefined.note("/positions".to_owned(), why.reason());
                return;
            }
        };
        let mut note =
            |pointer: String, why: Why| drop(undefined.note(format!("/positions/{pointer}"), why.reason()));
        let mut list = |name: &str, figures: &mut dyn Iterator<Item = Option<Why>>| {
            for (place, why) in figures.enumerate() {
                if let Some(why) = why {
                    note(format!("{name}/{place}"), why);
                }
            }
        };
        list("power", &mut alliances.power.iter().map(|figure| figure.err()));
        list("plane", &mut alliances.planes.iter().map(|figure| figure.err()));
        list("mobilisation", &mut alliances.mobilisation.iter().map(|figure| figure.err()));
        for (word, weighing) in WEIGHINGS {
            let summed = alliances.summed(weighing);
            list(&format!("{word}/ambivalence"), &mut summed.ambivalence.iter().map(|figure| figure.err()));
        }
        for (place, balance) in alliances.balance.iter().enumerate() {
            for (key, why) in [("for", balance.favour.err()), ("against", balance.against.err())] {
                if let Some(why) = why {
                    note(format!("objectiveBalance/{place}/{key}"), why);
                }
            }
        }
        for (word, weighing) in WEIGHINGS {
            if let Err(why) = alliances.summed(weighing).degree {
                note(format!("{word}/degree"), why);
            }
        }
        for matrix in ["convergence", "divergence"] {
            if let Some(why) = void(alliances) {
                note(format!("weighted/{matrix}"), why);
                continue;
            }
            for one in 0..self.actors.len() {
                if let Some(why) = blank(alliances, one) {
                    note(format!("weighted/{matrix}/{one}"), why);
                    continue;
                }
                for other in 0..self.actors.len() {
                    if let Err(why) = alliances.agreement(Weighing::Weighted, one, other) {
                        note(format!("weighted/{matrix}/{one}/{other}"), why);
                    }
                }
            }
        }
        let robustness = match robustness {
            Ok(robustness) => robustness,
            Err(why) => return note("robustness".to_owned(), *why),
        };
        for (place, (sway, power)) in robustness.actors.iter().zip(&alliances.power).enumerate() {
            if let Err(why) = power {
                note(format!("robustness/{place}/rank"), *why);
            }
            for (rank, flip) in told(alliances, sway).enumerate() {
                if let To::Undefined(why) = flip.to {
                    note(format!("robustness/{place}/flips/{rank}/to"), why);
                }
            }
        }
    }
}

const WEIGHINGS: [(&str, Weighing); 3] =
    [("simple", Weighing::Simple), ("valued", Weighing::Valued), ("weighted", Weighing::Weighted)];

/// Why no cell of the matrices weighed by power is defined, where none is: they are then `null` as a whole, which says
/// as much as a `null` and a reason for each pair.
fn void(alliances: &Alliances) -> Option<Why> {
    alliances.powerless().filter(|why| *why != Why::OneActor)
}

/// Why no cell of a row of these matrices is defined, where none is but that of the actor with itself: the row is then
/// `null` as a whole.
fn blank(alliances: &Alliances, one: usize) -> Option<Why> {
    alliances.power.get(one).and_then(|power| power.err()).filter(|why| *why != Why::OneActor)
}

/// The moves that are written: those of a value somebody gave. What nobody said has no entry to point at, and cannot be
/// checked with whoever said it; these moves, nearly all of them in a large dossier, are only counted.
fn told<'a>(alliances: &'a Alliances, sway: &'a Sway) -> impl Iterator<Item = &'a Flip> {
    sway.ranks.flips.iter().filter(|flip| alliances.inputs.said(flip.cell).is_some())
}

impl Serialize for Positions {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let Ok((alliances, robustness)) = &self.held else { return serializer.serialize_none() };
        let inputs = &alliances.inputs;
        let mut map = serializer.serialize_map(None)?;
        map.serialize_entry("actors", &self.actors)?;
        map.serialize_entry("objectives", &self.objectives)?;
        map.serialize_entry("midi", &alliances.midi().collect::<Vec<_>>())?;
        map.serialize_entry("influence", alliances.influence())?;
        map.serialize_entry("dependence", alliances.dependence())?;
        map.serialize_entry("power", &figures(&alliances.power))?;
        let planes = alliances.planes.iter().map(|plane| plane.ok().map(Plane::as_str));
        map.serialize_entry("plane", &planes.collect::<Vec<_>>())?;
        for (word, weighing) in WEIGHINGS {
            map.serialize_entry(word, &Agreement { alliances, weighing })?;
        }
        map.serialize_entry("mobilisation", &figures(&alliances.mobilisation))?;
        let balance = self.objectives.iter().zip(&alliances.balance).map(|(objective, balance)| Balance {
            objective,
            favour: Figure::of(balance.favour),
            against: Figure::of(balance.against),
        });
        map.serialize_entry("objectiveBalance", &balance.collect::<Vec<_>>())?;
        let (influences, positions) = (inputs.influences_not_said(), inputs.positions_not_said());
        map.serialize_entry("notSaid", &NotSaid { influences, positions })?;
        let sways = robustness.as_ref().ok().map(|robustness| {
            let ranks = self.actors.iter().zip(&robustness.actors);
            ranks.map(|(actor, sway)| Swayed { actor, alliances, sway }).collect::<Vec<_>>()
        });
        map.serialize_entry("robustness", &sways)?;
        map.end()
    }
}

/// A figure, `null` where it is undefined; whole numbers without decimals.
#[derive(Clone, Copy)]
struct Figure(Option<f64>);

impl Figure {
    fn of(figure: Defined<f64>) -> Self {
        Self(figure.ok())
    }
}

impl Serialize for Figure {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self.0 {
            None => serializer.serialize_none(),
            Some(figure) if figure.fract() == 0.0 && figure.abs() < 9e15 => {
                serializer.serialize_i64(figure as i64)
            }
            Some(figure) => serializer.serialize_f64(figure),
        }
    }
}

fn figures(list: &[Defined<f64>]) -> Vec<Figure> {
    list.iter().map(|figure| Figure::of(*figure)).collect()
}

/// Convergence or divergence of one actor with each.
struct Row<'a> {
    alliances: &'a Alliances,
    weighing: Weighing,
    diverging: bool,
    one: Option<usize>,
}

impl Serialize for Row<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let actors = self.alliances.inputs.actors();
        let mut list = serializer.serialize_seq(Some(actors))?;
        for place in 0..actors {
            match self.one {
                // The matrix is the list of its rows.
                None => {
                    let blank = self.weighing == Weighing::Weighted && blank(self.alliances, place).is_some();
                    list.serialize_element(&(!blank).then_some(Row { one: Some(place), ..*self }))?;
                }
                Some(one) => {
                    let agreement = self.alliances.agreement(self.weighing, one, place);
                    let pick = |(together, apart)| if self.diverging { apart } else { together };
                    list.serialize_element(&Figure::of(agreement.map(pick)))?;
                }
            }
        }
        list.end()
    }
}

struct Agreement<'a> {
    alliances: &'a Alliances,
    weighing: Weighing,
}

impl Serialize for Agreement<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let Self { alliances, weighing } = *self;
        let summed = alliances.summed(weighing);
        let void = weighing == Weighing::Weighted && void(alliances).is_some();
        let matrix = |diverging: bool| (!void).then_some(Row { alliances, weighing, diverging, one: None });
        let mut map = serializer.serialize_map(None)?;
        map.serialize_entry("convergence", &matrix(false))?;
        map.serialize_entry("divergence", &matrix(true))?;
        map.serialize_entry("degree", &Figure::of(summed.degree))?;
        map.serialize_entry("ambivalence", &figures(&summed.ambivalence))?;
        map.end()
    }
}

#[derive(serde::Serialize)]
struct Balance<'a> {
    objective: &'a Id,
    #[serde(rename = "for")]
    favour: Figure,
    against: Figure,
}

#[derive(serde::Serialize)]
struct NotSaid {
    influences: usize,
    positions: usize,
}

/// What moves do to the rank of an actor. `rank` is its range when any one cell of the matrices moves. `cell` is the
/// pointer of the entry in the dossier; `flipsNotSaid` counts the moves that would change the rank, too, of values that
/// nobody gave.
struct Swayed<'a> {
    actor: &'a Id,
    alliances: &'a Alliances,
    sway: &'a Sway,
}

impl Serialize for Swayed<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let Self { actor, alliances, sway } = *self;
        let flips: Vec<Written> = told(alliances, sway)
            .map(|flip| {
                let to = if let To::Rank(rank) = flip.to { Some(rank) } else { None };
                Written { cell: alliances.inputs.pointer(flip.cell), by: flip.by, to }
            })
            .collect();
        let mut map = serializer.serialize_map(None)?;
        map.serialize_entry("actor", actor)?;
        map.serialize_entry("rank", &sway.rank.map(|(best, worst)| [best, worst]))?;
        map.serialize_entry("flipsNotSaid", &(sway.ranks.flips.len() - flips.len()))?;
        map.serialize_entry("flips", &flips)?;
        map.end()
    }
}

#[derive(serde::Serialize)]
struct Written {
    cell: Cow<'static, str>,
    by: i32,
    to: Option<usize>,
}
