//! What the dossier says of the programme, and how large that makes it.

use std::collections::HashSet;

use super::Fact;
use crate::analysis::{Index, readings};
use crate::model::{
    ActionStatus, Actor, ActorKind, Complexity, ContributionKind, Criterion, Domain, Id, Letter, Money,
    RoleKind,
};

/// How large something is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Size {
    /// Organisations up to 6, key functions up to 4, budget below 50,000 €.
    Small,
    /// In between.
    Medium,
    /// Organisations from 15, key functions from 10, budget from 300,000 €.
    Large,
}

impl Size {
    const fn of(value: u64, small: u64, large: u64) -> Self {
        match value {
            value if value <= small => Self::Small,
            value if value >= large => Self::Large,
            _ => Self::Medium,
        }
    }
}

/// What the dossier says that bears on the structure. `None` where it does not say.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Programme {
    /// Domain.
    pub domain: Option<Domain>,
    /// Complexity.
    pub complexity: Option<Complexity>,
    /// Organisations with a role that has not ended or a seat; those of the whole dossier while nobody has any.
    pub organisations: usize,
    /// Whether all of these are public authorities; `None` while there is none, or one does not say its family.
    pub all_public: Option<bool>,
    /// Associations among these.
    pub associations: usize,
    /// Key functions.
    pub functions: usize,
    /// Budgets of the actions that are not dropped, else financial contributions, in euros and cents, rounded down.
    /// `None` where none is said, or one is in another currency.
    pub budget: Option<u64>,
    /// A public authority or an employment operator available most of the time: it could lend somebody. One with a role
    /// or a seat where there is one, any of the dossier else: who lends an animator need not sit or act yet.
    pub lender: Option<Id>,
    /// The organisation that operates, or is accountable for, most key functions, with how many; at least half of them,
    /// and two.
    pub holder: Option<(Id, usize)>,
}

impl Programme {
    /// The size by organisations; `None` while there is none.
    pub fn by_organisations(&self) -> Option<Size> {
        (self.organisations > 0).then(|| Size::of(self.organisations as u64, 6, 15))
    }

    /// The size by key functions; `None` while there is none.
    pub fn by_functions(&self) -> Option<Size> {
        (self.functions > 0).then(|| Size::of(self.functions as u64, 4, 10))
    }

    /// The size by budget.
    pub fn by_budget(&self) -> Option<Size> {
        self.budget.map(|cents| Size::of(cents, 4_999_999, 30_000_000))
    }

    /// What makes the programme heavy ([`Size::Large`], complex) or light.
    pub fn facts(&self, size: Size, complexity: Complexity) -> Vec<Fact> {
        let mut facts = Vec::new();
        facts.extend(self.complexity.filter(|said| *said == complexity).map(Fact::Complexity));
        let is = |found: Option<Size>| found == Some(size);
        facts.extend(is(self.by_organisations()).then_some(Fact::Organisations(self.organisations, size)));
        facts.extend(is(self.by_functions()).then_some(Fact::Functions(self.functions, size)));
        facts.extend(self.budget.filter(|_| is(self.by_budget())).map(|cents| Fact::Budget(cents, size)));
        facts
    }

    /// A heavy programme: at least two among complex, many organisations, many functions, a large budget.
    pub fn is_heavy(&self) -> bool {
        self.facts(Size::Large, Complexity::Complex).len() >= 2
    }

    /// A light programme: at least two among simple, few organisations, few functions, a small budget, and nothing
    /// heavy.
    pub fn is_light(&self) -> bool {
        self.facts(Size::Small, Complexity::Simple).len() >= 2
            && self.facts(Size::Large, Complexity::Complex).is_empty()
    }
}

