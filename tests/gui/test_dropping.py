"""A file dropped on the window: a study is opened, a table shows the assistant of its kind."""

from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent

from supplier_pcf.gui import import_assistant
from supplier_pcf.gui.dropping import dropped

SAMPLE = Path(__file__).parents[2] / "resources" / "samples" / "stamped-bracket"


def drop(*paths):
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    event = QDropEvent(
        QPointF(5, 5), Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier, QEvent.Type.Drop,
    )  # fmt: skip
    return event, data


@pytest.mark.parametrize("name", ["a.xlsx", "a.XLSM", "a.csv", "a.tsv", "a.spcf"])
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
