//! The pool of partners of each objective (method §3, step 4; V04): who is for it and able to act, who is still to be
//! mobilised, to be convinced, or against it. Everyone is in exactly one of the four groups.
//!
//! Favourable: a position above 0 on the objective or, where nobody said any, a favourable stance from an actor with
//! a role on the objective or on one of its functions. Mobilised: from [`MOBILISED`] on.

use std::collections::{BTreeSet, HashMap};

use super::readings::MOBILISED;
use super::{Index, readings};
use crate::model::{Criterion, Id};

/// An actor in the pool of an objective.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Member {
    /// Place of the actor in the dossier.
    pub actor: usize,
    /// Its position, −4…+4; `None` where nobody said any.
    pub value: Option<i8>,
    /// Its mobilisation, 0–4; `None` where nobody assessed it.
    pub mobilisation: Option<i8>,
}

/// The four groups, each by position, the highest first and those not said last; then by mobilisation, then in the
/// order of the dossier.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Pool {
    /// Favourable and mobilised.
    pub ready: Vec<Member>,
    /// Favourable, to be mobilised: below the threshold, or not assessed.
    pub idle: Vec<Member>,
    /// Indifferent, or not said.
    pub open: Vec<Member>,
    /// Reserved or opposed.
    pub against: Vec<Member>,
}

impl Pool {
    /// The four groups, in the order they are read.
    pub fn groups(&self) -> [&[Member]; 4] {
        [&self.ready, &self.idle, &self.open, &self.against]
    }

    /// Whether nobody is for the objective, mobilised or not.
    pub fn is_uncarried(&self) -> bool {
        self.ready.is_empty() && self.idle.is_empty()
    }

    /// Where nobody is favourable and mobilised: the favourable actor closest to it, by mobilisation first, then by
    /// position, then in the order of the dossier.
    pub fn nearest(&self) -> Option<Member> {
        if !self.ready.is_empty() {
            return None;
        }
        // The first of several equals: `max_by_key` would take the last.
        self.idle.iter().rev().max_by_key(|member| (member.mobilisation, member.value)).copied()
    }
}

/// The pool of each objective, in the order of the dossier.
pub fn pools(index: &Index<'_>) -> Vec<Pool> {
    let dossier = index.dossier;
    let rated = |criterion| -> Vec<Option<i8>> {
        dossier.actors.iter().map(|actor| readings::used(actor, criterion)).collect()
    };
    let (mobilisation, stance) = (rated(Criterion::Mobilisation), rated(Criterion::Stance));
    let engaged = engaged(index);
    let mut said: Vec<Vec<(usize, i8)>> = vec![Vec::new(); dossier.objectives.len()];
    for (actor, objective, value) in index.positions.each() {
        if let Some(list) = said.get_mut(objective) {
            list.push((actor, value));
        }
    }
    let mut pools = Vec::with_capacity(said.len());
    for (objective, said) in dossier.objectives.iter().zip(said) {
        let engaged = engaged.get(&objective.id);
        let mut pool = Pool::default();
        // Sorted by actor, as positions are.
        let mut said = said.into_iter().peekable();
        for (actor, (mobilisation, stance)) in mobilisation.iter().zip(&stance).enumerate() {
            let value = said.next_if(|(place, _)| *place == actor).map(|(_, value)| value);
            let favourable = match value {
                Some(value) => value > 0,
                None => *stance >= Some(1) && engaged.is_some_and(|engaged| engaged.contains(&actor)),
            };
            let group = if favourable && *mobilisation >= Some(MOBILISED) {
                &mut pool.ready
            } else if favourable {
                &mut pool.idle
            } else if value < Some(0) && value.is_some() {
                &mut pool.against
            } else {
                &mut pool.open
            };
            group.push(Member { actor, value, mobilisation: *mobilisation });
        }
        for group in [&mut pool.ready, &mut pool.idle, &mut pool.open, &mut pool.against] {
            crate::model::order::by(group, |one, two| {
                (two.value, two.mobilisation).cmp(&(one.value, one.mobilisation))
            });
        }
        pools.push(pool);
    }
    pools
}

/// The actors with a role on each objective or on one of its functions.
fn engaged<'a>(index: &Index<'a>) -> HashMap<&'a Id, BTreeSet<usize>> {
    let mut engaged: HashMap<&Id, BTreeSet<usize>> = HashMap::new();
    for role in index.roles() {
        let Some(actor) = index.actor_place(&role.actor) else { continue };
        let scope = role.scope.as_ref();
        let function = scope.and_then(|scope| scope.function.as_ref()).and_then(|id| index.function(id));
        let served = function.into_iter().flat_map(|function| &function.objectives);
        for objective in scope.and_then(|scope| scope.objective.as_ref()).into_iter().chain(served) {
            engaged.entry(objective).or_default().insert(actor);
        }
    }
    engaged
}
