//! Headings, words and sentences of the files of other tools, and what is said of reading them.

texts! { formats;
    not_made(why): "Ce fichier n’a pas pu être écrit ({why}). Le dossier est intact.", "This file could not be written ({why}). The dossier is intact.";
}
