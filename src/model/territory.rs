//! Places, what people and firms lack there, and the stages of the citizen's pathway.

use super::json::{closed, identified, record};
use super::scalar::Id;

closed! {
    /// The kind of a territory.
    TerritoryKind {
        /// Municipality.
        Commune = "commune",
        /// Association of municipalities.
        Epci = "epci",
        /// Labour market area.
        Bassin = "bassin",
        /// Department.
        Departement = "departement",
        /// Region.
        Region = "region",
        /// Any other area.
        Other = "other",
    }
}

record! {
    /// A code in a published list.
    "Code"
    Code {
        /// The list, for example COG.
        scheme "scheme" "Référentiel": String,
        /// The code.
        value "value" "Valeur": String,
    }
}

record! {
    /// A named area with a code, a kind and an optional parent.
    "Territoire"
    Territory {
        /// Identifier.
        id "id" "Identifiant": Id,
        /// Name.
        name "name" "Nom": String,
        /// Kind.
        kind "kind" "Nature": Option<TerritoryKind>,
        /// INSEE COG or a free code.
        code "code" "Code": Option<Code>,
        /// The territory that contains it.
        parent "parent" "Territoire parent": Option<Id> => Territory,
    }
}

record! {
    /// A stage of the citizen's pathway.
    "Étape de parcours"
    PathwayStage {
        /// Identifier.
        id "id" "Identifiant": Id,
        /// Title.
        title "title" "Intitulé": String,
    }
}

record! {
    /// What a territory's people or firms lack.
    "Besoin"
    Need {
        /// Identifier.
        id "id" "Identifiant": Id,
        /// Title.
        title "title" "Intitulé": String,
        /// Theme: housing, mobility, childcare, skills…
        theme "theme" "Thème": String,
        /// Where.
        territories "territories" "Territoires": Vec<Id> => Territory,
        /// At which stages of the pathway.
        stages "stages" "Étapes de parcours": Vec<Id> => Stage,
        /// The actors that lift it.
        lifted_by "liftedBy" "Levé par": Vec<Id> => Actor,
    }
}

identified!(Territory, PathwayStage, Need);
