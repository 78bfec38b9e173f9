"""Opens the files made from dossiers with readers of their own, and compares them with the dossiers themselves.

    pip install -r tests/oracle/requirements.txt
    python3 tests/oracle/documents.py FOLDER

FOLDER holds, for each dossier, NAME.json and what was made from it on the day DAY (see below): NAME.docx, NAME.illustrated.docx,
NAME.html, NAME.gexf, NAME.graphml, NAME.ics. Expected nodes, edges and dates are worked out here from the JSON, by the rules of the
formats, not from the program. Prints one line a file, and fails at the first difference.
"""

import datetime
import json
import pathlib
import re
import sys
import zipfile

import docx
import icalendar
import networkx as nx
from docx.oxml.ns import qn
from lxml import etree

import grammars

DAY = "2026-11-27"
STRENGTH = {"networking": 1, "coordinating": 2, "cooperating": 3, "collaborating": 4, "conflict": 1}
XML = etree.XMLParser(resolve_entities=False, no_network=True)
GEXF, GRAPHML = grammars.gexf(), grammars.graphml()


def fit(text):
    """A text on one line, as XML can hold it, controls of direction shown."""
    out = []
    for c in text or "":
        code = ord(c)
        if c in "\r\n\t\x85\u2028\u2029":
            out.append("\n")
        elif 0x202A <= code <= 0x202E or 0x2066 <= code <= 0x2069:
            out.append(f"[U+{code:04X}]")
        elif code < 0x20 or 0x7F <= code <= 0x9F or code & 0xFFFE == 0xFFFE or 0xFDD0 <= code <= 0xFDEF:
            continue
        else:
            out.append(c)
    return " ".join(piece for piece in (part.strip(" ") for part in "".join(out).split("\n")) if piece)


