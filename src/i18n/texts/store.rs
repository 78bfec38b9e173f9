//! Saving: why it does not work as usual, and what can be done.

texts! { store;
    off: "La page qui accueille l’outil se charge de conserver le dossier.", "The page that hosts the tool takes care of keeping the dossier.";
    why_refused: "Le navigateur refuse le stockage ici : exportez le dossier avant de fermer la page.", "The browser refuses storage here: export the dossier before closing the page.";
    why_busy: "Un autre onglet retient les données. Fermez les autres onglets de ce site, puis réessayez.", "Another tab holds the data. Close the other tabs of this site, then try again.";
    why_full: "Il n’y a plus de place sur ce poste. Exportez le dossier, puis libérez de l’espace.", "There is no room left on this computer. Export the dossier, then free some space.";
    why_lost: "Le navigateur a perdu le lien avec les données de ce poste. Exportez le dossier par précaution.", "The browser lost the link with the data of this computer. Export the dossier to be safe.";
    why_newer: "Une version plus récente de l’outil a écrit ces données. Elles restent intactes : rechargez la page, ou téléchargez-les.", "A newer version of the tool wrote these data. They are untouched: reload the page, or download them.";
    why_damaged: "Le dossier conservé sur ce poste est illisible. Il est mis de côté : choisissez par où reprendre.", "The dossier kept on this computer cannot be read. It is set aside: choose where to start again.";
    why_not_written: "Le dossier n’a pas pu être mis en forme. La dernière version enregistrée reste en place.", "The dossier could not be written out. The last saved version stays in place.";
    why_panicked: "L’outil s’est arrêté sur une erreur interne. La dernière version enregistrée reste en place.", "The tool stopped on an internal error. The last saved version stays in place.";
}
