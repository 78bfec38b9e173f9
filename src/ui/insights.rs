//! What the analysis found, computed a moment after each change so that typing never waits for it.

use crate::analysis::completeness::{self, StepState};
use crate::analysis::{Index, coverage};
use crate::findings::{self, Finding, Severity};
use crate::model::{Date, Dossier};
use crate::vocabulary::Step;

/// The findings and the completeness of each step.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Insights {
    /// Findings, those set aside included.
    pub findings: Vec<Finding>,
    /// State of each step.
    pub states: Vec<StepState>,
    /// Nothing was entered yet.
    pub blank: bool,
}

/// Computes everything for a dossier, as of `today`.
pub fn of(dossier: &Dossier, today: Date) -> Insights {
    let index = Index::of(dossier, today);
    Insights {
        findings: findings::of(&index, &coverage::of(&index)),
        states: completeness::steps_of(&index),
        blank: is_blank(dossier),
    }
}

impl Insights {
    /// The state of a step.
    pub fn step(&self, step: Step) -> Option<&StepState> {
        self.states.iter().find(|state| state.step == step)
    }

    /// How many findings of a step are open; of all steps for the summary.
    pub fn open_in(&self, step: Step) -> usize {
        self.findings.iter().filter(|finding| finding.set_aside.is_none() && concerns(finding, step)).count()
    }

    /// The worst severity open in a step.
    pub fn worst_in(&self, step: Step) -> Option<Severity> {
        let open =
            self.findings.iter().filter(|finding| finding.set_aside.is_none() && concerns(finding, step));
        open.map(|finding| finding.severity).min()
    }

    /// Indices of the findings of a step: open ones first, the worst first, then those set aside.
    pub fn indices_in(&self, step: Step) -> Vec<usize> {
        let mut found: Vec<(usize, &Finding)> =
            self.findings.iter().enumerate().filter(|(_, finding)| concerns(finding, step)).collect();
        crate::model::order::by_key(&mut found, |(_, finding)| {
            (finding.set_aside.is_some(), finding.severity)
        });
        found.into_iter().map(|(index, _)| index).collect()
    }

    /// How many findings are open, by severity, the worst first.
    pub fn by_severity(&self) -> [(Severity, usize); 3] {
        [Severity::Blocking, Severity::Warning, Severity::Advice].map(|severity| {
            let open = self.findings.iter().filter(|finding| finding.set_aside.is_none());
            (severity, open.filter(|finding| finding.severity == severity).count())
        })
    }
}

fn concerns(finding: &Finding, step: Step) -> bool {
    step == Step::Summary || finding.step == step
}

/// Whether a person has entered nothing yet.
pub fn is_blank(dossier: &Dossier) -> bool {
    let untouched = Dossier {
        revision: dossier.revision,
        saved_at: dossier.saved_at.clone(),
        format: dossier.format.clone(),
        format_version: dossier.format_version.clone(),
        language: dossier.language.clone(),
        extra: dossier.extra.clone(),
        ..Dossier::blank(dossier.id.clone(), "")
    };
    let empty_project =
        dossier.project.as_ref().is_none_or(|project| *project == crate::model::Project::default());
    empty_project && Dossier { project: dossier.project.clone(), ..untouched } == *dossier
}
