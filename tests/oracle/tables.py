"""Opens the tables made from dossiers with readers of their own, and compares them with the dossiers themselves.

    pip install -r tests/oracle/requirements.txt
    python3 tests/oracle/tables.py FOLDER

FOLDER holds, for each dossier, NAME.json, NAME.xlsx (openpyxl), NAME.csv (the csv module, French form), NAME.zip (zipfile)
and NAME.popolo.json. Prints one line a file, and fails at the first difference.
"""

import csv
import datetime
import io
import json
import pathlib
import sys
import zipfile

import openpyxl
from openpyxl.cell.cell import TYPE_FORMULA

import grammars

TRIGGERS = tuple("=+-@\t\r\n\0＝＋－＠")


def fit(text):
    """A text as XML can hold it: without control characters but tabulations and line feeds."""
    text = (text or "").replace("\r\n", "\n").replace("\r", "\n")
    return "".join(c for c in text if (c >= " " or c in "\t\n") and c not in "\ufffe\uffff")


def cell_of(sheet, row, title):
    titles = [cell.value for cell in sheet[1]]
    return sheet.cell(row=row, column=titles.index(title) + 1).value


def day(value):
    return value.date().isoformat() if isinstance(value, datetime.datetime) else value


def workbook(dossier, path):
    book = openpyxl.load_workbook(path)
    for name in ["Projet", "Acteurs", "Qualification", "Positions", "Rôles", "Fonctions", "Gouvernance", "Échéances"]:
        assert name in book.sheetnames, name
    for sheet in book.worksheets:
        assert sheet.freeze_panes == "A2", sheet.title
        assert sheet.auto_filter.ref, sheet.title
        for row in sheet.iter_rows():
            for cell in row:
                assert cell.data_type != TYPE_FORMULA and cell.hyperlink is None, (sheet.title, cell.coordinate)
    assert not book.properties.creator and not book.properties.lastModifiedBy
    actors = book["Acteurs"]
    for row, actor in enumerate(dossier.get("actors") or [], start=2):
        assert cell_of(actors, row, "Nom") == fit(actor["name"]), (cell_of(actors, row, "Nom"), actor["name"])
        assert cell_of(actors, row, "Identifiant") == actor["id"]
        assert cell_of(actors, row, "Mobilisation visée") == actor.get("targetMobilisation")
    readings = [(actor, reading) for actor in dossier.get("actors") or [] for reading in actor.get("readings") or []]
    sheet = book["Qualification"]
    assert sheet.max_row == len(readings) + 1
    for row, (_, reading) in enumerate(readings, start=2):
        assert cell_of(sheet, row, "Valeur") == reading["value"]
        assert day(cell_of(sheet, row, "Date")) == reading.get("on")
    positions = dossier.get("positions") or []
    assert book["Positions"].max_row == len(positions) + 1
    for row, position in enumerate(positions, start=2):
        assert cell_of(book["Positions"], row, "Valeur") == position["value"]
    project = dossier.get("project") or {}
    if project:
        assert day(cell_of(book["Projet"], 2, "Début")) == project.get("startsOn")
    seats = [seat for body in dossier.get("bodies") or [] for seat in body.get("seats") or []]
    assert book["Sièges"].max_row == len(seats) + 1
    for row, seat in enumerate(seats, start=2):
        assert cell_of(book["Sièges"], row, "Voix") == seat.get("votes")


def delimited(dossier, path):
    raw = path.read_bytes()
    assert raw.startswith(b"\xef\xbb\xbf")
    rows = list(csv.reader(io.StringIO(raw[3:].decode("utf-8"), newline=""), delimiter=";", strict=True))
    actors = dossier.get("actors") or []
    assert len(rows) == len(actors) + 1
    for row, actor in zip(rows[1:], actors):
        assert len(row) == len(rows[0])
        assert not any(cell.lstrip().startswith(TRIGGERS) and not number(cell) for cell in row), row
        name = fit(actor["name"])
        assert row[rows[0].index("Nom")] in (name, f"'{name}"), row


def number(cell):
    try:
        return bool(float(cell.replace(",", ".")) is not None)
    except ValueError:
        return False


def archive(dossier, path):
    with zipfile.ZipFile(path) as packed:
        assert packed.testzip() is None
        assert packed.namelist() == ["elements.csv", "connections.csv"]
        tables = [list(csv.reader(io.StringIO(packed.read(name).decode("utf-8"), newline=""))) for name in packed.namelist()]
    elements, connections = tables
    assert elements[0][:3] == ["ID", "Label", "Type"] and connections[0][:3] == ["ID", "From", "To"]
    assert len(elements) == 1 + len(dossier.get("actors") or []) + len(dossier.get("objectives") or [])
    ids = {row[0] for row in elements[1:]}
    assert len(ids) == len(elements) - 1
    assert all(row[1] in ids and row[2] in ids for row in connections[1:])


POPOLO = grammars.popolo()


def popolo(dossier, path):
    file = json.loads(path.read_text("utf-8"))
    POPOLO.validate(file)
    # The published classes ask for less; what we write has always an id, and never a null.
    for name, records in file.items():
        for one in records:
            assert isinstance(one["id"], str) and None not in one.values(), (name, one)
            assert name not in ("posts", "memberships") or isinstance(one["organization_id"], str), one
    for change, text in grammars.broken(path, [
        ('"classification"', '"kind"'), ('"organization_id": "', '"organization_id": 1, "was": "'), ('"scheme"', '"name"'),
        ('"start_date": "2', '"start_date": "the 2'), ('"@type": "Organization"', '"@type": "Actor"'), ('"areas"', '"territories"'),
        ('"identifier": "', '"number": "'), ('"value": "', '"number": "'), ('"email": "', '"email": "at '),
    ]):
        assert not POPOLO.is_valid(json.loads(text)), f"taken all the same: {change}"
    known = {one["id"] for one in file["organizations"]} | {one["id"] for one in file["persons"]}
    posts = {one["id"] for one in file["posts"]}
    for one in file["memberships"]:
        assert one["organization_id"] in known
        assert one.get("person_id", one["organization_id"]) in known
        assert one.get("member", {"id": one["organization_id"]})["id"] in known
        assert "post_id" not in one or one["post_id"] in posts
    assert len(file["posts"]) == sum(len(body.get("seats") or []) for body in dossier.get("bodies") or [])


READERS = {".xlsx": workbook, ".csv": delimited, ".zip": archive, ".popolo": popolo}


def main(folder):
    for source in sorted(folder.glob("*.json")):
        dossier = json.loads(source.read_text("utf-8"))
        for suffix, reader in READERS.items():
            path = source.with_suffix(suffix)
            reader(dossier, path)
            print(path.name)
    grammars.all_tried()


main(pathlib.Path(sys.argv[1]))
