"""What can be filled in is seen as such, in light and dark."""

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtGui import QFont, QPalette, QRawFont
from PySide6.QtWidgets import (
    QApplication,
    QCheckBox,
    QComboBox,
    QDateEdit,
    QLineEdit,
    QPlainTextEdit,
    QRadioButton,
    QStyleFactory,
    QTableView,
    QWidget,
)

from supplier_pcf.gui import theme
from supplier_pcf.paths import resources
from tests.gui.test_main_window import contrast
from tools.translations import read

FIELDS = (QLineEdit, QPlainTextEdit, QComboBox, QDateEdit, QCheckBox, QRadioButton, QTableView)


@pytest.fixture(params=[False, True], ids=["light", "dark"])
def dressed(request, qapp):
    """The program in its own clothes, and back in those of the other tests."""
    palette, sheet = qapp.palette(), qapp.styleSheet()
    qapp.setStyle(QStyleFactory.create("Fusion"))
    qapp.setProperty(theme._SELF_PAINTED, True)
    theme.dress(qapp, dark=request.param)
    yield theme.DARK if request.param else theme.LIGHT
    qapp.setProperty(theme._SELF_PAINTED, None)
    qapp.setPalette(palette)
    for name in theme._EDGED:
        qapp.setPalette(palette, name)
    qapp.setStyleSheet(sheet)


def test_a_new_palette_leaves_our_fonts_everywhere(dressed, qapp):
    """On Windows menus and lists have fonts of their own, which every new palette brings back."""
    before = qapp.font()
    qapp.setFont(QFont("Courier"), "QMenuBar")
    theme.dress(qapp, dark=False)
    assert qapp.font("QMenuBar").families() == list(theme.FAMILIES)
    qapp.setFont(before)


@pytest.mark.parametrize("kind", FIELDS)
def test_the_border_of_a_field_stands_out(qtbot, dressed, kind):
    around = QWidget()
    qtbot.addWidget(around)
    around.resize(200, 100)
    field = kind(around)
    field.setGeometry(20, 20, 120, 60 if kind in (QPlainTextEdit, QTableView) else 26)
    around.show()
    shown = around.grab().toImage()
    paper = QApplication.palette().color(QPalette.ColorRole.Window).name()
    line = [shown.pixelColor(QPoint(x, field.geometry().center().y())) for x in range(16, 44)]
    assert max(contrast(colour.name(), paper) for colour in line) >= 3


def test_the_chosen_cell_is_tinted_and_stays_readable(dressed):
    palette = QApplication.palette("QTableView")
    assert palette.highlight().color().name().upper() == dressed.tint
    for ink in (palette.highlightedText().color().name(), dressed.quiet, dressed.warning):
        assert contrast(ink, dressed.tint) >= 4.5
    assert contrast(dressed.accent, dressed.tint) >= 3


def test_edges_reach_three_to_one_on_every_surface(dressed):
    for surface in (QPalette.ColorRole.Window, QPalette.ColorRole.Base):
        paper = QApplication.palette().color(surface).name()
        assert contrast(dressed.edge, paper) >= 3


@pytest.mark.parametrize("name", theme.CHINESE)
def test_the_chinese_fonts_that_ship_have_every_character_the_window_says(qapp, name):
    font = QRawFont(str(resources() / "fonts" / name), 12)
    said = "".join(str(message.string) for message in read("zh_CN"))
    chinese = {letter for letter in said if "\u4e00" <= letter <= "\u9fff"}
    assert len(chinese) > 900
    assert sorted(letter for letter in chinese if not font.supportsCharacter(ord(letter))) == []
