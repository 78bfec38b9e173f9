//! What leaves with a copy of the dossier, and what does not.

texts! { privacy;
    names(n): ["{n} nom de personne", "{n} noms de personnes"], ["{n} name of a person", "{n} names of people"];
    emails(n): ["{n} courriel", "{n} courriels"], ["{n} e-mail address", "{n} e-mail addresses"];
    phones(n): ["{n} numéro de téléphone", "{n} numéros de téléphone"], ["{n} telephone number", "{n} telephone numbers"];
    holder_names(n): ["{n} nom de titulaire de siège", "{n} noms de titulaires de sièges"], ["{n} name of a seat holder", "{n} names of seat holders"];
    numbered(n): ["{n} nom remplacé par un numéro (qui évalue, qui répond)", "{n} noms remplacés par un numéro (qui évalue, qui répond)"], ["{n} name replaced by a number (who rates, who answers)", "{n} names replaced by a number (who rates, who answers)"];
    notes(n): ["{n} note, preuve ou raison", "{n} notes, preuves ou raisons"], ["{n} note, evidence or reason", "{n} notes, evidence or reasons"];
    conflicts(n): ["{n} lien de conflit", "{n} liens de conflit"], ["{n} tie of conflict", "{n} ties of conflict"];
    contacts(n): ["{n} interlocuteur", "{n} interlocuteurs"], ["{n} contact", "{n} contacts"];
    holders(n): ["{n} titulaire de siège", "{n} titulaires de sièges"], ["{n} seat holder", "{n} seat holders"];
    readings(n): ["{n} relevé de qualification", "{n} relevés de qualification"], ["{n} rating", "{n} ratings"];
    targets(n): ["{n} mobilisation visée", "{n} mobilisations visées"], ["{n} target of mobilisation", "{n} targets of mobilisation"];
    stages(n): ["{n} étape de parcours", "{n} étapes de parcours"], ["{n} stage of the pathway", "{n} stages of the pathway"];
    contributions(n): ["{n} apport", "{n} apports"], ["{n} contribution", "{n} contributions"];
    positions(n): ["{n} position", "{n} positions"], ["{n} position", "{n} positions"];
    influences(n): ["{n} influence", "{n} influences"], ["{n} influence", "{n} influences"];
    ties(n): ["{n} lien entre acteurs", "{n} liens entre acteurs"], ["{n} tie between actors", "{n} ties between actors"];
    responsibilities(n): ["{n} responsabilité", "{n} responsabilités"], ["{n} responsibility", "{n} responsibilities"];
    seats(n): ["{n} siège", "{n} sièges"], ["{n} seat", "{n} seats"];
    interests(n): ["{n} texte sur les intérêts d’un acteur", "{n} textes sur les intérêts des acteurs"], ["{n} text on the interests of an actor", "{n} texts on the interests of actors"];
    offers(n): ["{n} apport qui n’est pas encore acté", "{n} apports qui ne sont pas encore actés"], ["{n} contribution not agreed yet", "{n} contributions not agreed yet"];
    amounts(n): ["{n} montant", "{n} montants"], ["{n} amount", "{n} amounts"];
    conditions(n): ["{n} condition d’exercice", "{n} conditions d’exercice"], ["{n} condition of a role", "{n} conditions of roles"];
    clauses(n): ["{n} clause ou obligation", "{n} clauses ou obligations"], ["{n} clause or obligation", "{n} clauses or obligations"];
    decisions(n): ["{n} décision de rencontre", "{n} décisions de rencontres"], ["{n} decision of a meeting", "{n} decisions of meetings"];
    answers(n): ["{n} réponse au questionnaire", "{n} réponses au questionnaire"], ["{n} answer to the questionnaire", "{n} answers to the questionnaire"];
    set_aside(n): ["{n} point écarté", "{n} points écartés"], ["{n} point set aside", "{n} points set aside"];
    ids(n): ["{n} identifiant qui répétait un nom, remplacé", "{n} identifiants qui répétaient un nom, remplacés"], ["{n} identifier that repeated a name, replaced", "{n} identifiers that repeated a name, replaced"];
    others(n): ["{n} autre précision", "{n} autres précisions"], ["{n} other detail", "{n} other details"];
    unknown(n): ["{n} champ d’un autre outil", "{n} champs d’un autre outil"], ["{n} field of another tool", "{n} fields of another tool"];
}
