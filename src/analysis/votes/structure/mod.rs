//! Which management structure fits the project: proposals with their reasons, never imposed.
//!
//! The source (S2) tells four structures apart and says when each is found: a coordinator with staff of the public
//! partners for small projects; a coordinator or animator lent by a public partner, with volunteers, for a partnership
//! with associations; a delegation of activities to a partner; a project team with a director for large programmes or
//! facilities. It gives no figures: the bounds of [`Size`] are this product's own, to be discussed around the table.

mod programme;

pub use programme::{Programme, Size, programme};

use crate::analysis::Index;
use crate::i18n::Phrase;
use crate::i18n::texts::governance as say;
use crate::model::{Complexity, Domain, Id};

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
    /// Somebody could be lent by this organisation; `None` where no public partner of the dossier says it is available
    /// enough.
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
            Self::Organisations(count, _) if programme::anybody(index) => say::fact_organisations(*count),
            Self::Organisations(count, _) => say::fact_actors(*count),
            Self::Functions(count, _) => say::fact_functions(*count),
            Self::Budget(cents, _) => say::fact_budget((*cents / 100) as f64),
            Self::Associations(count) => match (*count, programme::anybody(index)) {
                (0, true) => say::fact_no_association(),
                (0, false) => say::fact_no_association_known(),
                (count, true) => say::fact_associations(count),
                (count, false) => say::fact_associations_known(count),
            },
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
