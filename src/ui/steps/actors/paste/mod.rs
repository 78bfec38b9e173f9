//! A list pasted, or a file of one: everything is seen before anything enters.

mod columns;
mod duplicates;

use std::collections::BTreeMap;
use std::rc::Rc;

use web_sys::{HtmlInputElement, HtmlTextAreaElement};
use yew::prelude::*;

use self::columns::Columns;
use self::duplicates::Duplicates;
use crate::exchange::table::{
    self, Choice, Choices, Column, MAX_BYTES, Override, Preview, RemarkCode, Separator,
};
use crate::findings::Severity;
use crate::i18n::Phrase;
use crate::i18n::texts::{actors as say, shell};
use crate::ui::dialogs::foreign::{self, Came, Sheet};
use crate::ui::env::{Env, entropy, use_data, use_env};
use crate::ui::files;
use crate::ui::widgets::{Button, ButtonKind, Dialog, SelectField, SelectOption, SeverityMark};

/// Most remarks listed; the others are counted.
const LISTED: usize = 40;

#[derive(Properties, PartialEq)]
pub struct Props {
    /// The text pasted; empty to paste or choose a file here.
    pub text: AttrValue,
    /// The sheets of a workbook, or the table of a file, in place of a text.
    #[prop_or_default]
    pub sheets: Rc<Vec<Sheet>>,
    /// What to do once it is closed.
    pub onclose: Callback<()>,
}

