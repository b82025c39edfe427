"""The import assistant: another process reads, every row is accounted for, one step of undo."""

import re
import time
from collections import Counter
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QComboBox,
    QLabel,
    QLineEdit,
    QListWidget,
    QProgressBar,
    QPushButton,
)

from supplier_pcf.app.import_groups import GroupState
from supplier_pcf.app.import_job import Progress
from supplier_pcf.app.table_reading import BOM, ENERGY
from supplier_pcf.domain.flows import ChosenBy
from supplier_pcf.domain.study import Study
from supplier_pcf.gui.factors.factor_picker import FactorPicker
from supplier_pcf.gui.importing import import_assistant
from supplier_pcf.gui.importing.import_assistant import ImportAssistant, import_table

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
    return [[dialog.tabs.rows.model.index(row, c).data() for c in range(5)] for row in rows]


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
    assert all(line[4] for line in told if line[1] == "– left aside")
    assert ["6", "– left aside", "", "Row 6 holds the headings."] in [
        [*line[:2], "", line[4]] for line in told
    ]
    said = dialog.findChild(QLabel, "import-said").text()
    assert said.startswith("11 rows matched, 0 to choose, 15 left aside")


def test_the_amounts_are_shown_as_they_were_understood(qtbot, assistant):
    amounts = {line[0]: line[3] for line in lines(done(qtbot, assistant(TABLE)))}
    assert amounts["9"] == "842 g, gross 1236 g"
    assert amounts["11"] == "2 × 12.5 g"
    assert amounts["6"] == ""


def test_the_reason_of_the_current_row_stands_in_full_below(qtbot, assistant):
    rows = done(qtbot, assistant(TABLE)).tabs.rows
    rows.table.setCurrentIndex(rows.model.index(rows.model.line_of(6), 0))
    assert rows.said.text() == "Row 6 holds the headings."


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


# what the user can say


ODD = "Werk 3;;\nTeilchen;Zeug;Gew.\nA1;DC01;12,5\nA2;DC01;3,5\n"


def odd_file(tmp_path, name="odd.csv"):
    path = tmp_path / name
    path.write_text(ODD, encoding="utf-8")
    return path


def column_box(dialog, column, kind="column"):
    return dialog.columns.widget().findChild(QComboBox, f"import-{kind}-{column}")


def tell_odd(qtbot, dialog):
    for column, field in (("A", "part_number"), ("B", "material"), ("C", "unit_mass")):
        choose(column_box(dialog, column), field)
        done(qtbot, dialog)
    choose(column_box(dialog, "C", "unit"), "g")
    return done(qtbot, dialog)


def show_tab(dialog, widget):
    dialog.tabs.setCurrentWidget(widget)
    return widget


def select(table, *rows):
    table.clearSelection()
    flags = table.selectionModel().SelectionFlag
    for row in rows:
        table.selectionModel().select(table.model().index(row, 0), flags.Select | flags.Rows)


def test_a_table_whose_headings_nobody_knows_is_read_with_a_few_clicks(
    qtbot, context, assistant, tmp_path
):
    dialog = done(qtbot, assistant(odd_file(tmp_path)))
    assert dialog.findChild(QLabel, "import-problem").isVisible()
    assert not dialog.take.isEnabled()
    tell_odd(qtbot, dialog)
    assert not dialog.findChild(QLabel, "import-problem").isVisible()
    click(qtbot, dialog, "import-import")
    assert [m.amount.value for m in context.study.materials] == [12.5, 3.5]


def test_the_next_file_of_the_layout_is_read_alike_until_it_is_forgotten(
    qtbot, context, assistant, tmp_path
):
    dialog = tell_odd(qtbot, done(qtbot, assistant(odd_file(tmp_path))))
    click(qtbot, dialog, "import-import")
    dialog = done(qtbot, assistant(odd_file(tmp_path, "newer.csv")))
    assert dialog.choices.known.isVisible()
    assert dialog.take.isEnabled()
    choose(column_box(dialog, "C", "unit"), "kg")
    assert done(qtbot, dialog).choices.known.isVisible()
    click(qtbot, dialog, "import-forget")
    done(qtbot, dialog)
    assert not dialog.choices.known.isVisible()
    assert not dialog.take.isEnabled()
    dialog.reject()
    again = done(qtbot, assistant(odd_file(tmp_path, "third.csv")))
    assert not again.choices.known.isVisible()


