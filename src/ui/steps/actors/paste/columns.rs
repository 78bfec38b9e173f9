//! The first lines of the block, with what each column holds.

use std::rc::Rc;

use web_sys::HtmlInputElement;
use yew::prelude::*;

use crate::exchange::table::{Column, Override, Preview};
use crate::i18n::texts::actors as say;
use crate::ui::env::use_env;
use crate::ui::widgets::{SelectField, SelectOption};

/// Lines shown.
const SHOWN: usize = 8;

#[derive(Properties, PartialEq)]
pub(super) struct Props {
    pub(super) preview: Rc<Preview>,
    pub(super) onchange: Callback<Override>,
}

#[component]
pub(super) fn Columns(props: &Props) -> Html {
    let env = use_env();
    let preview = &props.preview;
    let options: Vec<SelectOption> = Column::ALL
        .iter()
        .map(|column| SelectOption::new(column.as_str(), env.say(column.label())))
        .collect();
    let pick = |index: usize| {
        let (preview, change) = (Rc::clone(preview), props.onchange.clone());
        Callback::from(move |word: String| {
            let Some(column) = Column::ALL.iter().copied().find(|column| column.as_str() == word) else {
                return;
            };
            let mut columns = preview.columns.clone();
            if let Some(slot) = columns.get_mut(index) {
                *slot = column;
            }
            change.emit(Override {
                separator: Some(preview.separator),
                header: Some(preview.header),
                columns: Some(columns),
            });
        })
    };
    let onheader = {
        let (separator, change) = (Some(preview.separator), props.onchange.clone());
        Callback::from(move |event: Event| {
            if let Some(input) = event.target_dyn_into::<HtmlInputElement>() {
                // With or without titles, the columns are recognised anew.
                change.emit(Override { separator, header: Some(input.checked()), columns: None });
            }
        })
    };
    let names = |index: usize| preview.titles.get(index).filter(|title| !title.is_empty()).cloned();
    let left = preview.rows.len().saturating_sub(SHOWN);
    html! {
        <>
            <label class="check">
                <input type="checkbox" checked={preview.header} onchange={onheader} />
                <span>{ env.say(say::first_line_titles()) }</span>
            </label>
            <div class="frame" tabindex="0" role="region" aria-label={env.say(say::first_lines())}>
                <table class="table preview">
                    <thead>
                        <tr>
                            { for preview.columns.iter().enumerate().map(|(index, column)| html! {
                                <th scope="col">
                                    if let Some(title) = names(index) { <span class="small"><bdi>{ title }</bdi></span> }
                                    <SelectField id={format!("tdt-paste-col-{index}")} quiet=true small=true
                                        label={env.say(say::column_n(index + 1))} options={options.clone()}
                                        value={column.as_str()} onchange={pick(index)} />
                                </th>
                            }) }
                        </tr>
                    </thead>
                    <tbody>
                        { for preview.rows.iter().take(SHOWN).map(|row| {
                            let out = |index: usize| {
                                let ignored = preview.columns.get(index) == Some(&Column::Ignored);
                                (ignored || row.draft.is_none()).then_some("")
                            };
                            html! {
                                <tr key={row.line}>
                                    { for (0..preview.columns.len()).map(|index| html! {
                                        <td data-skip={out(index)}><bdi>{ row.cells.get(index).cloned().unwrap_or_default() }</bdi></td>
                                    }) }
                                </tr>
                            }
                        }) }
                    </tbody>
                </table>
            </div>
            if left > 0 { <p class="small">{ env.say(say::more_lines(left)) }</p> }
        </>
    }
}
