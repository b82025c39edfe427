"""What can be filled in is seen as such, in light and dark."""

import itertools
from collections import Counter

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor, QFont, QPalette, QRawFont
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

from supplier_pcf.gui.base import theme
from supplier_pcf.paths import resources
from tests.gui.test_main_window import contrast
from tools.translations import read

FIELDS = (QLineEdit, QPlainTextEdit, QComboBox, QDateEdit, QCheckBox, QRadioButton, QTableView)


@pytest.fixture(params=[False, True], ids=["light", "dark"])
def dressed(request, qapp):
    """The program in its own clothes, and back in those of the other tests."""
    palette, sheet, font = qapp.palette(), qapp.styleSheet(), qapp.font()
    qapp.setStyle(QStyleFactory.create("Fusion"))
    qapp.setProperty(theme._SELF_PAINTED, True)
    theme.dress(qapp, dark=request.param)
    yield theme.DARK if request.param else theme.LIGHT
    qapp.setProperty(theme._SELF_PAINTED, None)
    qapp.setPalette(palette)
    for name in theme._EDGED:
        qapp.setPalette(palette, name)
    qapp.setStyleSheet(sheet)
    qapp.setFont(font)


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


def seen_through(ink, paper):
    """The colour that a half-transparent ink has on paper."""
    part = ink.alphaF()
    pairs = zip(ink.getRgb()[:3], paper.getRgb()[:3], strict=True)
    return QColor(*[round(over * part + under * (1 - part)) for over, under in pairs]).name()


def test_every_text_of_the_palette_can_be_read_even_where_it_does_not_answer(dressed):
    palette, role = QApplication.palette(), QPalette.ColorRole
    pairs = (
        (role.WindowText, role.Window),
        (role.Text, role.Base),
        (role.Text, role.AlternateBase),
        (role.ButtonText, role.Button),
        (role.PlaceholderText, role.Base),
        (role.ToolTipText, role.ToolTipBase),
        (role.HighlightedText, role.Highlight),
        (role.Link, role.Window),
        (role.Link, role.Base),
    )
    for group in (QPalette.ColorGroup.Active, QPalette.ColorGroup.Disabled):
        for ink, paper in pairs:
            under = palette.color(group, paper)
            over = seen_through(palette.color(group, ink), under)
            assert contrast(over, under.name()) >= 4.5, (group, ink, paper)


def test_what_the_sheet_writes_can_be_read(dressed):
    """Headings of tables, the button that leads on while it does not answer, chips of findings."""
    heading = QApplication.palette().color(QPalette.ColorRole.AlternateBase).name()
    assert contrast(dressed.quiet, heading) >= 4.5
    assert contrast(dressed.quiet, dressed.line) >= 4.5
    for ink in (dressed.accent, dressed.error, dressed.warning):
        assert contrast(ink, dressed.tint) >= 4.5


@pytest.mark.parametrize("dark", [False, True])
def test_high_contrast_has_nothing_quiet_and_no_faint_line(qapp, dressed, monkeypatch, dark):
    monkeypatch.setattr(theme, "asks_for_contrast", lambda _app: True)
    theme.dress(qapp, dark=dark)
    found = theme.colours()
    for surface in (QPalette.ColorRole.Window, QPalette.ColorRole.Base):
        paper = QApplication.palette().color(surface).name()
        assert contrast(found.quiet, paper) >= 7
        assert min(contrast(line, paper) for line in (found.line, found.edge, found.grid)) >= 7
    monkeypatch.undo()
    theme.dress(qapp, dark=dark)
    assert theme.colours() is (theme.DARK if dark else theme.LIGHT)


def paper_of(widget):
    """The colour most of it has, whatever is written where."""
    image = widget.grab().toImage()
    points = itertools.product(range(0, image.width(), 8), range(0, image.height(), 8))
    [(most, _times)] = Counter(image.pixel(x, y) for x, y in points).most_common(1)
    return QColor(most)


def test_the_window_follows_the_system_into_the_dark_while_it_is_open(
    qapp, dressed, window, monkeypatch
):
    theme.apply(qapp)
    for dark in (True, False, True):
        monkeypatch.setattr(theme, "system_is_dark", lambda _app, dark=dark: dark)
        qapp.styleHints().colorSchemeChanged.emit(Qt.ColorScheme.Dark)
        assert (paper_of(window).lightness() < 128) is dark
        assert theme.is_dark(window.frame.running.palette()) is dark


@pytest.mark.parametrize("name", theme.CHINESE)
def test_the_chinese_fonts_that_ship_have_every_character_the_window_says(qapp, name):
    font = QRawFont(str(resources() / "fonts" / name), 12)
    said = "".join(str(message.string) for message in read("zh_CN"))
    chinese = {letter for letter in said if "\u4e00" <= letter <= "\u9fff"}
    assert len(chinese) > 900
    assert sorted(letter for letter in chinese if not font.supportsCharacter(ord(letter))) == []