def test_cancel_remembers_nothing(qtbot, context, assistant, tmp_path):
    tell_odd(qtbot, done(qtbot, assistant(odd_file(tmp_path)))).reject()
    assert not done(qtbot, assistant(odd_file(tmp_path, "b.csv"))).choices.known.isVisible()


def test_the_row_of_the_headings_is_chosen_in_the_sheet(qtbot, context, assistant, tmp_path):
    table = tmp_path / "bom.csv"
    table.write_text("Part;Qty;Net mass (g)\nold;1;1\nPart;Qty;Net mass (kg)\nA;1;2\n", "utf-8")
    dialog = done(qtbot, assistant(table))
    sheet = show_tab(dialog, dialog.tabs.sheet)
    sheet.table.setCurrentIndex(sheet.model.index(2, 0))
    click(qtbot, dialog, "import-headings-here")
    done(qtbot, dialog)
    assert dialog.choices.header.value() == 3
    assert dialog.tabs.currentWidget() is sheet
    click(qtbot, dialog, "import-import")
    assert [(m.part_number, m.amount.unit) for m in context.study.materials] == [("A", "kg")]


def test_rows_are_left_out_and_taken_in_again(qtbot, context, assistant):
    dialog = done(qtbot, assistant(TABLE))
    rows = dialog.tabs.rows
    line = rows.model.line_of(12)
    select(rows.table, line)
    assert rows.turn.text() == "&Leave these rows out"
    click(qtbot, dialog, "import-turn-rows")
    done(qtbot, dialog)
    assert rows.model.report(line).code == "import.set_aside"
    select(rows.table, line)
    assert rows.turn.text() == "Ta&ke these rows in"
    click(qtbot, dialog, "import-turn-rows")
    done(qtbot, dialog)
    assert rows.model.report(line).status == "matched"
    click(qtbot, dialog, "import-import")
    assert len(context.study.materials) == 10


def test_a_row_left_out_is_not_imported(qtbot, context, assistant):
    dialog = done(qtbot, assistant(TABLE))
    rows = dialog.tabs.rows
    select(rows.table, rows.model.line_of(12), rows.model.line_of(13))
    click(qtbot, dialog, "import-turn-rows")
    done(qtbot, dialog)
    click(qtbot, dialog, "import-import")
    assert len(context.study.materials) == 8


def test_the_heading_rows_offer_nothing(qtbot, assistant):
    rows = done(qtbot, assistant(TABLE)).tabs.rows
    select(rows.table, rows.model.line_of(5))
    assert not rows.turn.isEnabled()


def test_the_factor_of_a_group_is_chosen_once_for_all_its_rows(
    qtbot, context, assistant, monkeypatch
):
    dialog = done(qtbot, assistant(TABLE))
    groups = show_tab(dialog, dialog.tabs.groups)
    row = next(n for n, g in enumerate(groups.groups) if g.name == "20#")
    assert groups.groups[row].rows == 3
    groups.table.setCurrentIndex(groups.model.index(row, 0))

    def pick(picker):
        picker.search.setText("hot rolled sheet steel")
        picker._search()
        picker.accept()
        return 1

    monkeypatch.setattr(FactorPicker, "exec", pick)
    click(qtbot, dialog, "import-choose-factor")
    assert context.study == Study()
    assert groups.groups[row].state is GroupState.CHOSEN
    click(qtbot, dialog, "import-import")
    chosen = [m for m in context.study.materials if m.designation == "20#"]
    assert len(chosen) == 3
    assert len({m.factor_id for m in chosen}) == 1
    assert {m.factor_chosen_by for m in chosen} == {ChosenBy.USER}
    context.session.undo()
    assert context.study == Study()


def test_all_proposals_are_taken_with_one_click(qtbot, context, assistant):
    dialog = done(qtbot, assistant(TABLE))
    groups = show_tab(dialog, dialog.tabs.groups)
    proposed = groups.count(GroupState.PROPOSED)
    assert proposed > 0
    click(qtbot, dialog, "import-take-proposals")
    assert groups.count(GroupState.PROPOSED) == 0
    assert not groups.confirm_all.isEnabled()
    click(qtbot, dialog, "import-import")
    by_user = [
        m for m in context.study.materials if m.factor_chosen_by is ChosenBy.USER and m.factor_id
    ]
    assert len(by_user) >= proposed


def test_a_proposal_is_taken_for_one_group(qtbot, assistant):
    dialog = done(qtbot, assistant(TABLE))
    groups = show_tab(dialog, dialog.tabs.groups)
    row = next(n for n, g in enumerate(groups.groups) if g.state is GroupState.PROPOSED)
    groups.table.setCurrentIndex(groups.model.index(row, 0))
    before = groups.count(GroupState.PROPOSED)
    click(qtbot, dialog, "import-take-proposal")
    assert groups.count(GroupState.PROPOSED) == before - 1