/// What the dossier says of the programme.
pub fn programme(index: &Index<'_>) -> Programme {
    let dossier = index.dossier;
    let project = dossier.project.as_ref();
    let engaged: HashSet<&Id> = engaged(index).collect();
    let counts = |id: &Id| engaged.is_empty() || engaged.contains(id);
    let actors: Vec<_> = dossier.actors.iter().filter(|actor| counts(&actor.id)).collect();
    let public = |kind| kind == Some(ActorKind::PublicAuthority);
    let all_public = match () {
        () if actors.is_empty() => None,
        () if actors.iter().all(|actor| public(actor.kind)) => Some(true),
        () if actors.iter().any(|actor| actor.kind.is_some() && !public(actor.kind)) => Some(false),
        () => None,
    };
    let lends = |actor: &Actor| {
        matches!(actor.kind, Some(ActorKind::PublicAuthority | ActorKind::EmploymentTraining))
            && readings::used(actor, Criterion::Availability) >= Some(3)
    };
    Programme {
        domain: project.and_then(|project| project.domain),
        complexity: project.and_then(|project| project.complexity),
        organisations: actors.len(),
        all_public,
        associations: actors.iter().filter(|actor| actor.kind == Some(ActorKind::Association)).count(),
        functions: dossier.functions.len(),
        budget: budget(index),
        lender: actors
            .iter()
            .copied()
            .chain(&dossier.actors)
            .find(|actor| lends(actor))
            .map(|actor| actor.id.clone()),
        holder: holder(index),
    }
}

/// Who holds a role that has not ended or a seat, some more than once.
fn engaged<'a>(index: &'a Index<'_>) -> impl Iterator<Item = &'a Id> {
    let seated = index.dossier.bodies.iter().flat_map(|body| &body.seats);
    index.roles().map(|role| &role.actor).chain(seated.filter_map(|seat| seat.actor.as_ref()))
}

/// Whether anybody holds a role or a seat: where nobody does, the whole dossier is counted.
pub(super) fn anybody(index: &Index<'_>) -> bool {
    engaged(index).next().is_some()
}

fn holder(index: &Index<'_>) -> Option<(Id, usize)> {
    let dossier = index.dossier;
    let operated = index.roles_of(RoleKind::Operator).filter_map(|role| {
        let function = role.scope.as_ref()?.function.as_ref()?;
        Some((&role.actor, function))
    });
    let accountable = dossier.responsibilities.iter().filter(|line| line.letter == Letter::Accountable);
    let held: HashSet<(&Id, &Id)> =
        operated.chain(accountable.map(|line| (&line.actor, &line.function))).collect();
    let of_actor = |actor: &Actor| {
        let functions = dossier.functions.iter();
        let count = functions.filter(|function| held.contains(&(&actor.id, &function.id))).count();
        (actor.id.clone(), count)
    };
    // The first of those that hold as many.
    let most = dossier
        .actors
        .iter()
        .map(|actor| of_actor(actor))
        .reduce(|most, other| if other.1 > most.1 { other } else { most });
    most.filter(|(_, count)| *count >= 2 && *count * 2 >= dossier.functions.len())
}

fn budget(index: &Index<'_>) -> Option<u64> {
    let dossier = index.dossier;
    let kept = dossier.actions.iter().filter(|action| action.status != Some(ActionStatus::Dropped));
    let planned: Vec<&Money> = kept.filter_map(|action| action.budget.as_ref()).collect();
    let contributions = || dossier.actors.iter().flat_map(|actor| &actor.contributions);
    let financial = || contributions().filter(|brought| brought.kind == Some(ContributionKind::Financial));
    let sums = if planned.is_empty() {
        financial().filter_map(|brought| brought.money.as_ref()).collect()
    } else {
        planned
    };
    if sums.is_empty() {
        return None;
    }
    sums.into_iter().try_fold(0_u64, |sum, money| sum.checked_add(cents(money)?))
}

/// An amount in cents of euro, rounded down; `None` where it is in another currency, negative or beyond measure.
fn cents(money: &Money) -> Option<u64> {
    if !matches!(money.currency.as_str(), "EUR" | "") {
        return None;
    }
    let text = money.amount.as_str();
    let (whole, part) = text.split_once('.').unwrap_or((text, ""));
    let part: String = part.chars().chain("00".chars()).take(2).collect();
    whole.parse::<u64>().ok()?.checked_mul(100)?.checked_add(part.parse().ok()?)
}