def used(values):
    """The value used everywhere (method §2): the latest agreed one, else the lower median of each one's latest."""
    latest = {}
    for place, (value, on, by) in enumerate(values):
        key = (on or "", place)
        if by not in latest or key >= latest[by][0]:
            latest[by] = (key, value)
    if "" in latest:
        return latest[""][1]
    medians = sorted(value for _, value in latest.values())
    return medians[(len(medians) - 1) // 2] if medians else None


def expected_edges(dossier):
    """Whether the graph has a direction, and its edges as (source, target, kind): weight."""
    known = {actor["id"] for actor in dossier.get("actors") or []}
    ties = [tie for tie in dossier.get("ties") or [] if tie["from"] in known and tie["to"] in known]
    said = {}
    for line in dossier.get("influences") or []:
        if line["from"] != line["to"] and line["from"] in known and line["to"] in known:
            value = (line["value"], line.get("on"), (line.get("by") or "").strip())
            said.setdefault((line["from"], line["to"]), []).append(value)
    influences = {pair: used(values) for pair, values in said.items()}
    influences = {pair: value for pair, value in influences.items() if value}
    directed = bool(influences) or any(tie.get("directed") for tie in ties)
    edges = {}
    for tie in ties:
        ways = [(tie["from"], tie["to"])]
        if directed and not tie.get("directed"):
            ways.append((tie["to"], tie["from"]))
        for source, target in ways:
            if not directed:
                source, target = sorted((source, target))
            edges[source, target, tie["level"]] = STRENGTH[tie["level"]]
    for (source, target), value in influences.items():
        edges[source, target, "influence"] = value
    return directed, edges


def check_grammar(grammar, path, changes):
    """The file is what its format allows, and would not be with any of the changes that are possible in it."""
    grammar.assertValid(etree.parse(path, XML))
    for change, text in grammars.broken(path, changes):
        assert not grammar.validate(etree.fromstring(text.encode(), XML)), f"taken all the same: {change}"


def check_network(dossier, graph, lists, plain):
    actors = {actor["id"]: actor for actor in dossier.get("actors") or []}
    plain = all(plain(id) for id in actors)
    assert graph.number_of_nodes() == len(actors)
    directed, edges = expected_edges(dossier)
    assert graph.is_directed() == directed or not edges, "direction"
    assert graph.number_of_edges() == len(edges), (graph.number_of_edges(), len(edges))
    if not plain:
        return
    found = {}
    for source, target, data in graph.edges(data=True):
        if not directed:
            source, target = sorted((source, target))
        found[source, target, data.get("level", data["relation"])] = data["weight"]
    assert found == edges
    for id, actor in actors.items():
        data = graph.nodes[id]
        assert data["label"] == (fit(actor.get("name")) or id)
        assert data.get("kind") == actor.get("kind")
        for criterion in ["mobilisation", "influence", "interest", "stance", "availability", "neutrality"]:
            readings = [
                (one["value"], one.get("on"), (one.get("by") or "").strip())
                for one in actor.get("readings") or []
                if one["criterion"] == criterion
            ]
            assert data.get(criterion) == used(readings), (id, criterion)
        held = []
        for role in dossier.get("roles") or []:
            if role["actor"] == id and (role.get("endsOn") or DAY) >= DAY and role["role"] not in held:
                held.append(role["role"])
        assert data.get("roles") == lists(held), (id, data.get("roles"))


def check_gexf(dossier, path):
    check_grammar(GEXF, path, [
        ("<nodes", "<attributes class='node'/><edges/><nodes"), ('class="node"', 'class="graph"'), ("<node ", "<node colour='red' "),
        ('idtype="string"', 'idtype="text"'), ('type="integer"', 'type="int"'), ("viz:color r=", "viz:color x="),
        (' source="', ' from="'), ("<attvalues>", "<attvalues><attvalue value='x'/>"), (' version="1.3"', ""), (' r="', ' r="9'),
        ('mode="static"', 'mode=" static"'),
    ])
    quoted = lambda items: "[" + ", ".join(f'"{item}"' for item in items) + "]" if items else None
    check_network(dossier, nx.read_gexf(path), quoted, lambda id: id and fit(id) == id)


def check_graphml(dossier, path):
    check_grammar(GRAPHML, path, [
        ("<graph ", "<node id='x'/><graph "), (' edgedefault="', ' direction="'), ('<node id="', '<node id="a b'), ("<node id=", "<node name="),
        (' target="', ' to="'), ('attr.type="int"', 'attr.type="integer"'), ('attr.name="label"', 'attr.name="the label"'),
        (' for="graph"', ' for="graphml"'), ('<data key="node-label"', '<data key="node-nothing"'), ('<edge id="e1"', '<edge id="e0"'),
        ('<data key="node-kind"', '<data key="node-label"'), (' source="', ' source="nobody-'), ('<key id="node-label"', '<key id="graph-title"'),
    ])
    check_network(dossier, nx.read_graphml(path), lambda items: "|".join(items) or None,
                  lambda id: id.isascii() and re.fullmatch(r"[\w.:-]+", id))


def expected_days(dossier):
    """Every date a calendar must hold."""
    project = dossier.get("project") or {}
    days = [project.get("startsOn"), project.get("endsOn")]
    days += [wave.get("startsOn") for wave in dossier.get("waves") or []]
    days += [role.get("endsOn") for role in dossier.get("roles") or []]
    days += [agreement.get("endsOn") for agreement in dossier.get("agreements") or []]
    open_actions = [one for one in dossier.get("actions") or [] if one.get("status") not in ("done", "dropped")]
    days += [action.get("dueOn") for action in open_actions]
    days += [meeting.get("on") for meeting in dossier.get("meetings") or []]
    days += [review.get("heldOn") or review.get("plannedOn") for review in dossier.get("reviews") or []]
    return sorted(datetime.date.fromisoformat(day) for day in days if day)


def check_ics(dossier, path):
    calendar = icalendar.Calendar.from_ical(path.read_bytes())
    assert not any(component.errors for component in calendar.walk())
    events = calendar.walk("VEVENT")
    days = sorted(event.decoded("DTSTART") for event in events)
    assert days == expected_days(dossier), (days, expected_days(dossier))
    assert len({str(event["UID"]) for event in events}) == len(events)
    for event in events:
        stamp = event.decoded("DTSTAMP")
        assert stamp.utcoffset() == datetime.timedelta(0)
        saved = dossier.get("savedAt")
        instant = datetime.datetime.fromisoformat((saved or DAY + "T00:00:00Z").replace("Z", "+00:00"))
        assert stamp == instant.replace(microsecond=0), (stamp, instant)
        assert "ATTENDEE" not in event and "ORGANIZER" not in event
    for meeting in dossier.get("meetings") or []:
        if meeting.get("on") and fit(meeting.get("title")):
            assert any(fit(meeting["title"]) in str(event["SUMMARY"]) for event in events)


def names(dossier):
    """Words that a document must hold."""
    for list_, key in [
        ("actors", "name"), ("objectives", "title"), ("functions", "title"), ("needs", "title"), ("bodies", "title"),
        ("agreements", "title"), ("actions", "title"), ("meetings", "title"), ("otherProjects", "title"),
        ("territories", "name"), ("pathway", "title"), ("waves", "title"), ("improvements", "observed"),
        ("admissionCriteria", "title"), ("plans", "note"), ("sheets", "comment"),
    ]:
        for record in dossier.get(list_) or []:
            if fit(record.get(key)):
                yield fit(record[key])
    for actor in dossier.get("actors") or []:
        for contact in actor.get("contacts") or []:
            yield from filter(None, (fit(contact.get(key)) for key in ["name", "position", "email", "phone"]))
        yield from filter(None, (fit(one.get("title")) for one in actor.get("contributions") or []))
        yield from filter(None, (fit(one.get("note")) for one in actor.get("readings") or []))
    for agreement in dossier.get("agreements") or []:
        yield from filter(None, (fit(one.get("text")) for one in agreement.get("obligations") or []))
        relevant = [one for one in agreement.get("clauses") or [] if one.get("status") != "notRelevant"]
        yield from filter(None, (fit(one.get("text")) for one in relevant))
    for role in dossier.get("roles") or []:
        if (role.get("endsOn") or DAY) >= DAY and fit(role.get("does")):
            yield fit(role["does"])
        if (role.get("endsOn") or DAY) >= DAY:
            yield from filter(None, (fit(one.get("text")) for one in role.get("commitments") or []))


def flat(text):
    return " ".join(text.split())


def check_docx(dossier, path):
    with zipfile.ZipFile(path) as archive:
        assert archive.testzip() is None
        for name in archive.namelist():
            if not name.endswith(".png"):
                etree.fromstring(archive.read(name), XML)
    document = docx.Document(str(path))
    properties = document.core_properties
    assert not properties.author and not properties.last_modified_by
    assert properties.language == "fr-FR"
    saved = dossier.get("savedAt")
    if saved:
        instant = datetime.datetime.fromisoformat(saved.replace("Z", "+00:00")).astimezone(datetime.timezone.utc)
        assert properties.modified.replace(tzinfo=datetime.timezone.utc) == instant.replace(microsecond=0)
    titles = [paragraph.text for paragraph in document.paragraphs if paragraph.style.name == "Title"]
    assert titles == [fit((dossier.get("project") or {}).get("title")) or "Projet sans titre"]
    assert properties.title == titles[0]
    levels = [
        int(paragraph.style.name.removeprefix("Heading "))
        for paragraph in document.paragraphs
        if paragraph.style.name.startswith("Heading ")
    ]
    assert all(after <= before + 1 for before, after in zip([0] + levels, levels)), levels
    cells = []
    for table in document.tables:
        head = table.rows[0]._tr.trPr
        assert head is not None and head.find(qn("w:tblHeader")) is not None
        for row in table.rows:
            cells += [cell.text for cell in row.cells]
    words = flat("\n".join([paragraph.text for paragraph in document.paragraphs] + cells))
    for name in names(dossier):
        assert flat(name) in words, name


def check_illustrated(dossier, path):
    """The same document with its pictures: NAME.pictures holds the width and the height of each, in CSS pixels."""
    check_docx(dossier, path)
    sizes = json.loads(path.with_name(path.name.replace(".illustrated.docx", ".pictures")).read_text())
    document = docx.Document(str(path))
    shapes = list(document.inline_shapes)
    assert len(shapes) == len(sizes), (len(shapes), len(sizes))
    # In the order of the document, which is not that of the list: each size is there once.
    left = [(round(2 * width), round(2 * height)) for width, height in sizes]
    section = document.sections[0]
    room = section.page_width - section.left_margin - section.right_margin
    for shape in shapes:
        image = document.part.related_parts[shape._inline.graphic.graphicData.pic.blipFill.blip.embed].image
        assert image.content_type == "image/png"
        left.remove((image.px_width, image.px_height))
        assert 0 < shape.width <= room and 0 < shape.height < section.page_height
        assert abs(shape.width / shape.height - image.px_width / image.px_height) < 0.02
        said = shape._inline.docPr
        assert said.get("descr").strip() and said.get("name").strip()
    ids = [shape._inline.docPr.get("id") for shape in shapes]
    assert len(set(ids)) == len(ids)
    assert not left


def check_html(dossier, path):
    tree = etree.parse(path, XML)
    page = {"h": "http://www.w3.org/1999/xhtml"}
    assert not tree.xpath("//h:script | //h:img | //h:link | //h:iframe", namespaces=page)
    for head in tree.xpath("//h:table/h:thead", namespaces=page):
        assert head.xpath(".//h:th[@scope='col']", namespaces=page)
    # Asked of the text alone: style is no word.
    body = tree.xpath("//h:body", namespaces=page)[0]
    words = flat(" ".join(body.itertext()))
    for name in names(dossier):
        assert flat(name) in words, name


CHECKS = {".docx": check_docx, ".illustrated.docx": check_illustrated, ".html": check_html, ".gexf": check_gexf, ".graphml": check_graphml, ".ics": check_ics}


def main(folder):
    dossiers = sorted(folder.glob("*.json"))
    assert dossiers, "no dossier"
    for source in dossiers:
        dossier = json.loads(source.read_text(encoding="utf-8-sig"))
        for extension, check in CHECKS.items():
            path = source.with_suffix(extension)
            try:
                check(dossier, path)
            except Exception as error:
                raise SystemExit(f"{path.name}: {type(error).__name__}: {str(error)[:400]}") from error
            print(f"{path.name}: as the dossier says")
    grammars.all_tried()


if __name__ == "__main__":
    main(pathlib.Path(sys.argv[1]))