def csv_bill(tmp_path, name, lines):
    path = tmp_path / name
    path.write_text("Part number;Name;Net mass (kg)\n" + "\n".join(lines) + "\n", "utf-8")
    return path


def test_a_newer_file_shows_what_changes_and_doubles_nothing(qtbot, context, assistant, tmp_path):
    dialog = done(
        qtbot, assistant(csv_bill(tmp_path, "a.csv", ["A;Sheet;1", "B;Pin;2", "C;Cap;3"]))
    )
    assert dialog.tabs.indexOf(dialog.tabs.changes) < 0
    click(qtbot, dialog, "import-import")
    dialog = done(
        qtbot, assistant(csv_bill(tmp_path, "b.csv", ["A;Sheet;1", "B;Pin;4", "D;Lid;5"]))
    )
    changes = show_tab(dialog, dialog.tabs.changes)
    shown = [[changes.model.index(r, c).data() for c in range(3)] for r in range(3)]
    assert shown == [
        ["B Pin", "changed", "Net mass of one: 2 kg → 4 kg"],
        ["D Lid", "new", ""],
        ["C Cap", "not in this file", ""],
    ]
    qtbot.mouseClick(changes.drop_gone, Qt.MouseButton.LeftButton, pos=QPoint(8, 10))
    assert changes.without_gone
    click(qtbot, dialog, "import-import")
    assert [m.part_number for m in context.study.materials] == ["A", "B", "D"]
    context.session.undo()
    assert [m.part_number for m in context.study.materials] == ["A", "B", "C"]


def test_rows_not_in_the_file_stay_by_themselves(qtbot, context, assistant, tmp_path):
    click(
        qtbot,
        done(qtbot, assistant(csv_bill(tmp_path, "a.csv", ["A;Sheet;1", "B;Pin;2"]))),
        "import-import",
    )
    click(
        qtbot, done(qtbot, assistant(csv_bill(tmp_path, "b.csv", ["A;Sheet;1"]))), "import-import"
    )
    assert [m.part_number for m in context.study.materials] == ["A", "B"]


def bills_file(tmp_path, months, name="bills.csv", heading="Electricity (kWh)"):
    path = tmp_path / name
    lines = "\n".join(f"2025-{month:02d};{100 + month}" for month in months)
    path.write_text(f"Month;{heading}\n{lines}\n", "utf-8")
    return path


def test_the_strip_of_months_shows_gaps_and_doubles(qtbot, assistant, tmp_path):
    months = [1, 2, 3, 3, 5, 6, 7, 8, 9, 10, 11, 12]
    dialog = done(qtbot, assistant(bills_file(tmp_path, months), ENERGY))
    strip = show_tab(dialog, dialog.tabs.months)
    texts = [strip.table.item(0, column).text() for column in range(2, 14)]
    assert texts[:5] == ["101", "102", "twice", "missing", "105"]
    assert strip.said.text() == "Electricity: months missing: 1, months twice: 1."


def test_bills_go_to_the_meter_the_user_says(qtbot, context, assistant, tmp_path):
    year = range(1, 13)
    first = assistant(bills_file(tmp_path, year), ENERGY)
    click(qtbot, done(qtbot, first), "import-import")
    other = assistant(bills_file(tmp_path, year, "b.csv", "Electricity hall 2 (MWh)"), ENERGY)
    dialog = done(qtbot, other)
    show_tab(dialog, dialog.tabs.months)
    box = dialog.tabs.months.findChild(QComboBox, "import-target-meter-electricity")
    assert box.currentText() == "a new meter"
    click(qtbot, dialog, "import-import")
    assert [m.name for m in context.study.meters] == ["Electricity", "Electricity hall 2"]
    context.session.undo()
    dialog = done(qtbot, assistant(tmp_path / "b.csv", ENERGY))
    box = dialog.tabs.months.findChild(QComboBox, "import-target-meter-electricity")
    choose(box, "meter-electricity")
    click(qtbot, dialog, "import-import")
    (meter,) = context.study.meters
    assert meter.readings[0].amount == pytest.approx(101_000)


