"""The import assistant: another process reads, every row is accounted for, one step of undo."""

import time
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QLabel, QLineEdit, QListWidget, QPushButton

from supplier_pcf.app.table_reading import BOM, ENERGY
from supplier_pcf.domain.study import Study
from supplier_pcf.gui import import_assistant
from supplier_pcf.gui.import_assistant import ImportAssistant, import_table

SAMPLE = Path(__file__).parents[2] / "resources" / "samples" / "stamped-bracket"
TABLE = SAMPLE / "bom.xlsx"
WAIT_MS = 30_000


@pytest.fixture
def assistant(qtbot, context):
    opened = []

    def open_with(path, kind=BOM):
        dialog = ImportAssistant(context, None, kind, path)
        qtbot.addWidget(dialog)
        opened.append(dialog)
        dialog.show()
        return dialog

    yield open_with
    for dialog in opened:
        dialog.reject()


def done(qtbot, dialog):
    qtbot.waitUntil(lambda: not dialog._timer.isActive(), timeout=WAIT_MS)
    return dialog


def click(qtbot, dialog, name):
    qtbot.mouseClick(dialog.findChild(QPushButton, name), Qt.MouseButton.LeftButton)


def box_of(dialog, field):
    boxes = dialog.columns.widget().findChildren(QComboBox)
    return next(b for b in boxes if b.currentData() == field)


def choose(box, field):
    index = box.findData(field)
    box.setCurrentIndex(index)
    box.activated.emit(index)


def lines(dialog):
    rows = range(dialog.tabs.rows.model.rowCount())
    return [[dialog.tabs.rows.model.index(row, c).data() for c in range(4)] for row in rows]


def test_the_window_answers_while_the_table_is_read(qtbot, assistant):
    before = time.monotonic()
    dialog = assistant(TABLE)
    assert time.monotonic() - before < 1
    assert dialog._timer.isActive()
    assert dialog.findChild(QLabel, "import-said").text() == "Reading bom.xlsx …"
    assert not dialog.take.isEnabled()


def test_the_bill_of_the_sample_becomes_ten_materials_in_one_step(qtbot, context, assistant):
    dialog = done(qtbot, assistant(TABLE))
    click(qtbot, dialog, "import-import")
    assert len(context.study.materials) == 10
    assert context.study.product.part_number == "BR-2041-00"
    assert context.session.undo_label == "Import bill of materials"
    context.session.undo()
    assert context.study == Study()


def test_every_row_says_what_became_of_it(qtbot, assistant):
    dialog = done(qtbot, assistant(TABLE))
    told = lines(dialog)
    assert [line[0] for line in told] == [str(n) for n in range(1, len(told) + 1)]
    assert all(line[3] for line in told if line[1] == "– left aside")
    assert ["6", "– left aside", "", "Row 6 holds the headings."] in [
        [*line[:2], "", line[3]] for line in told
    ]
    said = dialog.findChild(QLabel, "import-said").text()
    assert said.startswith("11 rows matched, 0 to choose, 15 left aside")


def test_the_rows_keep_the_rules_of_qt(qtbot, assistant, qtmodeltester):
    dialog = done(qtbot, assistant(TABLE))
    qtmodeltester.check(dialog.tabs.rows.model)


def test_another_meaning_of_a_column_reads_the_table_again(qtbot, context, assistant):
    dialog = done(qtbot, assistant(TABLE))
    choose(box_of(dialog, "supplier"), "origin")
    assert dialog._timer.isActive()
    done(qtbot, dialog)
    click(qtbot, dialog, "import-import")
    assert {m.supplier for m in context.study.materials} == {""}
    assert "杭州湾钢材加工" in {m.origin_place for m in context.study.materials}


def test_a_column_can_be_left_out(qtbot, context, assistant):
    dialog = done(qtbot, assistant(TABLE))
    choose(box_of(dialog, "gross_mass"), "")
    done(qtbot, dialog)
    click(qtbot, dialog, "import-import")
    assert all(m.gross_amount is None for m in context.study.materials)


def test_a_damaged_file_is_one_sentence(qtbot, context, assistant, tmp_path):
    damaged = tmp_path / "bom.xlsx"
    damaged.write_bytes(TABLE.read_bytes()[:3000])
    dialog = done(qtbot, assistant(damaged))
    said = dialog.findChild(QLabel, "import-problem").text()
    assert said.startswith("bom.xlsx is damaged.")
    assert not dialog.take.isEnabled()
    assert dialog.tabs.isHidden()


def test_what_cannot_be_read_again_keeps_the_preview(qtbot, assistant, tmp_path):
    table = tmp_path / "bom.xlsx"
    table.write_bytes(TABLE.read_bytes())
    dialog = done(qtbot, assistant(table))
    table.unlink()
    choose(box_of(dialog, "supplier"), "origin")
    done(qtbot, dialog)
    assert "was not found" in dialog.findChild(QLabel, "import-problem").text()
    assert not dialog.tabs.isHidden()
    assert not dialog.take.isEnabled()


def test_cancel_leaves_the_study_and_ends_the_reader(qtbot, context, assistant):
    before = context.study
    dialog = done(qtbot, assistant(TABLE))
    process = dialog.reader._process
    click(qtbot, dialog, "import-cancel")
    assert context.study is before
    assert not process.is_alive()


def test_cancel_while_reading_leaves_the_study(qtbot, context, assistant):
    dialog = assistant(TABLE)
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()
    assert context.study == Study()


def test_the_decimal_mark_is_asked_where_it_is_open(qtbot, context, assistant, tmp_path):
    table = tmp_path / "bom.csv"
    table.write_text("Part No;Name;Net mass (g)\nA;Sheet;1,234\nB;Pin;2,345\n", encoding="utf-8")
    dialog = done(qtbot, assistant(table))
    assert not dialog.choices.decimal.isHidden()
    index = dialog.choices.decimal.findData(",")
    dialog.choices.decimal.setCurrentIndex(index)
    dialog.choices.decimal.activated.emit(index)
    done(qtbot, dialog)
    click(qtbot, dialog, "import-import")
    assert [m.amount.value for m in context.study.materials] == [1.234, 2.345]


def test_energy_bills_become_meters(qtbot, context, assistant):
    dialog = done(qtbot, assistant(SAMPLE / "energy-2025.csv", ENERGY))
    assert "gb18030" in dialog.findChild(QListWidget, "import-notes").item(0).text()
    assert box_of(dialog, "electricity").objectName() == "import-column-B"
    click(qtbot, dialog, "import-import")
    assert [m.carrier for m in context.study.meters] == ["electricity", "natural_gas", "diesel"]
    assert context.session.undo_label == "Import energy bills"


def test_a_missing_year_is_asked_for(qtbot, context, assistant, tmp_path):
    table = tmp_path / "bills.csv"
    months = "\n".join(f"{m};{100 + i}" for i, m in enumerate(["Jan", "Feb", "Mar", "Apr"]))
    table.write_text(f"Month;Electricity (kWh)\n{months}\n", encoding="utf-8")
    dialog = done(qtbot, assistant(table, ENERGY))
    assert not dialog.findChild(QLineEdit, "import-year").isHidden()
    qtbot.keyClicks(dialog.choices.year, "2025")
    dialog.choices.year.editingFinished.emit()
    done(qtbot, dialog)
    click(qtbot, dialog, "import-import")
    assert context.study.meters[0].readings[0].start.year == 2025


def test_no_file_chosen_is_no_import(context, monkeypatch):
    monkeypatch.setattr(import_assistant, "ask_for_table", lambda *_args: None)
    import_table(context, None, BOM)
    assert context.study == Study()
