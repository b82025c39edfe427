"""A file dropped on the window: a study is opened, a table shows the assistant of its kind."""

import json
import zipfile
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent

from supplier_pcf.formats import pact_3
from supplier_pcf.gui.importing import import_assistant
from supplier_pcf.gui.window.dropping import dropped, taking
from tests.formats.made import an_issue

SAMPLE = Path(__file__).parents[2] / "resources" / "samples" / "stamped-bracket"


def drop(*paths):
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    event = QDropEvent(
        QPointF(5, 5), Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier, QEvent.Type.Drop,
    )  # fmt: skip
    return event, data


@pytest.mark.parametrize(
    "name", ["a.xlsx", "a.XLSM", "a.csv", "a.tsv", "a.spcf", "a.zip", "a.aasx"]
)
def test_tables_and_studies_can_be_dropped(name):
    event, _data = drop(Path("/x") / name)
    assert dropped(event).name == name


def test_two_files_or_a_picture_are_not_taken():
    for paths in (["/x/a.csv", "/x/b.csv"], ["/x/a.png"]):
        event, _data = drop(*paths)
        assert dropped(event) is None


def test_a_dropped_table_opens_the_assistant(qtbot, window, monkeypatch):
    opened = []
    monkeypatch.setattr(
        import_assistant,
        "import_file",
        lambda _context, parent, path: opened.append((parent, path)) or "bom",
    )
    event, _data = drop(SAMPLE / "bom.xlsx")
    window.dropEvent(event)
    assert event.isAccepted()
    qtbot.waitUntil(lambda: opened == [(window, SAMPLE / "bom.xlsx")])
    assert window.step == "materials"


def zipped(path, **files):
    with zipfile.ZipFile(path, "w") as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return path


@pytest.fixture
def told(window, monkeypatch):
    """What the window says."""
    said = []
    monkeypatch.setattr(window, "context", window.context._replace(warn=said.append))
    return said


def let_go(window, path):
    taking(window, path)()


def test_the_one_table_in_a_zip_opens_the_assistant_and_leaves_nothing_behind(
    window, monkeypatch, tmp_path
):
    opened = []

    def looked_at(_context, _parent, path):
        opened.append((path, path.read_bytes()))
        return "bom"

    monkeypatch.setattr(import_assistant, "import_file", looked_at)
    table = (SAMPLE / "bom.xlsx").read_bytes()
    let_go(window, zipped(tmp_path / "sent.zip", **{"2025/bom.xlsx": table, "letter.pdf": b"%PDF"}))
    ((path, content),) = opened
    assert (path.name, content, path.exists()) == ("bom.xlsx", table, False)
    assert window.step == "materials"


@pytest.mark.parametrize(
    ("files", "words"),
    [
        ({"a.csv": b"x", "b.csv": b"y"}, "several tables"),
        ({"a.spcf": b"x"}, "holds a study"),
        ({"a.json": b"{}"}, "Drop sent.zip on the row"),
        ({"../a.csv": b"x"}, "unsafe name"),
    ],
)
def test_what_a_zip_holds_otherwise_is_told(window, told, tmp_path, files, words):
    let_go(window, zipped(tmp_path / "sent.zip", **files))
    (sentence,) = told
    assert words in sentence


def test_a_footprint_beside_the_rows_is_told_where_it_belongs(window, told, tmp_path):
    let_go(window, tmp_path / "a.aasx")
    assert told == [
        "Drop a.aasx on the row it belongs to, in a table of materials or outside steps."
    ]


def test_a_footprint_as_json_is_told_too_and_a_study_as_json_is_opened(
    window, told, tmp_path, monkeypatch
):
    opened = []
    monkeypatch.setattr(window, "open_study", opened.append)
    footprint = tmp_path / "pcf.json"
    footprint.write_text(json.dumps(pact_3.product_footprint(an_issue())), "utf-8")
    let_go(window, footprint)
    assert told == [
        "Drop pcf.json on the row it belongs to, in a table of materials or outside steps."
    ]
    study = tmp_path / "study.json"
    study.write_text("{}", "utf-8")
    let_go(window, study)
    assert opened == [study] and len(told) == 1
