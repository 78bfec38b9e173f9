//! Any picture of the screen as a file: SVG, or PNG drawn from it by the browser.
//!
//! ```text
//! { picture_tools(&env, &figure, "plan", env.say(say::plane_title()), html! {}) }
//! ```
//! beside a picture is all it takes: `figure` is the `<svg>`, or what holds it with its `figcaption`.

use js_sys::{Array, Promise, Uint8Array};
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{Blob, BlobPropertyBag, Element, HtmlCanvasElement, Url};
use yew::prelude::*;

use super::copy::{Copier, in_light};
use super::measure::Ruler;
use crate::exchange::png;
use crate::exchange::svg::{SvgWriter, length, lines};
use crate::i18n::texts::charts as say;
use crate::model::ActorKind;
use crate::ui::env::{Data, Env, Intent, use_data, use_env};
use crate::ui::files;
use crate::ui::widgets::{Button, ButtonKind, KindMark, kind_class};
use crate::vocabulary;

#[wasm_bindgen]
extern "C" {
    type Image;
    #[wasm_bindgen(constructor, catch)]
    fn new() -> Result<Image, JsValue>;
    #[wasm_bindgen(method, setter)]
    fn set_src(this: &Image, address: &str);
    #[wasm_bindgen(method, catch)]
    fn decode(this: &Image) -> Result<Promise, JsValue>;

    type Pen;
    #[wasm_bindgen(method, catch, js_name = drawImage)]
    fn draw(this: &Pen, image: &Image, x: f64, y: f64, width: f64, height: f64) -> Result<(), JsValue>;
}

/// Around everything, and between the parts.
const MARGIN: f64 = 16.0;
/// Height of a line of the title, and of the source.
const LINE: (f64, f64) = (22.0, 16.0);
/// Points that a canvas holds in every browser.
const MOST_POINTS: f64 = 16_000_000.0;

/// The class of a table laid out to be copied.
const SHEET: &str = "picture-table";

/// What a picture is saved as.
#[derive(Clone, Copy, PartialEq)]
enum Format {
    Svg,
    /// With so many dots per inch; the screen has 96.
    Png(f64),
}

/// What [`PictureBox`] needs.
#[derive(Properties, PartialEq)]
pub struct BoxProps {
    /// What the file is called after the title of the dossier.
    pub name: &'static str,
    /// Title in the file.
    pub title: AttrValue,
    /// The `<svg>`, and what stands under it on the screen alone.
    pub children: Html,
}

/// A picture with the buttons that save it, for one drawn by a plain function.
#[component]
pub fn PictureBox(props: &BoxProps) -> Html {
    let env = use_env();
    let figure = use_node_ref();
    html! {
        <>
            <div ref={figure.clone()}>{ props.children.clone() }</div>
            { picture_tools(&env, &figure, props.name, props.title.clone(), Html::default()) }
        </>
    }
}

/// The buttons that save a picture, to be put beside it; nothing where the page wants no way out. `figure` is the
/// `<svg>` or what holds it, `name` what the file is called after the title of the dossier, in letters and hyphens.
/// The `figcaption` of the figure is copied under the picture as it is on the screen, then the families of actors that
/// the picture shows (classes `k-…`), then `legend`: what the file must say and the screen says elsewhere. The marks of
/// a legend are copied where they are SVG.
pub fn picture_tools(
    env: &Env,
    figure: &NodeRef,
    name: &'static str,
    title: AttrValue,
    legend: Html,
) -> Html {
    if env.no_export {
        return Html::default();
    }
    html! { <PictureTools figure={figure.clone()} {name} {title} {legend} table={None} /> }
}

/// The buttons that save a table as a picture, as it is laid out on a sheet of its own whatever the screen; nothing
/// where the page wants no way out. Its rules, its words and its marks are copied.
#[component]
pub fn TableTools(props: &TableProps) -> Html {
    let env = use_env();
    let sheet = use_node_ref();
    if env.no_export {
        return Html::default();
    }
    let table = Some(props.children.clone());
    html! { <PictureTools figure={sheet} name={props.name} title={props.title.clone()} legend={Html::default()} {table} /> }
}

/// What [`TableTools`] needs.
#[derive(Properties, PartialEq)]
pub struct TableProps {
    /// What the file is called after the title of the dossier.
    pub name: &'static str,
    /// Title in the file.
    pub title: AttrValue,
    /// The table, and what stands with it in the file.
    pub children: Html,
}

#[derive(Properties, PartialEq)]
struct Props {
    figure: NodeRef,
    name: &'static str,
    title: AttrValue,
    legend: Html,
    /// What to draw where it is not on the screen: it is laid out for the time of the copy.
    table: Option<Html>,
}

