//! The parts of the file that hold no word of a dossier: styles, lists, settings, relations.

use std::fmt::Write as _;

use super::images;
use crate::i18n::Lang;

/// `[Content_Types].xml`, with the place of the type of pictures.
const TYPES: &str = concat!(
    r#"<?xml version="1.0" encoding="UTF-8" standalone="yes"?>"#,
    r#"<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">"#,
    r#"<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>"#,
    r#"<Default Extension="xml" ContentType="application/xml"/>"#,
    "{png}",
    r#"<Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/>"#,
    r#"<Override PartName="/word/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.styles+xml"/>"#,
    r#"<Override PartName="/word/numbering.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.numbering+xml"/>"#,
    r#"<Override PartName="/word/settings.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.settings+xml"/>"#,
    r#"<Override PartName="/word/footer1.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.footer+xml"/>"#,
    r#"<Override PartName="/docProps/core.xml" ContentType="application/vnd.openxmlformats-package.core-properties+xml"/>"#,
    "</Types>"
);

/// `[Content_Types].xml`; the type of pictures where there are some.
pub(super) fn types(pictures: bool) -> String {
    TYPES
        .replace("{png}", if pictures { r#"<Default Extension="png" ContentType="image/png"/>"# } else { "" })
}

/// `_rels/.rels`.
pub(super) const RELATIONS: &str = concat!(
    r#"<?xml version="1.0" encoding="UTF-8" standalone="yes"?>"#,
    r#"<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">"#,
    r#"<Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/>"#,
    r#"<Relationship Id="rId2" Type="http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties" Target="docProps/core.xml"/>"#,
    "</Relationships>"
);

/// `word/_rels/document.xml.rels`, but for pictures.
const DOCUMENT_RELATIONS: &str = concat!(
    r#"<?xml version="1.0" encoding="UTF-8" standalone="yes"?>"#,
    r#"<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">"#,
    r#"<Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles" Target="styles.xml"/>"#,
    r#"<Relationship Id="rId2" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/numbering" Target="numbering.xml"/>"#,
    r#"<Relationship Id="rId3" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/settings" Target="settings.xml"/>"#,
    r#"<Relationship Id="rId4" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/footer" Target="footer1.xml"/>"#,
    "</Relationships>"
);

/// `word/_rels/document.xml.rels` with so many pictures.
pub(super) fn document_relations(pictures: usize) -> String {
    let mut out = DOCUMENT_RELATIONS.trim_end_matches("</Relationships>").to_owned();
    for rank in 1..=pictures {
        let (id, target) = (images::relation(rank), images::target(rank));
        let _ = write!(
            out,
            r#"<Relationship Id="{id}" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/image" Target="{target}"/>"#
        );
    }
    out + "</Relationships>"
}

/// `word/numbering.xml`: one list, with bullets.
pub(super) const NUMBERING: &str = concat!(
    r#"<?xml version="1.0" encoding="UTF-8" standalone="yes"?>"#,
    r#"<w:numbering xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">"#,
    r#"<w:abstractNum w:abstractNumId="0"><w:multiLevelType w:val="singleLevel"/><w:lvl w:ilvl="0"><w:start w:val="1"/>"#,
    r#"<w:numFmt w:val="bullet"/><w:pStyle w:val="Listepuces"/><w:lvlText w:val="•"/><w:lvlJc w:val="left"/>"#,
    r#"<w:pPr><w:ind w:left="357" w:hanging="357"/></w:pPr></w:lvl></w:abstractNum>"#,
    r#"<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>"#
);

/// `word/settings.xml`. The file is that of a present version, not one to be shown in compatibility mode, and a word
/// processor is asked not to add the names of people to it.
pub(super) const SETTINGS: &str = concat!(
    r#"<?xml version="1.0" encoding="UTF-8" standalone="yes"?>"#,
    r#"<w:settings xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:removePersonalInformation/>"#,
    r#"<w:defaultTabStop w:val="708"/><w:compat><w:compatSetting w:name="compatibilityMode" "#,
    r#"w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat></w:settings>"#
);

/// The full tag of a language, for spelling and for reading aloud.
pub(super) const fn tag(lang: Lang) -> &'static str {
    match lang {
        Lang::Fr => "fr-FR",
        Lang::En => "en-GB",
    }
}

/// `word/styles.xml`. The names are those by which every word processor knows its own styles: it shows "heading 1" as
/// "Titre 1" in French.
pub(super) fn styles(lang: Lang) -> String {
    let mut out = String::from(r#"<?xml version="1.0" encoding="UTF-8" standalone="yes"?>"#);
    out.push_str(
        r#"<w:styles xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:docDefaults>"#,
    );
    out.push_str(r#"<w:rPrDefault><w:rPr><w:rFonts w:ascii="Calibri" w:hAnsi="Calibri" w:eastAsia="Calibri" w:cs="Calibri"/>"#);
    out.push_str(r#"<w:sz w:val="21"/><w:szCs w:val="21"/><w:lang w:val=""#);
    out.push_str(tag(lang));
    out.push_str(r#"" w:eastAsia="en-US" w:bidi="ar-SA"/></w:rPr></w:rPrDefault>"#);
    out.push_str(r#"<w:pPrDefault><w:pPr><w:spacing w:after="120" w:line="264" w:lineRule="auto"/></w:pPr></w:pPrDefault></w:docDefaults>"#);
    out.push_str(FIXED);
    for (level, size, before) in [(1, 34, 0), (2, 27, 320), (3, 23, 240), (4, 21, 200)] {
        let page = if level == 1 { "<w:pageBreakBefore/>" } else { "" };
        let _ = write!(
            out,
            r#"<w:style w:type="paragraph" w:styleId="Titre{level}"><w:name w:val="heading {level}"/><w:basedOn w:val="Normal"/><w:next w:val="Normal"/><w:uiPriority w:val="9"/><w:qFormat/><w:pPr><w:keepNext/><w:keepLines/>{page}<w:spacing w:before="{before}" w:after="120"/><w:outlineLvl w:val="{}"/></w:pPr><w:rPr><w:b/><w:bCs/><w:color w:val="1F3864"/><w:sz w:val="{size}"/><w:szCs w:val="{size}"/></w:rPr></w:style>"#,
            level - 1
        );
    }
    for level in [1, 2] {
        let _ = write!(
            out,
            r#"<w:style w:type="paragraph" w:styleId="TM{level}"><w:name w:val="toc {level}"/><w:basedOn w:val="Normal"/><w:next w:val="Normal"/><w:uiPriority w:val="39"/><w:pPr><w:tabs><w:tab w:val="right" w:leader="dot" w:pos="9638"/></w:tabs><w:spacing w:after="40"/><w:ind w:left="{}"/></w:pPr></w:style>"#,
            (level - 1) * 280
        );
    }
    out.push_str("</w:styles>");
    out
}

const FIXED: &str = concat!(
    r#"<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/></w:style>"#,
    r#"<w:style w:type="table" w:default="1" w:styleId="TableauNormal"><w:name w:val="Normal Table"/><w:uiPriority w:val="99"/>"#,
    r#"<w:semiHidden/><w:tblPr><w:tblInd w:w="0" w:type="dxa"/><w:tblCellMar><w:top w:w="0" w:type="dxa"/><w:left w:w="108" w:type="dxa"/>"#,
    r#"<w:bottom w:w="0" w:type="dxa"/><w:right w:w="108" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style>"#,
    r#"<w:style w:type="paragraph" w:styleId="Titre"><w:name w:val="Title"/><w:basedOn w:val="Normal"/><w:next w:val="Normal"/>"#,
    r#"<w:uiPriority w:val="10"/><w:qFormat/><w:pPr><w:spacing w:before="120" w:after="480" w:line="240" w:lineRule="auto"/></w:pPr>"#,
    r#"<w:rPr><w:b/><w:bCs/><w:color w:val="1F3864"/><w:sz w:val="52"/><w:szCs w:val="52"/></w:rPr></w:style>"#,
    r#"<w:style w:type="paragraph" w:styleId="Soustitre"><w:name w:val="Subtitle"/><w:basedOn w:val="Normal"/><w:next w:val="Normal"/>"#,
    r#"<w:uiPriority w:val="11"/><w:qFormat/><w:pPr><w:spacing w:before="2400" w:after="0"/></w:pPr><w:rPr><w:color w:val="595959"/>"#,
    r#"<w:sz w:val="26"/><w:szCs w:val="26"/></w:rPr></w:style>"#,
    r#"<w:style w:type="paragraph" w:styleId="En-ttedetabledesmatires"><w:name w:val="TOC Heading"/><w:basedOn w:val="Normal"/>"#,
    r#"<w:next w:val="Normal"/><w:uiPriority w:val="39"/><w:qFormat/><w:pPr><w:keepNext/><w:pageBreakBefore/><w:spacing w:after="120"/></w:pPr>"#,
    r#"<w:rPr><w:b/><w:bCs/><w:color w:val="1F3864"/><w:sz w:val="34"/><w:szCs w:val="34"/></w:rPr></w:style>"#,
    r#"<w:style w:type="paragraph" w:styleId="Lgende"><w:name w:val="caption"/><w:basedOn w:val="Normal"/><w:next w:val="Normal"/>"#,
    r#"<w:uiPriority w:val="35"/><w:qFormat/><w:pPr><w:keepNext/><w:spacing w:before="240" w:after="80"/></w:pPr><w:rPr><w:i/><w:iCs/>"#,
    r#"<w:color w:val="404040"/><w:sz w:val="19"/><w:szCs w:val="19"/></w:rPr></w:style>"#,
    r#"<w:style w:type="paragraph" w:customStyle="1" w:styleId="Image"><w:name w:val="Tour de table – Image"/><w:basedOn w:val="Normal"/>"#,
    r#"<w:next w:val="Lgende"/><w:qFormat/><w:pPr><w:keepNext/><w:spacing w:before="240" w:after="0" w:line="240" w:lineRule="auto"/>"#,
    r#"<w:jc w:val="center"/></w:pPr></w:style>"#,
    r#"<w:style w:type="paragraph" w:styleId="Listepuces"><w:name w:val="List Bullet"/><w:basedOn w:val="Normal"/><w:uiPriority w:val="99"/>"#,
    r#"<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr><w:spacing w:after="40"/></w:pPr></w:style>"#,
    r#"<w:style w:type="paragraph" w:customStyle="1" w:styleId="Fait"><w:name w:val="Tour de table – Fait"/><w:basedOn w:val="Normal"/>"#,
    r#"<w:qFormat/><w:pPr><w:spacing w:after="40"/></w:pPr></w:style>"#,
    r#"<w:style w:type="paragraph" w:customStyle="1" w:styleId="Sousletableau"><w:name w:val="Tour de table – Sous le tableau"/>"#,
    r#"<w:basedOn w:val="Normal"/><w:qFormat/><w:pPr><w:spacing w:before="160"/></w:pPr></w:style>"#,
    r#"<w:style w:type="paragraph" w:customStyle="1" w:styleId="Acomplter"><w:name w:val="Tour de table – À compléter"/>"#,
    r#"<w:basedOn w:val="Normal"/><w:qFormat/><w:rPr><w:shd w:val="clear" w:color="auto" w:fill="FFF3C4"/></w:rPr></w:style>"#,
    r#"<w:style w:type="paragraph" w:customStyle="1" w:styleId="Cellule"><w:name w:val="Tour de table – Cellule"/><w:basedOn w:val="Normal"/>"#,
    r#"<w:qFormat/><w:pPr><w:spacing w:after="0" w:line="240" w:lineRule="auto"/></w:pPr><w:rPr><w:sz w:val="18"/><w:szCs w:val="18"/></w:rPr></w:style>"#,
    r#"<w:style w:type="paragraph" w:styleId="Pieddepage"><w:name w:val="footer"/><w:basedOn w:val="Normal"/><w:uiPriority w:val="99"/>"#,
    r#"<w:pPr><w:tabs><w:tab w:val="right" w:pos="9638"/></w:tabs><w:spacing w:after="0"/></w:pPr><w:rPr><w:color w:val="595959"/>"#,
    r#"<w:sz w:val="17"/><w:szCs w:val="17"/></w:rPr></w:style>"#,
    r#"<w:style w:type="table" w:customStyle="1" w:styleId="Tableaududossier"><w:name w:val="Tour de table – Tableau"/>"#,
    r#"<w:basedOn w:val="TableauNormal"/><w:tblPr><w:tblBorders><w:top w:val="single" w:sz="4" w:space="0" w:color="A6A6A6"/>"#,
    r#"<w:left w:val="single" w:sz="4" w:space="0" w:color="A6A6A6"/><w:bottom w:val="single" w:sz="4" w:space="0" w:color="A6A6A6"/>"#,
    r#"<w:right w:val="single" w:sz="4" w:space="0" w:color="A6A6A6"/><w:insideH w:val="single" w:sz="4" w:space="0" w:color="A6A6A6"/>"#,
    r#"<w:insideV w:val="single" w:sz="4" w:space="0" w:color="A6A6A6"/></w:tblBorders><w:tblCellMar><w:top w:w="40" w:type="dxa"/>"#,
    r#"<w:left w:w="85" w:type="dxa"/><w:bottom w:w="40" w:type="dxa"/><w:right w:w="85" w:type="dxa"/></w:tblCellMar></w:tblPr>"#,
    r#"<w:tblStylePr w:type="firstRow"><w:rPr><w:b/><w:bCs/></w:rPr><w:tcPr><w:shd w:val="clear" w:color="auto" w:fill="E7E6E6"/></w:tcPr></w:tblStylePr>"#,
    r#"<w:tblStylePr w:type="firstCol"><w:rPr><w:b/><w:bCs/></w:rPr></w:tblStylePr></w:style>"#
);
