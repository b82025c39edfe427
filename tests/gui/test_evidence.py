"""The evidence of a study in the window: attached at rows, listed, tested, remarked, handed over."""

import zipfile
from dataclasses import replace

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QCheckBox, QComboBox, QLineEdit, QPushButton

from supplier_pcf.domain.record import Evidence
from supplier_pcf.domain.verification import DrawnRecord, SamplingDrill
from supplier_pcf.gui.evidence.evidence_register import EvidenceDialog
from supplier_pcf.gui.result.questions import QUESTIONS
from supplier_pcf.gui.widgets.evidence_field import EvidenceField
from supplier_pcf.gui.window.registry import page_class

pytestmark = pytest.mark.usefixtures("bracket")

ROWS = (
    ("materials", "materials"),
    ("energy", "energy_uses"),
    ("outside", "outside_processes"),
    ("outside", "packaging"),
    ("outside", "wastes"),
    ("transport", "transports"),
)


@pytest.fixture
def note(tmp_path):
    path = tmp_path / "note.pdf"
    path.write_bytes(b"%PDF-1.4 note")
    return path


@pytest.fixture
def dialog(qtbot, context):
    made = EvidenceDialog(context)
    qtbot.addWidget(made)
    return made


def typed(qtbot, parent, name, text):
    line = parent.findChild(QLineEdit, name)
    line.clear()
    qtbot.keyClicks(line, text)
    qtbot.keyClick(line, Qt.Key.Key_Return)


def press(parent, name):
    parent.findChild(QPushButton, name).click()


def drop(field, path):
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path))])
    action, button = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton
    event = QDropEvent(QPointF(2, 2), action, data, button, Qt.KeyboardModifier.NoModifier)
    field.dropEvent(event)


@pytest.mark.parametrize(("step", "kind"), ROWS)
def test_a_file_dropped_at_a_row_proves_it_and_a_finding_leads_there(
    qtbot, context, note, step, kind
):
    page = page_class(step)(context)
    qtbot.addWidget(page)
    row = getattr(context.study, kind)[0]
    page.focus_on(f"{kind}/{row.id}/evidence")
    (field,) = page.findChildren(EvidenceField, f"{kind}-detail-evidence")
    drop(field, note)
    new = context.study.evidence[-1]
    assert new.file == "note.pdf"
    meter = context.study.meter(row.meter_id) if kind == "energy_uses" else None
    proven = meter or next(r for r in getattr(context.study, kind) if r.id == row.id)
    assert new.id in proven.evidence
    context.session.undo()
    assert new not in context.study.evidence


def test_a_type_that_may_not_be_opened_is_refused_in_a_sentence(context, said, dialog, tmp_path):
    bad = tmp_path / "tool.exe"
    bad.write_bytes(b"MZ")
    before = context.study
    dialog.documents.attach(bad)
    assert context.study == before
    assert "tool.exe" in said[0]


def test_one_document_is_put_behind_a_second_row_from_the_menu(qtbot, context):
    page = page_class("transport")(context)
    qtbot.addWidget(page)
    leg = context.study.transports[0]
    page.focus_on(f"transports/{leg.id}/evidence")
    field = page.findChild(EvidenceField, "transports-detail-evidence")
    known = next(e for e in context.study.evidence if e.id not in leg.evidence)
    menu = field.menu_of_known()
    action = next(a for a in menu.actions() if a.text() == known.title)
    action.trigger()
    assert known.id in context.study.transports[0].evidence


def test_paper_is_added_with_the_place_where_it_lies(qtbot, context, dialog):
    documents = dialog.documents
    documents.add_paper()
    typed(qtbot, documents, "document-title", "Licence")
    typed(qtbot, documents, "document-lies_at", "Binder 3")
    added = context.study.evidence[-1]
    assert (added.title, added.lies_at, added.can_be_shown) == ("Licence", "Binder 3", True)
    assert not documents.opens.isEnabled()
    press(documents, "documents-remove")
    assert added.id not in {e.id for e in context.study.evidence}


def test_a_file_that_is_gone_is_said_above_its_form(context, dialog):
    gone = Evidence(id="gone", title="Bill", file="gone.pdf", sha256="ab")
    context.edit(lambda s: replace(s, evidence=(*s.evidence, gone)), "Gone")
    dialog.documents.table.choose("gone")
    assert "not in the project any more" in dialog.documents.problem.text()
    assert not dialog.documents.problem.isHidden()


