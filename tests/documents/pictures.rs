//! Pictures in the DOCX file: those that somebody made into points, each beside its table, with words in its place; none
//! of judgements in a public copy.

use std::collections::BTreeMap;

use serde_json::json;
use tour_de_table::exchange::formats::{Drawn, Format, Images, illustrated, pictures};
use tour_de_table::exchange::privacy;
use tour_de_table::i18n::Lang;
use tour_de_table::model::{Dossier, Privacy};

use crate::support::{dossier, example, made, names, part, png, settings};

const W: &str = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
const WP: &str = "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing";

fn drawn(dossier: &Dossier) -> Vec<Drawn> {
    pictures(Format::Docx, dossier, &settings(Lang::Fr))
}

/// Points for each picture, twice as fine as it is drawn.
fn images(drawn: &[Drawn]) -> Images {
    drawn.iter().map(|one| (one.key.clone(), png(2.0 * one.width, 2.0 * one.height))).collect()
}

fn with(dossier: &Dossier, images: &Images) -> Vec<u8> {
    illustrated(Format::Docx, dossier, &settings(Lang::Fr), images).unwrap()
}

/// Two with both values, of whom one leads and one joins later; one tie; one body.
fn small() -> Dossier {
    let readings = json!([{"criterion": "interest", "value": 2}, {"criterion": "influence", "value": 4}]);
    dossier(json!({
        "waves": [{"id": "w1", "title": "Départ"}, {"id": "w2", "title": "Suite <b>"}],
        "actors": [
            {"id": "a1", "name": "Région", "kind": "publicAuthority", "readings": readings},
            {"id": "a2", "name": "CCI", "kind": "economicDevelopment", "readings": readings, "wave": "w2"},
            {"id": "a3", "name": "Ailleurs"}],
        "roles": [{"id": "r1", "actor": "a1", "role": "lead"}],
        "ties": [{"from": "a1", "to": "a2", "level": "networking"}],
        "bodies": [{"id": "b1", "title": "Comité \"nord\"", "seats": [{"id": "p1", "actor": "a1", "votes": 1}]},
                   {"id": "b2", "title": "Sans siège"}]
    }))
}

#[test]
fn each_picture_stands_before_its_table_with_its_words_and_its_caption() {
    let drawn = drawn(&small());
    let keys: Vec<&str> = drawn.iter().map(|one| one.key.as_str()).collect();
    assert_eq!(keys, ["network", "map", "circles", "body/b1"]);
    let bytes = with(&small(), &images(&drawn));
    let body = part(&bytes, "word/document.xml");
    let document = roxmltree::Document::parse(&body).unwrap();
    let style = |node: &roxmltree::Node<'_, '_>| {
        let found = node.descendants().find(|child| child.has_tag_name((W, "pStyle")));
        found.and_then(|found| found.attribute((W, "val"))).unwrap_or_default().to_owned()
    };
    let words = |node: &roxmltree::Node<'_, '_>| -> String {
        node.descendants()
            .filter(|child| child.has_tag_name((W, "t")))
            .filter_map(|child| child.text())
            .collect()
    };
    let mut found = Vec::new();
    for drawing in document.descendants().filter(|node| node.has_tag_name((W, "drawing"))) {
        let named = drawing.descendants().find(|node| node.has_tag_name((WP, "docPr"))).unwrap();
        let holder = drawing.ancestors().find(|node| node.has_tag_name((W, "p"))).unwrap();
        assert_eq!(style(&holder), "Image");
        let caption = holder.next_sibling().unwrap();
        assert_eq!(style(&caption), "Lgende");
        let extent = drawing.descendants().find(|node| node.has_tag_name((WP, "extent"))).unwrap();
        // 9525 units in a pixel; 9638 twentieths of a point between the margins, 635 units each.
        let [cx, cy] = ["cx", "cy"].map(|side| extent.attribute(side).unwrap().parse::<f64>().unwrap());
        assert!((300.0 * 9525.0..=9638.0 * 635.0).contains(&cx), "{cx}");
        found.push((named.attribute("name").unwrap().to_owned(), cx / cy, words(&caption)));
        let alt = named.attribute("descr").unwrap();
        assert!(alt.ends_with("Le tableau voisin dit la même chose.") && !alt.contains("CCI"), "{alt}");
    }
    let expected = [
        ("Qui travaille avec qui", "D1\u{a0}: CCI"),
        ("Influence et intérêt", "P1\u{a0}: Région"),
        (
            "Premier groupe et vagues",
            "1\u{a0}: Départ, 2\u{a0}: Suite <b>). P1\u{a0}: Région, D1\u{a0}: CCI.",
        ),
        ("Comité \"nord\"", "P\u{a0}: Pouvoirs publics"),
    ];
    assert_eq!(found.len(), expected.len());
    for (((name, ratio, caption), (title, said)), one) in found.iter().zip(expected).zip(&drawn) {
        assert_eq!(name, title);
        assert!(caption.contains(said), "{caption}");
        assert!((ratio - one.width / one.height).abs() < 0.001, "{name} is stretched");
    }
    // Who has no ring is in no ring.
    let circles = &drawn[2].svg;
    assert_eq!((circles.matches(">P1<").count(), circles.matches(">D1<").count()), (1, 1));
    assert!(!circles.contains(">N1<"));
}

#[test]
fn only_what_is_a_picture_is_put_in_and_without_any_the_document_says_nothing_of_it() {
    let bare = made(Format::Docx, &small(), Lang::Fr);
    let no_picture = |bytes: &[u8]| {
        assert!(!names(bytes).iter().any(|name| name.contains("media")));
        let body = part(bytes, "word/document.xml");
        assert!(!body.contains("w:drawing") && !body.contains("voisin"));
        assert!(!part(bytes, "[Content_Types].xml").contains("image/png"));
    };
    no_picture(&bare);
    let bad: [&[u8]; 4] =
        [b"", b"<svg xmlns=\"http://www.w3.org/2000/svg\"/>", b"\x89PNG\r\n\x1a\n", &png(0.0, 10.0)];
    for bytes in bad {
        let images: Images = drawn(&small()).into_iter().map(|one| (one.key, bytes.to_vec())).collect();
        assert_eq!(with(&small(), &images), bare);
    }
    // A picture of another document has no place in this one.
    assert_eq!(with(&small(), &BTreeMap::from([("body/b9".to_owned(), png(4.0, 4.0))])), bare);
    // One alone: the others are said by their tables.
    let bytes = with(&small(), &BTreeMap::from([("map".to_owned(), png(4.0, 4.0))]));
    assert_eq!(
        names(&bytes).iter().filter(|name| name.contains("media")).collect::<Vec<_>>(),
        ["word/media/image1.png"]
    );
    assert_eq!(part(&bytes, "word/document.xml").matches("<w:drawing>").count(), 1);
}

#[test]
fn a_public_copy_holds_no_picture_of_judgements() {
    for whole in [small(), example("bassin"), example("soixante")] {
        let keys =
            |dossier: &Dossier| -> Vec<String> { drawn(dossier).into_iter().map(|one| one.key).collect() };
        assert!(keys(&whole).contains(&"map".to_owned()));
        let public = privacy::copy(&whole, Some(Privacy::Public)).unwrap().dossier;
        assert!(!keys(&public).contains(&"map".to_owned()), "influence and interest are judgements");
        // Whatever a page hands over, there is no place for it.
        let all = images(&drawn(&whole));
        let bytes = with(&public, &all);
        let held = names(&bytes).iter().filter(|name| name.contains("media")).count();
        assert_eq!(held, keys(&public).iter().filter(|key| all.contains_key(*key)).count());
    }
}
