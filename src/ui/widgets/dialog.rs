//! A modal dialog: the browser's own `<dialog>`, which traps focus, closes on Escape and gives focus back.

use wasm_bindgen::JsCast;
use web_sys::{HtmlDialogElement, HtmlElement};
use yew::prelude::*;

use super::button::IconButton;
use super::icon::IconName;

#[derive(Properties, PartialEq)]
pub struct Props {
    /// Id of the title.
    pub id: AttrValue,
    /// Title.
    pub title: AttrValue,
    /// Name of the closing button.
    pub close_label: AttrValue,
    /// What to do when the person closes it.
    pub onclose: Callback<()>,
    /// Wide enough for a table.
    #[prop_or_default]
    pub wide: bool,
    /// Buttons.
    #[prop_or_default]
    pub foot: Html,
    /// Body.
    pub children: Html,
}

/// Where a dialog begins with a field to write in, one writes at once.
fn write_first(dialog: &HtmlDialogElement) {
    let first =
        dialog.query_selector(".dialog-body :is(a, button, input, select, textarea, summary, [tabindex])");
    let Some(first) = first.ok().flatten().and_then(|first| first.dyn_into::<HtmlElement>().ok()) else {
        return;
    };
    if first.matches("textarea, input[type=text]").unwrap_or_default() {
        first.focus().ok();
    }
}

/// An open dialog; it is rendered only while it is open.
#[component]
pub fn Dialog(props: &Props) -> Html {
    let node = use_node_ref();
    {
        let node = node.clone();
        use_effect_with((), move |()| {
            let dialog = node.cast::<HtmlDialogElement>();
            if let Some(dialog) = dialog.as_ref().filter(|dialog| !dialog.open()) {
                dialog.show_modal().ok();
                write_first(dialog);
            }
            move || {
                if let Some(dialog) = dialog {
                    dialog.close();
                }
            }
        });
    }
    let oncancel = {
        let close = props.onclose.clone();
        Callback::from(move |event: Event| {
            event.prevent_default();
            close.emit(());
        })
    };
    let class = classes!("dialog", props.wide.then_some("dialog-wide"));
    html! {
        <dialog ref={node} {class} part="dialog" aria-labelledby={props.id.clone()} {oncancel}>
            <header class="dialog-head">
                <h2 class="h-block" id={props.id.clone()}>{ &props.title }</h2>
                <IconButton icon={IconName::Close} label={props.close_label.clone()} onclick={props.onclose.clone()} />
            </header>
            <div class="dialog-body" data-draft="">{ props.children.clone() }</div>
            <footer class="dialog-foot">{ props.foot.clone() }</footer>
        </dialog>
    }
}