def test_an_item_is_not_needed_for_a_reason(qtbot, context, dialog):
    dialog.items.table.choose("gases")
    assert "cylinder book" in dialog.items.look.text()
    typed(qtbot, dialog.items, "item-not_needed", "No cooling on site")
    assert [(n.item, n.not_needed) for n in context.study.register] == [
        ("gases", "No cooling on site")
    ]


def test_the_coverage_leads_to_the_heaviest_row_without_proof(context, said, dialog):
    assert "98 %" in dialog.coverage.said.text()
    press(dialog.coverage, "coverage-go")
    (place,) = said
    kind, row_id, field = place.split("/")
    assert field in ("evidence", "factor")
    assert row_id in {row.id for row in getattr(context.study, kind)}


def test_a_test_of_records_is_drawn_answered_and_told(qtbot, context, dialog, note):
    drill = dialog.drill
    place = f"materials/{context.study.materials[-1].id}"
    drill.lines.choose(place)
    typed(qtbot, drill, "drill-count", "300")
    drill.seed.setValue(7)
    press(drill, "drill-draw")
    (made,) = context.study.drills
    drawn = [record for record in made.drawn if record.where == place]
    assert (made.seed, len(drawn)) == (7, 40)
    drill.records.choose("0")
    press(drill, "drill-found")
    assert context.study.drills[0].drawn[0].is_found is True
    drill.records.choose("1")
    drill.files.attach(note)
    assert context.study.drills[0].drawn[1].is_found is True
    assert "2 found, 0 not found" in drill.said.text()
    context.session.undo()
    assert context.study.drills[0].drawn[1].is_found is None


def test_remarks_are_added_answered_settled_and_have_no_third_round(qtbot, context, said, dialog):
    remarks = dialog.remarks
    press(remarks, "remarks-add")
    typed(qtbot, remarks, "remark-text", "Where is the bill?")
    press(remarks, "remarks-next")
    assert "Answer the remarks of the first round" in said.pop()
    typed(qtbot, remarks, "remark-answer", "Attached.")
    press(remarks, "remarks-next")
    press(remarks, "remarks-next")
    assert "no third" in said.pop()
    assert [c.round for c in context.study.comments] == [1, 2]
    remarks.findChild(QCheckBox, "remark-is_settled").click()
    assert [c.is_settled for c in context.study.comments] == [False, True]


def test_a_remark_on_a_row_leads_to_it(context, said, dialog):
    press(dialog.remarks, "remarks-add")
    box = dialog.remarks.findChild(QComboBox, "remark-where")
    place = f"materials/{context.study.materials[0].id}"
    box.setCurrentIndex(box.findData(place))
    box.activated.emit(box.currentIndex())
    press(dialog.remarks, "remarks-go")
    assert said == [place]


def test_the_pack_and_the_register_are_saved(dialog, tmp_path):
    dialog.save_pack(tmp_path / "p.zip")
    dialog.save_register(tmp_path / "r.csv")
    assert "register.csv" in zipfile.ZipFile(tmp_path / "p.zip").namelist()
    assert (tmp_path / "r.csv").read_text("utf-8-sig").startswith("document,")
    assert dialog.said.isHidden()


def test_the_result_page_says_what_proves_it_and_a_finding_unfolds_it(qtbot, context):
    page = page_class("result")(context)
    qtbot.addWidget(page)
    more = page.questions.parts["proof"]
    assert more.inside is None
    page.focus_on("evidence/bom")
    assert more.inside is not None
    assert "98 %" in more.inside.said.text()
    assert [q.id for q in QUESTIONS][-1] == "proof"


def test_a_finding_about_the_statement_leads_to_its_field(qtbot, context):
    page = page_class("result")(context)
    qtbot.addWidget(page)
    page.focus_on("assurance/program_until")
    line = page.findChild(QLineEdit, "assurance-program_until")
    qtbot.keyClicks(line, "2029-01-14")
    assert context.study.assurance.program_until == "2029-01-14"


def test_a_drill_of_another_study_does_not_break_the_tab(qtbot, context, dialog):
    strange = SamplingDrill(id="d", drawn=(DrawnRecord(where="", number=1),))
    context.edit(lambda s: replace(s, drills=(strange,)), "Strange")
    context.edit(lambda s: replace(s, drills=()), "None")
    press(dialog.drill, "drill-missing")
    assert context.study.drills == ()
