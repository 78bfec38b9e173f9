//! Pictures drawn as SVG, each with its table.
use yew::prelude::*;
/// shim
#[derive(Properties, PartialEq)]
pub struct MapProps {
    pub map: crate::analysis::qualification::Map,
    pub onselect: Callback<crate::model::Id>,
}
/// shim
#[component]
pub fn InfluenceMap(_p: &MapProps) -> Html {
    Html::default()
}