/// The dialog.
#[component]
pub fn PasteDialog(props: &Props) -> Html {
    let env = use_env();
    let data = use_data();
    let sheets = use_state(|| Rc::clone(&props.sheets));
    let sheet = use_state(|| 0_usize);
    let text = use_state(|| match props.sheets.first() {
        Some(first) => Rc::clone(&first.text),
        None => Rc::from(props.text.as_str()),
    });
    let change = use_state(|| separated(props.sheets.first()));
    let chosen = use_state(BTreeMap::<usize, Choice>::new);
    let guesses = use_state(|| true);
    let territories = use_state(|| true);
    let problem = use_state(|| None::<Problem>);
    let read = {
        let (env, dossier) = (env.clone(), Rc::clone(&data.dossier));
        let known = (dossier.actors.clone(), dossier.territories.clone());
        use_memo(((*text).clone(), (*change).clone(), known), move |(text, change, _)| {
            (!text.trim().is_empty())
                .then(|| table::preview(text, change, &dossier, &|words| env.vocabulary.guess(words)))
        })
    };
    let choose = {
        let (text, change, chosen, problem) = (text.clone(), change.clone(), chosen.clone(), problem.clone());
        let (sheets, sheet) = (sheets.clone(), sheet.clone());
        Callback::from(move |(all, place): (Rc<Vec<Sheet>>, usize)| {
            change.set(separated(all.get(place)));
            chosen.set(BTreeMap::new());
            problem.set(None);
            text.set(all.get(place).map_or_else(|| Rc::from(""), |one| Rc::clone(&one.text)));
            sheet.set(place);
            sheets.set(all);
        })
    };
    let take = choose.reform(|taken: String| {
        (Rc::new(vec![Sheet { name: String::new(), text: taken.into(), tabbed: false }]), 0)
    });
    let preview = read.as_ref().as_ref().and_then(|read| read.as_ref().ok());
    let refusal = read.as_ref().as_ref().and_then(|read| read.as_ref().err());
    let refusal = refusal.map(|phrase| env.say(phrase)).or_else(|| problem.as_ref().map(|it| it.words(&env)));
    let choices = preview.map(|preview| {
        let mut choices = table::proposed(preview);
        for (row, choice) in chosen.iter() {
            if let Some(slot) = choices.rows.get_mut(*row) {
                *slot = choice.clone();
            }
        }
        Choices { guesses: *guesses, territories: *territories, ..choices }
    });
    let (entering, merging) = choices.as_ref().map(counts).unwrap_or_default();
    let label = match (entering, merging) {
        (0, 0) => say::nothing_enters(),
        (n, 0) => say::enter_n(n),
        (0, m) => say::merge_n(m),
        (n, m) => say::and_merge(m, say::enter_n(n)),
    };
    let confirm = {
        let (env, close, text, change) =
            (env.clone(), props.onclose.clone(), (*text).clone(), (*change).clone());
        let choices = choices.clone();
        Callback::from(move |()| {
            let Some(choices) = choices.clone() else { return };
            let (vocabulary, text, change) = (Rc::clone(&env.vocabulary), text.clone(), change.clone());
            let bits = entropy();
            env.change(move |dossier| {
                let preview =
                    table::preview(&text, &change, dossier, &|words| vocabulary.guess(words)).ok()?;
                Some(table::plan(dossier, &preview, &choices, bits))
            });
            close.emit(());
        })
    };
    let again = {
        let take = take.clone();
        Callback::from(move |()| take.emit(String::new()))
    };
    let flag = |state: &UseStateHandle<bool>| {
        let state = state.clone();
        Callback::from(move |event: Event| {
            if let Some(input) = event.target_dyn_into::<HtmlInputElement>() {
                state.set(input.checked());
            }
        })
    };
    let onoverride = {
        let (change, chosen) = (change.clone(), chosen.clone());
        Callback::from(move |next: Override| {
            chosen.set(BTreeMap::new());
            change.set(next);
        })
    };
    let body = match preview {
        None => html! {
            <>
                if sheets.len() > 1 { { sheet_choice(&env, &sheets, *sheet, &choose) } }
                // Refused once cut as asked: it can still be cut otherwise.
                if let Some(asked) = change.separator { { separator(&env, asked, onoverride) } }
                { source(&env, refusal, &take, &choose, &problem) }
            </>
        },
        Some(preview) => html! {
            <>
                <p role="status">
                    { env.say(say::read_lines(preview.rows.len())) }{ " " }
                    { env.say(say::recognised(recognised(preview))) }{ " " }
                    if preview.blank > 0 { { env.say(say::blank_lines(preview.blank)) }{ " " } }
                    { env.say(say::nothing_yet()) }
                </p>
                <div class="acts">
                    if sheets.len() > 1 { { sheet_choice(&env, &sheets, *sheet, &choose) } }
                    // In a workbook, nothing but its cells separates.
                    if !sheets.get(*sheet).is_some_and(|sheet| sheet.tabbed) {
                        { separator(&env, preview.separator, onoverride.clone()) }
                    }
                </div>
                <Columns preview={Rc::new(preview.clone())} onchange={onoverride} />
                if preview.rows.iter().any(|row| row.draft.as_ref().is_some_and(|draft| draft.guess.is_some())) {
                    <label class="check">
                        <input type="checkbox" checked={*guesses} onchange={flag(&guesses)} />
                        <span>{ env.say(say::take_guesses()) }</span>
                    </label>
                }
                if preview.remarks.iter().any(|remark| remark.code == RemarkCode::NewTerritory) {
                    <label class="check">
                        <input type="checkbox" checked={*territories} onchange={flag(&territories)} />
                        <span>{ env.say(say::take_territories()) }</span>
                    </label>
                }
                { remarks(&env, preview) }
                if let Some(choices) = &choices {
                    if !preview.duplicates.is_empty() {
                        <Duplicates preview={Rc::new(preview.clone())} rows={choices.rows.clone()} onchoose={
                            let chosen = chosen.clone();
                            move |made: Vec<(usize, Choice)>| {
                                let mut next = (*chosen).clone();
                                next.extend(made);
                                chosen.set(next);
                            }
                        } />
                    }
                }
            </>
        },
    };
    html! {
        <Dialog id="tdt-paste" wide=true title={env.say(if props.sheets.is_empty() { say::paste_title() } else { say::list_title() })} close_label={env.say(shell::close())}
            onclose={props.onclose.clone()} foot={html! { <>
                if preview.is_some() {
                    <Button kind={ButtonKind::Quiet} label={env.say(say::another_list())} onclick={again} />
                }
                <Button label={env.say(shell::cancel())} onclick={props.onclose.clone()} />
                if preview.is_some() {
                    <Button kind={ButtonKind::Primary} label={env.say(label)} disabled={entering + merging == 0}
                        onclick={confirm} />
                }
            </> }}>
            { body }
        </Dialog>
    }
}

