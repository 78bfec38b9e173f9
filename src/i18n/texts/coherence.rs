//! The coherence step.

texts! { coherence;
    views: "Présentation", "Shown as";
    view_matrix: "Matrice et vivier", "Matrix and pool";
    view_alliances: "Positions et alliances", "Positions and alliances";
    view_network: "Réseau", "Network";
}