#[component]
fn PictureTools(props: &Props) -> Html {
    let (env, data) = (use_env(), use_data());
    let asked = use_state(|| None::<Format>);
    let key = use_node_ref();
    {
        let (asked, key, env, data) = (asked.clone(), key.clone(), env.clone(), data);
        let (figure, name, title) = (props.figure.clone(), props.name, props.title.clone());
        use_effect_with(*asked, move |format| {
            let Some(format) = *format else { return };
            let drawn = picture(&figure).and_then(|picture| {
                Sheet { env: &env, data: &data, title: &title }.draw(&figure, &picture, &key)
            });
            asked.set(None);
            match drawn {
                Some(drawn) => drawn.save(env, data, name, format),
                None => env.toast(say::picture_failed()),
            }
        });
    }
    let button = |format: Format, label, title| {
        let asked = asked.clone();
        html! {
            <Button kind={ButtonKind::Quiet} class="btn-sm" label={env.say(label)} title={env.say(title)}
                onclick={Callback::from(move |()| asked.set(Some(format)))} />
        }
    };
    let shown = asked.and_then(|_| picture(&props.figure)).map(|picture| kinds_of(&picture));
    html! {
        <div class="picture-tools no-print" role="group" aria-label={env.say(say::picture_save(props.title.to_string()))}>
            <span class="small" aria-hidden="true">{ env.say(say::picture_download()) }</span>
            { button(Format::Svg, say::picture_svg(), say::picture_svg_name()) }
            { button(Format::Png(192.0), say::picture_png(), say::picture_png_name()) }
            { button(Format::Png(300.0), say::picture_print(), say::picture_print_name()) }
            if let Some(table) = props.table.clone().filter(|_| asked.is_some()) {
                <div class={SHEET} ref={props.figure.clone()} aria-hidden="true">{ table }</div>
            }
            if let Some(kinds) = shown {
                <div class="picture-key" ref={key} aria-hidden="true">
                    if !kinds.is_empty() {
                        <ul class="legend-inline">
                            { for kinds.into_iter().map(|kind| html! {
                                <li><KindMark kind={kind} size={16} /><span>{ env.say(vocabulary::kind(kind)) }</span></li>
                            }) }
                        </ul>
                    }
                    { props.legend.clone() }
                </div>
            }
        </div>
    }
}

/// The picture of a figure.
fn picture(figure: &NodeRef) -> Option<Element> {
    let figure = figure.cast::<Element>()?;
    if figure.local_name() == "svg" || figure.class_name() == SHEET {
        return Some(figure);
    }
    // Marks may stand before it, in the words around.
    let found = |selector| figure.query_selector(selector).ok().flatten();
    found(":scope > svg").or_else(|| found("svg"))
}

/// The families that a picture shows.
fn kinds_of(picture: &Element) -> Vec<ActorKind> {
    let shown = |kind: &&ActorKind| {
        let class = format!(".{}", kind_class(Some(**kind)));
        picture.query_selector(&class).is_ok_and(|found| found.is_some())
    };
    ActorKind::ALL.iter().filter(shown).copied().collect()
}

/// What stands around a picture on its sheet.
struct Sheet<'a> {
    env: &'a Env,
    data: &'a Data,
    title: &'a str,
}

/// A picture ready to be saved, and its size in pixels.
struct Drawn {
    text: String,
    width: f64,
    height: f64,
}

