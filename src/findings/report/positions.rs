//! `positions` in the result of `analyze`. Written straight to the text: seven matrices of actors × actors would take
//! ten times as much room as values first.

use std::borrow::Cow;

use serde::ser::{Serialize, SerializeMap, SerializeSeq, Serializer};

use super::Undefined;
use crate::analysis::Index;
use crate::analysis::positions::{
    Alliances, Cell, Defined, Flip, Plane, Robustness, To, Undefined as Why, Weighing,
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
            for (rank, flip) in sway.ranks.flips.iter().enumerate() {
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
            ranks
                .map(|(actor, sway)| Sway {
                    actor,
                    rank: sway.rank.map(|(best, worst)| [best, worst]),
                    flips: Flips { positions: self, alliances, list: &sway.ranks.flips },
                })
                .collect::<Vec<_>>()
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
                None => list.serialize_element(&Row { one: Some(place), ..*self })?,
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

#[derive(serde::Serialize)]
struct Sway<'a> {
    actor: &'a Id,
    rank: Option<[usize; 2]>,
    flips: Flips<'a>,
}

/// The moves that change the rank of an actor.
struct Flips<'a> {
    positions: &'a Positions,
    alliances: &'a Alliances,
    list: &'a [Flip],
}

/// `cell` is the pointer of the entry in the dossier, which ends in `-` where nobody gave any; `of` names the two
/// records of the cell, in both cases.
#[derive(serde::Serialize)]
struct Written<'a> {
    cell: Cow<'static, str>,
    of: [Option<&'a Id>; 2],
    by: i32,
    to: Option<usize>,
}

impl Serialize for Flips<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let Positions { actors, objectives, .. } = self.positions;
        serializer.collect_seq(self.list.iter().map(|flip| {
            let of = match flip.cell {
                Cell::Influence { from, to } => [actors.get(from), actors.get(to)],
                Cell::Position { actor, objective } => [actors.get(actor), objectives.get(objective)],
            };
            let to = if let To::Rank(rank) = flip.to { Some(rank) } else { None };
            Written { cell: self.alliances.inputs.pointer(flip.cell), of, by: flip.by, to }
        }))
    }
}
