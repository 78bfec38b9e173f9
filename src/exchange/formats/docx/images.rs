//! Pictures in the file: DrawingML, inline with the text (ECMA-376 part 1, §20.1, §20.2 and §20.4).

use super::super::Images;
use super::super::document::{Block, Document, Picture};
use super::super::xml::Xml;
use super::{WIDTH, run, style};

pub(super) const DRAWING: &str = "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing";
const MAIN: &str = "http://schemas.openxmlformats.org/drawingml/2006/main";
const PICTURE: &str = "http://schemas.openxmlformats.org/drawingml/2006/picture";
/// English Metric Units in a CSS pixel (96 to the inch), and in a twentieth of a point.
const UNITS: (f64, f64) = (9525.0, 635.0);
/// The highest a picture is, in CSS pixels: a page, less its caption.
const HIGHEST: f64 = 820.0;

/// Pictures of the document of which there are the points, in its order.
pub(super) struct Held<'a>(Vec<(usize, &'a [u8])>);

impl<'a> Held<'a> {
    pub(super) fn of(document: &Document, images: &'a Images) -> Self {
        let held = document.blocks.iter().enumerate().filter_map(|(place, block)| {
            let Block::Picture(picture) = block else { return None };
            let bytes = images.get(&picture.key)?;
            is_png(bytes).then_some((place, bytes.as_slice()))
        });
        Self(held.collect())
    }

    /// How many there are.
    pub(super) fn count(&self) -> usize {
        self.0.len()
    }

    /// The rank of the picture at a place of the document, from 1.
    pub(super) fn rank(&self, place: usize) -> Option<usize> {
        self.0.iter().position(|(other, _)| *other == place).map(|rank| rank + 1)
    }

    /// The parts of the archive.
    pub(super) fn parts(&self) -> impl Iterator<Item = (String, &'a [u8])> {
        self.0.iter().zip(1..).map(|((_, bytes), rank)| (format!("word/{}", target(rank)), *bytes))
    }
}

/// Where a picture is, from the document.
pub(super) fn target(rank: usize) -> String {
    format!("media/image{rank}.png")
}

/// Its relation.
pub(super) fn relation(rank: usize) -> String {
    format!("rIdImage{rank}")
}

/// Whether bytes begin as a PNG does, with a size (ISO 15948, §5.2 and §11.2.2): nothing else is put under that name.
fn is_png(bytes: &[u8]) -> bool {
    let size = |at: usize| bytes.get(at..at + 4).is_some_and(|side| side != [0; 4]);
    bytes.starts_with(b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR") && size(16) && size(20)
}

/// The picture, then its caption, which stays with it.
pub(super) fn write(xml: &mut Xml, rank: usize, picture: &Picture) {
    xml.open("w:p", &[]);
    style(xml, "Image");
    xml.open("w:r", &[]);
    drawing(xml, rank, picture);
    xml.close();
    xml.close();
    xml.open("w:p", &[]);
    xml.open("w:pPr", &[]);
    xml.empty("w:pStyle", &[("w:val", "Lgende")]);
    // The style keeps the caption of a table with what follows; here it belongs to what is above.
    xml.empty("w:keepNext", &[("w:val", "0")]);
    xml.close();
    run(xml, &picture.caption, false);
    xml.close();
}

fn drawing(xml: &mut Xml, rank: usize, picture: &Picture) {
    let (width, height) = picture.size;
    // Never larger than the page, in either direction.
    let widest = f64::from(WIDTH) * UNITS.1 / UNITS.0;
    let scale = (widest / width).min(HIGHEST / height).min(1.0);
    let [width, height] = [width, height].map(|side| format!("{:.0}", side * scale * UNITS.0));
    let size = [("cx", width.as_str()), ("cy", height.as_str())];
    let id = rank.to_string();
    let named = [("id", id.as_str()), ("name", picture.title.as_str()), ("descr", picture.alt.as_str())];
    xml.open("w:drawing", &[]);
    xml.open("wp:inline", &["distT", "distB", "distL", "distR"].map(|side| (side, "0")));
    xml.empty("wp:extent", &size);
    xml.empty("wp:docPr", &named);
    xml.open("wp:cNvGraphicFramePr", &[]);
    xml.empty("a:graphicFrameLocks", &[("xmlns:a", MAIN), ("noChangeAspect", "1")]);
    xml.close();
    xml.open("a:graphic", &[("xmlns:a", MAIN)]);
    xml.open("a:graphicData", &[("uri", PICTURE)]);
    xml.open("pic:pic", &[("xmlns:pic", PICTURE)]);
    xml.open("pic:nvPicPr", &[]);
    xml.empty("pic:cNvPr", &named);
    xml.empty("pic:cNvPicPr", &[]);
    xml.close();
    xml.open("pic:blipFill", &[]);
    xml.empty("a:blip", &[("r:embed", &relation(rank))]);
    xml.open("a:stretch", &[]);
    xml.empty("a:fillRect", &[]);
    xml.close();
    xml.close();
    xml.open("pic:spPr", &[]);
    xml.open("a:xfrm", &[]);
    xml.empty("a:off", &[("x", "0"), ("y", "0")]);
    xml.empty("a:ext", &size);
    xml.close();
    xml.open("a:prstGeom", &[("prst", "rect")]);
    xml.empty("a:avLst", &[]);
    for _ in 0..7 {
        xml.close();
    }
}