impl Sheet<'_> {
    /// Title, picture, legends, source and date, one under the other; `None` where the picture is not on the screen.
    fn draw(&self, figure: &NodeRef, picture: &Element, key: &NodeRef) -> Option<Drawn> {
        let rect = picture.get_bounding_client_rect();
        let window = web_sys::window().filter(|_| rect.width() > 0.0 && rect.height() > 0.0)?;
        let caption =
            figure.cast::<Element>().and_then(|figure| figure.query_selector("figcaption").ok().flatten());
        let legends: Vec<(Element, web_sys::DomRect)> = caption
            .into_iter()
            .chain(key.cast::<Element>())
            .map(|legend| (legend.clone(), legend.get_bounding_client_rect()))
            .filter(|(_, rect)| rect.height() > 0.0)
            .collect();
        let inner = legends.iter().map(|(_, rect)| rect.width()).fold(rect.width(), f64::max).max(280.0);
        let style = window.get_computed_style(picture).ok().flatten()?;
        let font = style.get_property_value("font-family").unwrap_or_default();
        let mut ruler = Ruler::default();
        let mut cut = |words: &str, look: &str| {
            ruler.set_font(&format!("{look} {font}"));
            lines(words, inner, |line| ruler.width(line))
        };
        let (title, source) = (cut(self.title, "600 17px"), cut(&self.source(), "12px"));
        let top = MARGIN + LINE.0 * title.len() as f64 + 6.0;
        let mut height = top + rect.height() + MARGIN;
        let places: Vec<f64> = legends
            .iter()
            .map(|(_, rect)| {
                let place = height;
                height += rect.height() + MARGIN / 2.0;
                place
            })
            .collect();
        let foot = height + MARGIN / 2.0;
        // Whole pixels, or the edge of the PNG would be half transparent.
        height = (foot + LINE.1 * source.len() as f64 + MARGIN / 2.0).ceil();
        let width = (inner + 2.0 * MARGIN).ceil();
        let svg = SvgWriter::new(width, height, self.title, &self.source());
        let text = in_light(picture, || {
            let mut copier = Copier { window, svg };
            let set = |copier: &mut Copier,
                       lines: &[String],
                       from: f64,
                       step: f64,
                       size: &str,
                       weight: &str,
                       ink: &str| {
                for (line, words) in lines.iter().enumerate() {
                    let y = length(from + step * line as f64);
                    copier.svg.element(
                        "text",
                        &[
                            ("x", &*length(MARGIN)),
                            ("y", &*y),
                            ("font-family", &*font),
                            ("font-size", size),
                            ("font-weight", weight),
                            ("fill", ink),
                        ],
                    );
                    copier.svg.text(words);
                    copier.svg.close();
                }
            };
            set(&mut copier, &title, MARGIN + 16.0, LINE.0, "17", "600", "#1e1c19");
            if picture.local_name() == "svg" {
                copier.drawing(picture, MARGIN, top);
            } else {
                let (left, top) = (MARGIN - rect.left(), top - rect.top());
                copier.rules(picture, left, top);
                copier.legend(picture, left, top);
            }
            for ((legend, rect), place) in legends.iter().zip(&places) {
                copier.legend(legend, MARGIN - rect.left(), place - rect.top());
            }
            set(&mut copier, &source, foot + 8.0, LINE.1, "12", "400", "#666158");
            copier.svg.finish()
        });
        Some(Drawn { text, width, height })
    }

    /// "Métiers du tourisme, révision 12. 22 novembre 2026. Source : Tour de table".
    fn source(&self) -> String {
        let dossier = &self.data.dossier;
        let title = Some(dossier.title()).filter(|title| !title.is_empty());
        let title = title.map_or_else(|| self.env.say(say::unnamed()).to_string(), str::to_owned);
        let revision = i64::from(dossier.revision.unwrap_or_default());
        let day = self.env.format().date(self.env.today().0);
        self.env.say(say::picture_source(title, revision, day)).to_string()
    }
}

impl Drawn {
    /// Hands the file to the application, which asks the page first.
    fn save(self, env: Env, data: Data, what: &'static str, format: Format) {
        let extension = if format == Format::Svg { "svg" } else { "png" };
        let dossier = &data.dossier;
        let revision = dossier.revision.unwrap_or_default();
        // Two sizes of the same picture are two files.
        let what = if format == Format::Png(300.0) { format!("{what} 300 ppp") } else { what.to_owned() };
        let name = files::picture_name(&env.today().to_string(), dossier.title(), revision, &what, extension);
        let Format::Png(dots) = format else {
            return env.ask(Intent::Deliver("svg", name, "image/svg+xml".to_owned(), self.text.into_bytes()));
        };
        spawn_local(async move {
            match self.pixels(dots).await {
                Ok(bytes) => env.ask(Intent::Deliver("png", name, "image/png".to_owned(), bytes)),
                Err(_) => env.toast(say::picture_failed()),
            }
        });
    }

    /// Draws the picture, with so many dots per inch where a canvas can hold them, else with as many as it holds.
    async fn pixels(&self, dots: f64) -> Result<Vec<u8>, JsValue> {
        let scale = (dots / 96.0).min((MOST_POINTS / (self.width * self.height)).sqrt());
        let parts = Array::of1(&Uint8Array::from(self.text.as_bytes()));
        let options = BlobPropertyBag::new();
        options.set_type("image/svg+xml");
        let blob = Blob::new_with_u8_array_sequence_and_options(&parts, &options)?;
        // The policy of the page lets images come from a blob, never from `data:`.
        let address = Url::create_object_url_with_blob(&blob)?;
        let drawn = self.drawn(&address, scale).await;
        Url::revoke_object_url(&address).ok();
        let blob: Blob = drawn?.dyn_into()?;
        let bytes = Uint8Array::new(&JsFuture::from(blob.array_buffer()).await?).to_vec();
        Ok(png::with_resolution(bytes, 96.0 * scale))
    }

    async fn drawn(&self, address: &str, scale: f64) -> Result<JsValue, JsValue> {
        let image = Image::new()?;
        image.set_src(address);
        JsFuture::from(image.decode()?).await?;
        let document = web_sys::window().and_then(|window| window.document()).ok_or(JsValue::NULL)?;
        let canvas: HtmlCanvasElement = document.create_element("canvas")?.unchecked_into();
        let (width, height) = ((self.width * scale).round(), (self.height * scale).round());
        canvas.set_width(width as u32);
        canvas.set_height(height as u32);
        let pen: Pen = canvas.get_context("2d")?.ok_or(JsValue::NULL)?.unchecked_into();
        pen.draw(&image, 0.0, 0.0, width, height)?;
        let written = Promise::new(&mut |done, failed| {
            if canvas.to_blob(&done).is_err() {
                failed.call0(&JsValue::NULL).ok();
            }
        });
        JsFuture::from(written).await
    }
}