/// Why a file does not come in.
#[derive(Clone, PartialEq)]
enum Problem {
    Phrase(Phrase),
    Words(String),
}

impl Problem {
    fn words(&self, env: &Env) -> AttrValue {
        match self {
            Self::Phrase(phrase) => env.say(phrase),
            Self::Words(words) => words.clone().into(),
        }
    }
}

/// How the cells of a sheet are apart, where that is known.
fn separated(sheet: Option<&Sheet>) -> Override {
    let tabbed = sheet.is_some_and(|sheet| sheet.tabbed);
    Override { separator: tabbed.then_some(Separator::Tab), ..Override::default() }
}

/// The sheet whose lines enter.
fn sheet_choice(
    env: &Env,
    sheets: &Rc<Vec<Sheet>>,
    chosen: usize,
    choose: &Callback<(Rc<Vec<Sheet>>, usize)>,
) -> Html {
    let options: Vec<SelectOption> = sheets
        .iter()
        .enumerate()
        .map(|(rank, one)| SelectOption::new(rank.to_string(), one.name.clone()))
        .collect();
    let onchange = {
        let sheets = Rc::clone(sheets);
        choose.reform(move |word: String| (Rc::clone(&sheets), word.parse().unwrap_or_default()))
    };
    html! {
        <SelectField id="tdt-paste-sheet" class="inline" small=true label={env.say(say::which_sheet())}
            {options} value={chosen.to_string()} {onchange} />
    }
}

/// Reads a workbook chosen here: one of ours is a dossier, which is imported as such.
fn workbook(
    env: &Env,
    bytes: Vec<u8>,
    choose: Callback<(Rc<Vec<Sheet>>, usize)>,
    problem: UseStateHandle<Option<Problem>>,
) {
    foreign::read(env, bytes, move |came| match came {
        Came::Tables(sheets) => choose.emit((Rc::new(sheets), 0)),
        Came::Dossier(..) | Came::Broken(_) => problem.set(Some(Problem::Phrase(say::whole_dossier()))),
        Came::Refused(message) => problem.set(Some(Problem::Words(message))),
        Came::Missing(words, _) => problem.set(Some(Problem::Phrase(words))),
    });
}

/// How many rows enter, and how many complete something.
fn counts(choices: &Choices) -> (usize, usize) {
    let of = |wanted: fn(&Choice) -> bool| choices.rows.iter().filter(|choice| wanted(choice)).count();
    (of(|choice| *choice == Choice::Enter), of(|choice| matches!(choice, Choice::Merge(_))))
}

fn recognised(preview: &Preview) -> usize {
    preview.columns.iter().filter(|column| !matches!(column, Column::Other | Column::Ignored)).count()
}

/// What separates the cells: recognised, and to be said otherwise.
fn separator(env: &Env, value: Separator, onchange: Callback<Override>) -> Html {
    let options: Vec<SelectOption> =
        Separator::ALL.iter().map(|one| SelectOption::new(one.as_str(), env.say(one.label()))).collect();
    let onchange = Callback::from(move |word: String| {
        // Cut otherwise, the block has other columns: they are recognised anew.
        let separator = Separator::ALL.iter().copied().find(|one| one.as_str() == word);
        onchange.emit(Override { separator, ..Override::default() });
    });
    html! {
        <SelectField id="tdt-paste-separator" class="inline" small=true label={env.say(say::separator())}
            {options} value={value.as_str()} {onchange} />
    }
}

