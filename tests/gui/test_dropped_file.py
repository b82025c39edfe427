"""A supplier's file dropped on a row of a table: pointed at, looked at, taken; the rest is left alone."""

import json

import pytest
from PySide6.QtCore import QEvent, QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDragMoveEvent, QDropEvent
from PySide6.QtWidgets import QApplication

from supplier_pcf.app.choosing import flow_of
from supplier_pcf.app.samples import sample_study
from supplier_pcf.domain.study import Study
from supplier_pcf.formats import pact_3
from supplier_pcf.gui.base import ask
from supplier_pcf.gui.factors.dropped_file import footprint_in
from supplier_pcf.gui.factors.factor_picker import FactorPicker
from supplier_pcf.gui.factors.received_file import ReceivedFileDialog
from tests.formats.made import an_issue

BODY = "m-br-2041-11-1"
SOUND = pact_3.product_footprint(an_issue())
COPY, LEFT, NONE = (
    Qt.DropAction.CopyAction,
    Qt.MouseButton.LeftButton,
    Qt.KeyboardModifier.NoModifier,
)


def data_of(*paths):
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    return data


@pytest.fixture
def sent(tmp_path):
    path = tmp_path / "bracket.json"
    path.write_text(json.dumps(SOUND), encoding="utf-8")
    return path


@pytest.fixture
def looked_at(monkeypatch):
    """Every file that is shown is taken."""
    seen = []

    def exec_(self):
        seen.append(self._file.name)
        self.accept()
        return self.result()

    monkeypatch.setattr(ReceivedFileDialog, "exec", exec_)
    return seen


@pytest.fixture
def page(window, session):
    study = sample_study("stamped-bracket")
    session.start(study)
    window.bridge.changed.emit(Study(), study)

    def show(step):
        window.show_step(step)
        QApplication.processEvents()
        return window.page(step)

    return show


def send(table, row_id, path, kind):
    """One event of a drag over this row; whether it was accepted."""
    view = table.view
    at = view.visualRect(view.model().index(table.model.row_of(row_id), 1)).center()
    made = {
        QEvent.Type.DragEnter: lambda d: QDragEnterEvent(at, COPY, d, LEFT, NONE),
        QEvent.Type.DragMove: lambda d: QDragMoveEvent(at, COPY, d, LEFT, NONE),
        QEvent.Type.Drop: lambda d: QDropEvent(QPointF(at), COPY, d, LEFT, NONE),
    }
    data = data_of(path)
    for each in dict.fromkeys((QEvent.Type.DragEnter, kind)):
        event = made[each](data)
        event.ignore()
        QApplication.sendEvent(view.viewport(), event)
    return event.isAccepted()


def band_of(table):
    return next(c for c in table.view.viewport().children() if type(c).__name__ == "QRubberBand")


def test_a_file_dropped_on_a_material_stands_on_that_row(qtbot, page, session, sent, looked_at):
    table = page("materials").materials
    assert send(table, BODY, sent, QEvent.Type.DragEnter)
    assert send(table, BODY, sent, QEvent.Type.DragMove)
    band = band_of(table)
    assert band.isVisible()
    assert band.geometry().top() == table.view.rowViewportPosition(table.model.row_of(BODY))
    before = session.study
    assert send(table, BODY, sent, QEvent.Type.Drop)
    assert not band.isVisible()
    qtbot.waitUntil(lambda: bool(looked_at))
    row = flow_of(session.study, BODY)
    assert row.factor_id.startswith("supplier:")
    assert any(e.id in row.evidence and e.sha256 for e in session.study.evidence)
    assert table.current_id() == BODY
    session.undo()
    assert session.study == before


def test_leaving_the_table_points_at_nothing(page, sent):
    table = page("materials").materials
    send(table, BODY, sent, QEvent.Type.DragMove)
    QApplication.sendEvent(table.view.viewport(), QDragLeaveEvent())
    assert not band_of(table).isVisible()


def test_bought_work_and_packaging_take_a_file_and_waste_does_not(page, session, sent):
    outside = page("outside")
    for table, takes in (
        (outside.processes, True),
        (outside.packaging, True),
        (outside.wastes, False),
    ):
        row_id = getattr(session.study, table.kind)[0].id
        assert send(table, row_id, sent, QEvent.Type.DragMove) is takes


def test_a_study_is_left_to_the_window(qtbot, page, window, tmp_path, monkeypatch):
    opened = []
    monkeypatch.setattr(window, "open_study", opened.append)
    table = page("materials").materials
    path = tmp_path / "other.spcf"
    assert send(table, BODY, path, QEvent.Type.Drop)
    assert not band_of(table).isVisible()
    qtbot.waitUntil(lambda: opened == [path])


def test_what_is_no_footprint_is_told_and_changes_nothing(
    qtbot, page, session, tmp_path, monkeypatch
):
    told = []
    monkeypatch.setattr(ask, "tell", lambda _parent, text: told.append(text))
    path = tmp_path / "scan.json"
    path.write_text("[1]", encoding="utf-8")
    before = session.study
    send(page("materials").materials, BODY, path, QEvent.Type.Drop)
    qtbot.waitUntil(lambda: bool(told))
    assert "scan.json" in told[0]
    assert session.study == before


def test_only_one_local_file_counts(tmp_path):
    one = tmp_path / "a.json"
    assert footprint_in(data_of(one)) == one
    assert footprint_in(data_of(one, tmp_path / "b.json")) is None
    assert footprint_in(data_of(tmp_path / "a.xlsx")) is None
    web = QMimeData()
    web.setUrls([QUrl("https://example.org/a.json")])
    assert footprint_in(web) is None


def test_a_file_dropped_on_the_picker_is_taken_and_closes_it(
    qtbot, page, session, window, sent, looked_at
):
    page("materials")
    picker = FactorPicker(window.context, flow_of(session.study, BODY), window)
    picker.show()
    data = data_of(sent)
    for event in (
        QDragEnterEvent(QPoint(9, 9), COPY, data, LEFT, NONE),
        QDropEvent(QPointF(9, 9), COPY, data, LEFT, NONE),
    ):
        event.ignore()
        QApplication.sendEvent(picker, event)
        assert event.isAccepted()
    qtbot.waitUntil(lambda: not picker.isVisible())
    assert looked_at == ["bracket.json"]
    assert flow_of(session.study, BODY).factor_id.startswith("supplier:")
