"""Drawings in the window: the same numbers as the table, copied and saved as pixels and as SVG."""

import xml.etree.ElementTree as ET
from dataclasses import replace
from functools import partial

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor, QGuiApplication, QImage, QPalette
from PySide6.QtWidgets import QFileDialog

from supplier_pcf.app.views import (
    DARK,
    LIGHT,
    Anchor,
    Area,
    Drawing,
    Polyline,
    Rect,
    Role,
    Text,
    contribution_drawing,
    stage_drawing,
)
from supplier_pcf.gui.widgets.drawing_view import _EDGE, DrawingView, palette_for, spoken

SQUARE = Drawing(
    width=100,
    height=40,
    title="A square",
    shapes=(
        Rect(x=0, y=0, width=100, height=20, fill=Role.MATERIALS),
        Polyline(points=((0, 30), (100, 30)), stroke=Role.ERROR),
        Text(x=0, y=38, text="Steel"),
        Text(x=100, y=38, text="3.24", anchor=Anchor.END),
    ),
)


@pytest.fixture
def stages(qtbot, context, bracket):
    view = DrawingView(context, partial(stage_drawing, bracket, context.translate, "en"), "stages")
    qtbot.addWidget(view)
    view.resize(600, 300)
    view.show()
    return view


def press(qtbot, view, x, y):
    """Click at a point of the drawing."""
    at = QPoint(round(_EDGE + x * view._scale()), round(_EDGE + y * view._scale()))
    qtbot.mouseClick(view, Qt.MouseButton.LeftButton, pos=at)


def chosen(monkeypatch, path):
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_a, **_k: (str(path), ""))


def test_a_screen_reader_hears_labels_and_numbers_line_by_line():
    assert spoken(SQUARE) == "Steel 3.24"


def test_the_stage_chart_says_the_numbers_of_the_result(stages):
    said = stages.accessibleDescription()
    assert stages.accessibleName() == "Life cycle stages"
    assert "Materials 4.66 82.9\N{NO-BREAK SPACE}%" in said
    assert "Sum without biogenic uptake 5.62 100.0\N{NO-BREAK SPACE}%" in said


def test_a_click_on_an_area_leads_to_its_row_and_beside_it_nowhere(qtbot, context):
    lower = Area(x=0, y=30, width=100, height=10, row="steel")
    view = DrawingView(context, lambda _width: replace(SQUARE, areas=(lower,)), "square")
    qtbot.addWidget(view)
    view.resize(400, 100)
    view.show()
    led = []
    press(qtbot, view, 10, 35)
    view.lead_to(led.append, "Click: its row")
    press(qtbot, view, 10, 35)
    press(qtbot, view, 10, 15)
    assert led == ["steel"]


def test_the_mouse_shows_where_a_click_leads(qtbot, stages):
    stages.lead_to(lambda _row: None, "Click: its rows")
    area = stages.drawing.areas[-1]
    at = QPoint(round((area.x + 9) * stages._scale()), round((area.y + 9) * stages._scale()))
    qtbot.mouseMove(stages, at)
    assert stages.cursor().shape() is Qt.CursorShape.PointingHandCursor
    assert stages.toolTip() == "Click: its rows"
    qtbot.mouseMove(stages, stages.rect().bottomLeft())
    assert stages.toolTip() == ""


def test_the_drawing_is_made_anew_for_more_room(stages, qtbot):
    narrow = stages.drawing.width
    stages.resize(900, 300)
    assert stages.drawing.width == pytest.approx(narrow * (900 - 8) / (600 - 8))


def test_an_edit_changes_the_drawing(qtbot, context, bracket):
    make = partial(contribution_drawing, bracket, context.translate, "en")
    view = DrawingView(context, make, "contributions")
    qtbot.addWidget(view)
    assert "Bracket body" in view.accessibleDescription()
    bracket.edit(lambda study: type(study)(), "Empty")
    view.refresh()
    assert "Bracket body" not in view.accessibleDescription()


def test_colours_follow_the_ground():
    dark, light = QPalette(QColor("#202020")), QPalette(QColor("#eeeeee"))
    assert palette_for(dark) is DARK
    assert palette_for(light) is LIGHT


def test_the_picture_has_the_colours_of_paper(qtbot, context):
    view = DrawingView(context, lambda _width: SQUARE, "square")
    qtbot.addWidget(view)
    picture = view.picture()
    assert picture.pixelColor(2, 2).name() == "#ffffff"
    assert picture.pixelColor(150, 60).name() == LIGHT[Role.MATERIALS].lower()


def test_copying_puts_pixels_and_svg_on_the_clipboard(stages, qtbot):
    stages.setFocus()
    qtbot.keyClick(stages, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    stages.copy()
    data = QGuiApplication.clipboard().mimeData()
    assert data.hasImage()
    assert b"Inbound transport" in bytes(data.data("image/svg+xml").data())


def test_saving_as_svg_writes_xml_with_the_labels(stages, tmp_path, monkeypatch):
    chosen(monkeypatch, tmp_path / "stages")
    stages.findChild(object, "stages-svg").trigger()
    root = ET.parse(tmp_path / "stages.svg").getroot()
    texts = {e.text for e in root.iter() if e.tag.endswith("text")}
    assert {"Materials", "4.66", "Waste"} <= texts


def test_saving_as_png_writes_a_picture_of_that_size(stages, tmp_path, monkeypatch):
    chosen(monkeypatch, tmp_path / "stages.png")
    stages.findChild(object, "stages-png").trigger()
    image = QImage(str(tmp_path / "stages.png"))
    assert image.width() == round((stages.drawing.width + 16) * 3)


def test_a_folder_that_is_not_there_is_said(stages, tmp_path, monkeypatch, said):
    chosen(monkeypatch, tmp_path / "nowhere" / "stages.png")
    stages.findChild(object, "stages-png").trigger()
    assert said == ["stages.png was not saved: the folder does not exist. Choose another folder."]


def test_no_name_saves_nothing(stages, tmp_path, monkeypatch):
    chosen(monkeypatch, "")
    stages.save_png()
    assert list(tmp_path.glob("*.png")) == []
