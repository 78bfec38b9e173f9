//! Which management structure fits the project: proposals with their reasons, never imposed.
//!
//! The source (S2) tells four structures apart and says when each is found: a coordinator with staff of the public
//! partners for small projects; a coordinator or animator lent by a public partner, with volunteers, for a partnership
//! with associations; a delegation of activities to a partner; a project team with a director for large programmes or
//! facilities. It gives no figures: the bounds of [`Size`] are this product's own, to be discussed around the table.

use std::collections::HashSet;

use crate::analysis::{Index, readings};
use crate::i18n::Phrase;
use crate::i18n::texts::governance as say;
use crate::model::{
    ActionStatus, Actor, ActorKind, Complexity, ContributionKind, Criterion, Domain, Id, Letter, Money,
    RoleKind,
};

/// A management structure.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Structure {
    /// A coordinator, with staff of the partners part of their time.
    Coordinator,
    /// An animator lent by a public partner, and volunteers.
    Animator,
    /// A partner takes on all or part of the activities, by delegation of the board.
    Delegation,
    /// A project team and its director.
    ProjectTeam,
}

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

impl Structure {
    /// The name of the structure.
    pub fn phrase(self) -> Phrase {
        match self {
            Self::Coordinator => say::structure_coordinator(),
            Self::Animator => say::structure_animator(),
            Self::Delegation => say::structure_delegation(),
            Self::ProjectTeam => say::structure_team(),
        }
    }
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
    /// A public authority or an employment operator available most of the time: it could lend somebody.
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

/// Something the dossier says, with its figures.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Fact {
    /// Complexity.
    Complexity(Complexity),
    /// Domain.
    Domain(Domain),
    /// Organisations.
    Organisations(usize, Size),
    /// Key functions.
    Functions(usize, Size),
    /// Budget, in cents.
    Budget(u64, Size),
    /// Associations among the organisations.
    Associations(usize),
    /// Every organisation is a public authority.
    AllPublic,
    /// Somebody could be lent by this organisation; `None` where no public partner says it is available enough.
    Lender(Option<Id>),
    /// This organisation holds so many key functions out of all; `None` where none holds half of them.
    Holder(Option<(Id, usize)>, usize),
    /// The complexity is not said.
    NoComplexity,
    /// The budget is not said.
    NoBudget,
    /// No organisation is there yet.
    NoOrganisation,
    /// No key function is there yet.
    NoFunction,
}

impl Fact {
    /// The fact in a few words, without capital or full stop.
    pub fn phrase(&self, index: &Index<'_>) -> Phrase {
        match self {
            Self::Complexity(Complexity::Simple) => say::fact_simple(),
            Self::Complexity(Complexity::Complex) => say::fact_complex(),
            Self::Domain(Domain::SocioEconomic) => say::fact_socio_economic(),
            Self::Domain(Domain::Infrastructure) => say::fact_infrastructure(),
            Self::Organisations(count, _) => say::fact_organisations(*count),
            Self::Functions(count, _) => say::fact_functions(*count),
            Self::Budget(cents, _) => say::fact_budget((*cents / 100) as f64),
            Self::Associations(0) => say::fact_no_association(),
            Self::Associations(count) => say::fact_associations(*count),
            Self::AllPublic => say::fact_all_public(),
            Self::Lender(Some(actor)) => say::fact_lender(index.name(actor)),
            Self::Lender(None) => say::fact_no_lender(),
            Self::Holder(Some((actor, held)), total) => say::fact_holder(*held, index.name(actor), *total),
            Self::Holder(None, total) => say::fact_no_holder(*total),
            Self::NoComplexity => say::fact_no_complexity(),
            Self::NoBudget => say::fact_no_budget(),
            Self::NoOrganisation => say::fact_no_organisation(),
            Self::NoFunction => say::fact_no_function(),
        }
    }
}

/// Which way a fact bears on a structure.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Bearing {
    /// For it.
    For,
    /// Against it.
    Against,
    /// It would bear on it, but is not said.
    Unknown,
}

/// A reason.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reason {
    /// What is said.
    pub fact: Fact,
    /// Which way it bears.
    pub bearing: Bearing,
}

