//! Saving: what is told, why it fails, what can be done.

texts! { store;
    nothing: "Rien à enregistrer", "Nothing to save";
    modified: "Modifié", "Edited";
    saving: "Enregistrement…", "Saving…";
    saved(time): "Enregistré à {time}", "Saved at {time}";
    failed_retrying(why): "Échec de l’enregistrement, nouvel essai à suivre. {why}", "Saving failed, another attempt will follow. {why}";
    failed(why): "Échec de l’enregistrement. {why}", "Saving failed. {why}";
    memory_only(why): "Le dossier n’est pas conservé sur ce poste. {why}", "The dossier is not kept on this computer. {why}";
    off: "La page qui accueille l’outil se charge de conserver le dossier.", "The page that hosts the tool takes care of keeping the dossier.";
    read_only(why): "Lecture seule. {why}", "Read only. {why}";
    conflict_at(time): "Une autre version de ce dossier a été enregistrée à {time} dans un autre onglet. Les deux sont conservées : choisissez celle qui continue.", "Another version of this dossier was saved at {time} in another tab. Both are kept: choose the one that goes on.";
    conflict: "Une autre version de ce dossier a été enregistrée dans un autre onglet. Les deux sont conservées : choisissez celle qui continue.", "Another version of this dossier was saved in another tab. Both are kept: choose the one that goes on.";
    why_refused: "Le navigateur refuse le stockage ici : exportez le dossier avant de fermer la page.", "The browser refuses storage here: export the dossier before closing the page.";
    why_busy: "Un autre onglet retient les données. Fermez les autres onglets de ce site, puis réessayez.", "Another tab holds the data. Close the other tabs of this site, then try again.";
    why_full: "Il n’y a plus de place sur ce poste. Exportez le dossier, puis libérez de l’espace.", "There is no room left on this computer. Export the dossier, then free some space.";
    why_lost: "Le navigateur a perdu le lien avec les données de ce poste. Exportez le dossier par précaution.", "The browser lost the link with the data of this computer. Export the dossier to be safe.";
    why_newer: "Une version plus récente de l’outil a écrit ces données. Elles restent intactes : rechargez la page, ou téléchargez-les.", "A newer version of the tool wrote these data. They are untouched: reload the page, or download them.";
    why_damaged: "Le dossier conservé sur ce poste est illisible. Il est mis de côté : choisissez par où reprendre.", "The dossier kept on this computer cannot be read. It is set aside: choose where to start again.";
    why_not_written: "Le dossier n’a pas pu être mis en forme. La dernière version enregistrée reste en place.", "The dossier could not be written out. The last saved version stays in place.";
    why_panicked: "L’outil s’est arrêté sur une erreur interne. La dernière version enregistrée reste en place.", "The tool stopped on an internal error. The last saved version stays in place.";
    also_open: "Ce dossier est aussi ouvert dans un autre onglet ou un autre cadre : une version plus récente peut en venir.", "This dossier is also open in another tab or frame: a newer version may come from there.";
    replaced(time): "Version enregistrée à {time} dans un autre onglet, affichée ici.", "Version saved at {time} in another tab, shown here.";
    recovered: "La dernière saisie, interrompue par la fermeture, est retrouvée.", "The last entry, cut short by the closing, has been recovered.";
    damaged_title: "Le dossier conservé sur ce poste est illisible", "The dossier kept on this computer cannot be read";
    damaged_help: "Rien n’est perdu ni remplacé. Le texte illisible est mis de côté et peut être téléchargé.", "Nothing is lost or replaced. The unreadable text is set aside and can be downloaded.";
    take_previous(time): "Reprendre la version enregistrée à {time}", "Go on with the version saved at {time}";
    start_blank: "Commencer un dossier vierge", "Start a blank dossier";
    download_raw: "Télécharger le texte illisible", "Download the unreadable text";
    retry: "Réessayer", "Try again";
    keep_mine: "Garder ma version", "Keep my version";
    take_theirs: "Prendre l’autre version", "Take the other version";
    versions: "Versions conservées sur ce poste", "Versions kept on this computer";
    version_revision: "Version enregistrée", "Saved version";
    version_branch: "Version mise de côté", "Version set aside";
    version_damaged: "Texte illisible", "Unreadable text";
    erase: "Effacer mes données de ce poste", "Erase my data from this computer";
}
