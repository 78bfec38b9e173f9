//! What a dossier is: one file a concept.
//!
//! Records are declared with `record!` (see [`json`]), which reads them from JSON with every error located,
//! keeps what it does not know, and writes them back. Lists of records share their items ([`List`]), so that a
//! copy of a dossier costs a few pointers and two revisions can be compared quickly.
//!
//! Absent means "not said": an empty text, an empty list or `None`. Nothing is defaulted on export.

pub mod identifier;
pub mod integrity;
pub mod json;
pub mod order;
pub mod safe_url;

mod action;
mod actor;
mod agreement;
mod body;
mod dossier;
mod governance;
mod links;
mod objective;
mod problem;
mod project;
mod review;
mod role;
mod scalar;
mod scale;
mod sheet;
mod territory;

pub use action::{Action, ActionStatus};
pub use actor::{
    Actor, ActorKind, Contact, Contribution, ContributionKind, ContributionStatus, Criterion, Identifier,
    Quantity, Reading,
};
pub use agreement::{
    Agreement, AgreementStatus, Clause, ClauseStatus, LinkedPlan, Obligation, ObligationKind,
};
pub use body::{Body, BodyKind, BodyRule, Capacity, College, Gender, Holder, Majority, Seat};
pub use dossier::{Ancestor, Dossier, FORMAT, FORMAT_VERSION, SetAside, Snapshot};
pub use governance::{AdmissionCheck, AdmissionCriterion, Plan, PlanKind, PlanStatus};
pub use json::{Extra, List, Record};
pub use links::{Influence, OtherProject, Position, Tie, TieLevel, Wave};
pub use objective::{Indicator, KeyFunction, Objective};
pub use problem::{Problem, ProblemCode};
pub use project::{Complexity, Domain, Project};
pub use review::{Answer, Improvement, ImprovementStatus, Meeting, Review, ReviewKind, Watch};
pub use role::{
    Commitment, Condition, ConditionStatus, Letter, Responsibility, RoleAssignment, RoleKind, Scope,
};
pub use scalar::{Amount, Date, Id, Instant, Money, Number};
pub use scale::{Bounded, Level, PositionValue, Score, Share, Stance};
pub use sheet::{PartnerSheet, Privacy, SheetSent};
pub use territory::{Code, Need, PathwayStage, Territory, TerritoryKind};