/// A structure with what speaks for and against it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Proposal {
    /// The structure.
    pub structure: Structure,
    /// Reasons, in a fixed order: complexity, domain, organisations, functions, budget, partners.
    pub reasons: Vec<Reason>,
}

impl Proposal {
    /// How many reasons bear one way.
    pub fn count(&self, bearing: Bearing) -> usize {
        self.reasons.iter().filter(|reason| reason.bearing == bearing).count()
    }
}

/// What the dossier says of the programme.
pub fn programme(index: &Index<'_>) -> Programme {
    let dossier = index.dossier;
    let project = dossier.project.as_ref();
    let seated = dossier.bodies.iter().flat_map(|body| &body.seats).filter_map(|seat| seat.actor.as_ref());
    let engaged: HashSet<&Id> = index.roles().map(|role| &role.actor).chain(seated).collect();
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
        lender: actors.iter().find(|actor| lends(actor)).map(|actor| actor.id.clone()),
        holder: holder(index),
    }
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

/// The four structures with their reasons: the fewest against first, then the most for, then from the lightest to the
/// heaviest.
pub fn proposals(programme: &Programme) -> Vec<Proposal> {
    use Structure::{Animator, Coordinator, Delegation, ProjectTeam};
    let mut proposals: Vec<Proposal> = [Coordinator, Animator, Delegation, ProjectTeam]
        .into_iter()
        .map(|structure| Proposal { structure, reasons: reasons(programme, structure) })
        .collect();
    proposals.sort_by_key(|proposal| {
        (proposal.count(Bearing::Against), std::cmp::Reverse(proposal.count(Bearing::For)))
    });
    proposals
}

fn reasons(programme: &Programme, structure: Structure) -> Vec<Reason> {
    use Structure::{Animator, Coordinator, Delegation, ProjectTeam};
    let mut reasons = Vec::new();
    let mut push = |bearing, fact| reasons.push(Reason { fact, bearing });
    let either = |yes: bool| if yes { Bearing::For } else { Bearing::Against };
    // A delegation may hold a small project or part of a large one: size says nothing of it.
    if structure != Delegation {
        let heavy = structure == ProjectTeam;
        match programme.complexity {
            Some(complexity) => {
                push(either((complexity == Complexity::Complex) == heavy), Fact::Complexity(complexity));
            }
            None => push(Bearing::Unknown, Fact::NoComplexity),
        }
        match programme.domain {
            Some(Domain::Infrastructure) if heavy => {
                push(Bearing::For, Fact::Domain(Domain::Infrastructure));
            }
            Some(Domain::SocioEconomic) if structure == Animator => {
                push(Bearing::For, Fact::Domain(Domain::SocioEconomic));
            }
            _ => {}
        }
        let mut sized = |size: Option<Size>, fact: &dyn Fn(Size) -> Fact, unsaid: Fact| match size {
            Some(Size::Medium) => {}
            Some(size) => push(either((size == Size::Large) == heavy), fact(size)),
            None => push(Bearing::Unknown, unsaid),
        };
        let (organisations, functions) = (programme.organisations, programme.functions);
        sized(
            programme.by_organisations(),
            &|size| Fact::Organisations(organisations, size),
            Fact::NoOrganisation,
        );
        sized(programme.by_functions(), &|size| Fact::Functions(functions, size), Fact::NoFunction);
        let cents = programme.budget.unwrap_or_default();
        sized(programme.by_budget(), &|size| Fact::Budget(cents, size), Fact::NoBudget);
    }
    match structure {
        Coordinator if programme.all_public == Some(true) => push(Bearing::For, Fact::AllPublic),
        Animator if programme.organisations > 0 => {
            push(either(programme.associations > 0), Fact::Associations(programme.associations));
            push(either(programme.lender.is_some()), Fact::Lender(programme.lender.clone()));
        }
        Delegation if programme.functions > 0 => push(
            either(programme.holder.is_some()),
            Fact::Holder(programme.holder.clone(), programme.functions),
        ),
        Delegation => push(Bearing::Unknown, Fact::NoFunction),
        _ => {}
    }
    reasons
}
