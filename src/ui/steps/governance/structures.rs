//! Which management structure fits the project: proposed with its reasons, never imposed.

use yew::prelude::*;

use crate::analysis::Index;
use crate::analysis::votes::{Bearing, StructureProposal, programme, proposals};
use crate::i18n::texts::bodies as say;
use crate::i18n::{Arg, Phrase};
use crate::ui::env::{use_data, use_env};
use crate::ui::steps::roles::DossierKey;

/// The four structures.
#[component]
pub fn Structures() -> Html {
    let env = use_env();
    let data = use_data();
    // Said in words here: a reason names actors of the dossier of that moment.
    let told = use_memo(DossierKey(data.dossier.clone()), |key| {
        let index = Index::of(&key.0, crate::ui::env::today());
        let words = |proposal: &StructureProposal, bearing: Bearing| {
            let reasons = proposal.reasons.iter().filter(|reason| reason.bearing == bearing);
            reasons.map(|reason| Arg::from(reason.fact.phrase(&index))).collect::<Vec<Arg>>()
        };
        let told = proposals(&programme(&index)).into_iter().map(|proposal| {
            let by =
                [Bearing::For, Bearing::Against, Bearing::Unknown].map(|bearing| words(&proposal, bearing));
            (proposal.structure.phrase(), by)
        });
        told.collect::<Vec<(Phrase, [Vec<Arg>; 3])>>()
    });
    let line = |label: Phrase, facts: &Vec<Arg>| {
        (!facts.is_empty()).then(|| html! {
            <div><dt>{ env.say(label) }</dt><dd>{ env.say(say::facts(Arg::List(facts.clone()))) }</dd></div>
        })
    };
    html! {
        <section class="sec-thick" aria-labelledby="tdt-gov-structures">
            <header class="sec-head">
                <@{env.heading(1)} class="h-block" id="tdt-gov-structures">{ env.say(say::structures()) }</@>
                <p class="small">{ env.say(say::structures_help()) }</p>
            </header>
            <ol class="gov-structures">
                { for told.iter().map(|(name, [favour, against, unknown])| html! {
                    <li>
                        <@{env.heading(2)} class="h-small">{ env.say(name) }</@>
                        <dl class="pairs">
                            { line(say::speaks_for(), favour) }
                            { line(say::speaks_against(), against) }
                            { line(say::unknown_yet(), unknown) }
                        </dl>
                    </li>
                }) }
            </ol>
        </section>
    }
}