/// A place to paste, or a file to choose.
fn source(
    env: &Env,
    refusal: Option<AttrValue>,
    take: &Callback<String>,
    choose: &Callback<(Rc<Vec<Sheet>>, usize)>,
    problem: &UseStateHandle<Option<Problem>>,
) -> Html {
    let oninput = {
        let take = take.clone();
        Callback::from(move |event: InputEvent| {
            if let Some(area) = event.target_dyn_into::<HtmlTextAreaElement>() {
                // A list typed here line by line is taken with the button; a paste is taken at once.
                if event.input_type() == "insertFromPaste" {
                    take.emit(area.value());
                }
            }
        })
    };
    let area = NodeRef::default();
    let onfile = {
        let (env, take, choose, problem) = (env.clone(), take.clone(), choose.clone(), problem.clone());
        Callback::from(move |event: Event| {
            let Some(input) = event.target_dyn_into::<HtmlInputElement>() else { return };
            let Some(file) = input.files().and_then(|files| files.get(0)) else { return };
            let (env, take, choose, problem) = (env.clone(), take.clone(), choose.clone(), problem.clone());
            files::read(&file, MAX_BYTES, move |bytes| match bytes {
                None => problem.set(Some(Problem::Phrase(say::unreadable_file()))),
                Some(bytes) if bytes.starts_with(b"PK") => workbook(&env, bytes, choose, problem),
                Some(bytes) => match table::text_of(&bytes) {
                    Ok(text) if !text.trim().is_empty() => take.emit(text),
                    Ok(_) => problem.set(Some(Problem::Phrase(say::empty_file()))),
                    Err(phrase) => problem.set(Some(Problem::Phrase(phrase))),
                },
            });
            // The same file can be chosen again once corrected.
            input.set_value("");
        })
    };
    let preview = {
        let (take, area) = (take.clone(), area.clone());
        Callback::from(move |()| {
            if let Some(area) = area.cast::<HtmlTextAreaElement>() {
                take.emit(area.value());
            }
        })
    };
    html! {
        <>
            if let Some(words) = refusal {
                <p class="error" role="alert"><SeverityMark severity={Severity::Blocking} />{ words }</p>
            }
            <div class="field">
                <label class="label" for="tdt-paste-text">{ env.say(say::paste_here()) }</label>
                <p class="help" id="tdt-paste-help">{ env.say(say::paste_help()) }</p>
                <textarea class="input area" id="tdt-paste-text" part="input" rows="7" ref={area} dir="auto"
                    aria-describedby="tdt-paste-help" placeholder={env.say(say::paste_example())} {oninput} />
            </div>
            <p><Button label={env.say(say::see_list())} onclick={preview} /></p>
            <div class="field">
                <label class="label" for="tdt-paste-file">{ env.say(say::choose_file()) }</label>
                <input class="input" id="tdt-paste-file" part="input" type="file" accept=".csv,.tsv,.txt,.xlsx,text/csv,text/plain"
                    onchange={onfile} />
            </div>
        </>
    }
}

fn remarks(env: &Env, preview: &Preview) -> Html {
    if preview.remarks.is_empty() {
        return Html::default();
    }
    let more = preview.remarks.len().saturating_sub(LISTED);
    html! {
        <section class="report-sec">
            <h3 class="h-small">{ env.say(say::remarks(preview.remarks.len())) }</h3>
            <ul>
                { for preview.remarks.iter().take(LISTED).map(|remark| {
                    let severity = if remark.code.keeps_out() { Severity::Warning } else { Severity::Advice };
                    html! {
                        <li class="with-mark"><SeverityMark {severity} /><span>{ env.say(&remark.phrase) }</span></li>
                    }
                }) }
            </ul>
            if more > 0 { <p class="small">{ env.say(say::more_remarks(more)) }</p> }
        </section>
    }
}