def test_a_column_becomes_a_form_of_energy(qtbot, context, assistant, tmp_path):
    dialog = done(qtbot, assistant(bills_file(tmp_path, range(1, 13), "odd.csv", "Hall 2"), ENERGY))
    assert not dialog.take.isEnabled()
    choose(column_box(dialog, "B"), "diesel")
    done(qtbot, dialog)
    choose(column_box(dialog, "B", "unit"), "l")
    done(qtbot, dialog)
    click(qtbot, dialog, "import-import")
    assert [(m.carrier, m.unit) for m in context.study.meters] == [("diesel", "l")]


def test_a_dropped_table_says_itself_what_it_is(qtbot, assistant):
    assert done(qtbot, assistant(TABLE, "")).windowTitle() == "Import bill of materials"
    bills = done(qtbot, assistant(SAMPLE / "energy-2025.csv", ""))
    assert bills.windowTitle() == "Import energy bills"


def test_a_table_that_could_be_either_is_asked_about(qtbot, assistant, tmp_path):
    dialog = done(qtbot, assistant(odd_file(tmp_path), ""))
    said = dialog.findChild(QLabel, "import-problem").text()
    assert said == "Say whether this is a bill of materials or energy bills."
    assert dialog.choices.kind.currentIndex() == -1
    assert not dialog.take.isEnabled()
    choose(dialog.choices.kind, BOM)
    done(qtbot, dialog)
    assert dialog.windowTitle() == "Import bill of materials"
    assert dialog.columns.isVisible()


def test_a_file_opened_as_the_wrong_kind_is_put_right(qtbot, context, assistant):
    dialog = done(qtbot, assistant(SAMPLE / "energy-2025.csv", BOM))
    assert not dialog.take.isEnabled()
    choose(dialog.choices.kind, ENERGY)
    done(qtbot, dialog)
    click(qtbot, dialog, "import-import")
    assert len(context.study.meters) == 3


@pytest.mark.parametrize("language", ["zh_CN", "de"])
def test_the_assistant_works_in_other_languages(qtbot, session, context, language):
    spoken = context._replace(language=language)
    dialog = ImportAssistant(spoken, None, "", TABLE)
    qtbot.addWidget(dialog)
    dialog.show()
    done(qtbot, dialog)
    assert dialog.windowTitle() == {
        "de": "Stückliste importieren", "zh_CN": "导入物料清单",
    }[language]  # fmt: skip
    for number in range(dialog.tabs.count()):
        dialog.tabs.setCurrentIndex(number)
        assert dialog.tabs.tabText(number)
    show_tab(dialog, dialog.tabs.groups)
    click(qtbot, dialog, "import-take-proposals")
    click(qtbot, dialog, "import-import")
    assert len(session.study.materials) == 10
    session.undo()
    assert session.study == Study()


def test_every_table_of_the_preview_keeps_the_rules_of_qt(qtbot, assistant, qtmodeltester):
    tabs = done(qtbot, assistant(TABLE)).tabs
    for model in (tabs.groups.model, tabs.changes.model, tabs.sheet.model):
        qtmodeltester.check(model)


def test_progress_is_shown_while_a_large_table_is_read(qtbot, assistant, tmp_path):
    dialog = done(qtbot, assistant(csv_bill(tmp_path, "a.csv", ["A;Sheet;1"])))
    dialog._timer.start()
    dialog.reader.progress = Progress(done=250, of=600)
    dialog._look()
    bar = dialog.findChild(QProgressBar, "import-busy")
    assert (bar.value(), bar.maximum()) == (250, 600)
    dialog._timer.stop()


@pytest.mark.parametrize("language", ["en", "zh_CN", "de"])
@pytest.mark.parametrize("table", ["bom.xlsx", "energy-2025.csv"])
def test_no_key_means_two_things_in_the_assistant(qtbot, context, language, table):
    dialog = ImportAssistant(context._replace(language=language), None, "", SAMPLE / table)
    qtbot.addWidget(dialog)
    dialog.show()
    done(qtbot, dialog)
    for field in (dialog.choices.sheet, dialog.choices.decimal, dialog.choices.year):
        dialog.choices._ask_for(field, is_open=True)
    dialog.choices.forget.show()
    for number in range(dialog.tabs.count()):
        dialog.tabs.setCurrentIndex(number)
        spoken = [*dialog.findChildren(QAbstractButton), *dialog.findChildren(QLabel)]
        texts = [
            widget.text()
            for widget in spoken
            if widget.isVisible() and (not isinstance(widget, QLabel) or widget.buddy())
        ]
        keys = Counter(key.lower() for text in texts for key in re.findall(r"&(\w)", text))
        assert not [key for key, times in keys.items() if times > 1]
    dialog.reject()
