//! The stages of the citizen's pathway.

use yew::prelude::*;

use super::lines::{Line, LineEvent, Lines, use_next_id};
use crate::edit::{Command, Item, Kind};
use crate::i18n::texts::project as say;
use crate::model::PathwayStage;
use crate::ui::env::{use_data, use_env};

/// The stages, folded: few projects name them at the start.
#[component]
pub fn Pathway() -> Html {
    let env = use_env();
    let data = use_data();
    let stages = &data.dossier.pathway;
    let next = use_next_id("etp", |id| stages.find(id).is_some());
    let lines: Vec<Line> = stages
        .iter()
        .enumerate()
        .map(|(index, stage)| Line {
            id: stage.id.clone(),
            code: (index + 1).to_string().into(),
            title: stage.title.clone(),
            links: Vec::new(),
            detail: None,
        })
        .collect();
    let next = (next, AttrValue::from((lines.len() + 1).to_string()));
    let onevent = {
        let env = env.clone();
        Callback::from(move |event| match event {
            LineEvent::Write(id, title) => env.typing(format!("pathway.{id}"), move |dossier| {
                let found = dossier.pathway.find(&id).map(|stage| stage.as_ref().clone());
                let stage = found.unwrap_or_else(|| PathwayStage { id, ..PathwayStage::default() });
                Some(Command::Put(Item::Stage(PathwayStage { title, ..stage })))
            }),
            LineEvent::Remove(id) => env.run(Command::Remove { kind: Kind::Stage, ids: vec![id] }),
            LineEvent::Move(id, to) => env.run(Command::Move { kind: Kind::Stage, id, to }),
            LineEvent::Toggle(_) => {}
        })
    };
    html! {
        <details class="more">
            <summary>
                { env.say(say::pathway()) }{ " " }
                <span class="muted">{ env.say(say::stages(stages.len())) }</span>
            </summary>
            <div class="more-body">
                <p class="small">{ env.say(say::pathway_help()) }</p>
                <Lines name="stage" {lines} {next} placeholder={env.say(say::next_stage())} label={env.say(say::stage())}
                    details=false {onevent} />
            </div>
        </details>
    }
}
