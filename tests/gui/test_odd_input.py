"""Whatever is typed into any field of any page: no fault, the text or its value stays, the window goes on."""

import random

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QWidget

from supplier_pcf.domain.study import Study
from supplier_pcf.gui.tables.rows_table import RowsTable
from supplier_pcf.gui.widgets.more import More
from supplier_pcf.gui.window.registry import STEP_IDS, page_class
from supplier_pcf.project.codec import decode_study, encode_study

ODD = (
    "many",
    "1,2,3.4.5",
    "１２３．５",
    "３度",
    "1e400",
    "-1e-320",
    "NaN",
    "inf",
    "-5",
    "1/0",
    "0",
    "½",
    "1 000 000 kg",
    "12 %",
    "<b>&amp;</b>",
    "{name}",
    "%s %d",
    "\u202e支架\u0000",
    "🏭" * 3,
    "=1+1",
    "'; DROP TABLE",
    " ",
    "9" * 400,
    "2025-02-31",
    "kWh Hs",
    "万千瓦时",
)
KEYS = (Qt.Key.Key_Return, Qt.Key.Key_Tab, Qt.Key.Key_Escape)


def opened(widget: QWidget) -> QWidget:
    """With everything that can be unfolded."""
    for _time in range(2):
        for more in widget.findChildren(More):
            more.open()
    return widget


def fields_of(page: QWidget) -> list[QWidget]:
    """Every field one can type in."""
    found = [*page.findChildren(QLineEdit), *page.findChildren(QPlainTextEdit)]
    return [field for field in found if field.isEnabled() and not field.isReadOnly()]


def write(field: QWidget, text: str) -> None:
    """As an input method hands text over: at once, in place of what was there."""
    field.setFocus()
    field.selectAll()
    done = QInputMethodEvent("", [])
    done.setCommitString(text)
    QApplication.sendEvent(field, done)


def still_sound(context) -> None:
    """The study can be worked out, saved and read again as it is."""
    assert context.session.calculated.result is not None
    assert decode_study(encode_study(context.study), "odd") == context.study


@pytest.fixture(params=["blank", "bracket"])
def study(request, session):
    """A blank study, and a whole one."""
    if request.param == "bracket":
        request.getfixturevalue("bracket")
    else:
        session.start(Study(id="blank"))
    return session


@pytest.mark.parametrize("step", STEP_IDS)
def test_odd_text_in_every_field_of_a_page(qtbot, context, study, said, step):
    chance = random.Random(step)
    page = opened(page_class(step)(context))
    qtbot.addWidget(page)
    page.show()
    for _time in range(2):
        for number in range(len(fields_of(page))):
            fields = fields_of(page)
            if number >= len(fields):
                break
            write(fields[number], chance.choice(ODD))
            qtbot.keyClick(fields[number], chance.choice(KEYS[:2]))
    still_sound(context)
    while context.session.undo_label is not None:
        context.session.undo()
    still_sound(context)


@pytest.mark.parametrize("step", STEP_IDS)
def test_odd_text_in_every_cell_of_a_page(qtbot, context, study, monkeypatch, step):
    chance = random.Random(step)
    page = opened(page_class(step)(context))
    qtbot.addWidget(page)
    page.show()
    for table in page.findChildren(RowsTable):
        for column in range(table.model.columnCount()):
            text = chance.choice(ODD)
            if table.model.rowCount():
                row = chance.randrange(table.model.rowCount())
                table.model.setData(table.model.index(row, column), text)
        QApplication.clipboard().setText(block(chance))
        table.paste()
    still_sound(context)
    while context.session.undo_label is not None:
        context.session.undo()
    still_sound(context)


def block(chance: random.Random) -> str:
    """Three rows of four odd cells."""
    lines = [[chance.choice(ODD).replace("\n", " ") for _ in range(4)] for _ in range(3)]
    return "\n".join("\t".join(line) for line in lines)
