"""Delivering: cards that say what is missing, files that are written whole, and what leaves in them."""

import json
from dataclasses import replace
from pathlib import Path

import pytest
from pypdf import PdfReader
from PySide6.QtCore import Qt
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import (
    QApplication,
    QCheckBox,
    QComboBox,
    QFileDialog,
    QLabel,
    QLineEdit,
    QPushButton,
)

from supplier_pcf.app.deliverables import Shared, deliverables, file_name, what_leaves
from supplier_pcf.domain import edits
from supplier_pcf.gui.delivering.deliverable_card import DeliverableCard, description_of, title_of
from supplier_pcf.gui.delivering.share_sheet import LeavingModel, ShareSheet
from supplier_pcf.gui.pages.deliver import DeliverPage

BODY = "m-br-2041-11-1"


@pytest.fixture
def page(qtbot, context, bracket):
    made = DeliverPage(context)
    qtbot.addWidget(made)
    made.resize(900, 1000)
    made.show()
    made.complete()
    QApplication.processEvents()
    return made


def test_the_cards_out_of_sight_are_made_after_the_first_picture_in_their_order(
    qtbot, context, bracket
):
    page = DeliverPage(context)
    qtbot.addWidget(page)
    page.resize(900, 600)
    assert len(page.findChildren(DeliverableCard)) < 4
    page.show()
    ids = [each.id for each in deliverables(bracket)]
    qtbot.waitUntil(lambda: len(page.findChildren(DeliverableCard)) == len(ids))
    shown = sorted(page.findChildren(DeliverableCard), key=page.column.indexOf)
    assert shown == [page.cards[name] for name in ids]


def test_a_card_that_is_made_late_says_what_its_file_lacks_then(qtbot, context, bracket):
    page = DeliverPage(context)
    qtbot.addWidget(page)
    bracket.edit(lambda study: replace(study, materials=(), energy_uses=()), "Empty")
    page.refresh()
    states = {card.state.text() for card in page.cards.values()}
    assert all(text.startswith("To be settled first") for text in states)


@pytest.fixture
def save_to(monkeypatch):
    """Answers the question for a file name, and remembers what was proposed."""
    asked = []

    def answer(path):
        def get(_parent, _title, proposed, kinds):
            asked.append((proposed, kinds))
            return str(path), kinds

        monkeypatch.setattr(QFileDialog, "getSaveFileName", get)
        return asked

    return answer


def click(qtbot, page, name):
    qtbot.mouseClick(page.findChild(QPushButton, name), Qt.MouseButton.LeftButton)


def text_of(page, name):
    return page.findChild(QLabel, name).text()


def take_factor(session):
    session.edit(lambda study: edits.choose_factor(study, BODY, None), "Take the factor away")


def test_the_summary_is_written_in_the_chosen_language(qtbot, page, save_to, tmp_path):
    asked = save_to(tmp_path / "summary.pdf")
    box = page.findChild(QComboBox, "deliver-pdf-summary-language")
    box.setCurrentIndex(box.findData("de"))
    click(qtbot, page, "deliver-pdf-summary-save")
    pages = PdfReader(tmp_path / "summary.pdf").pages
    assert "Fluss der kg CO₂e" in pages[3].extract_text()
    assert "Nicht verifiziert" in pages[0].extract_text()
    assert asked == [("BR-2041-00-pcf-summary.pdf", "PDF summary (*.pdf)")]
    assert text_of(page, "deliver-pdf-summary-saved") == f"Saved: {tmp_path / 'summary.pdf'}"


def test_the_pact_file_holds_the_total_of_the_calculation(qtbot, page, bracket, save_to, tmp_path):
    save_to(tmp_path / "footprint")
    click(qtbot, page, "deliver-pact-3-save")
    told = json.loads((tmp_path / "footprint.json").read_text(encoding="utf-8"))
    total = float(told["pcf"]["pcfExcludingBiogenicUptake"])
    assert total == bracket.calculated.result.excluding


def test_the_release_becomes_part_of_the_study(qtbot, page, bracket, save_to, tmp_path):
    save_to(tmp_path / "a.json")
    click(qtbot, page, "deliver-pact-3-save")
    told = json.loads((tmp_path / "a.json").read_text(encoding="utf-8"))
    assert [release.id for release in bracket.study.releases] == [told["id"]]
    assert bracket.undo_label == "Record the release"
    assert bracket.is_dirty
    assert text_of(page, "deliver-releases").startswith("Last release: version 1 of 2026-03-01.")


def test_unchanged_content_leaves_under_the_same_id(qtbot, page, bracket, save_to, tmp_path):
    for name in ("a.json", "b.json"):
        save_to(tmp_path / name)
        click(qtbot, page, "deliver-pact-3-save")
    assert (tmp_path / "a.json").read_bytes() == (tmp_path / "b.json").read_bytes()
    assert len(bracket.study.releases) == 1


def test_a_missing_factor_is_said_and_nothing_is_written(
    qtbot, page, bracket, said, save_to, tmp_path
):
    target = tmp_path / "footprint.json"
    save_to(target)
    take_factor(bracket)
    card = page.cards["pact-3"]
    assert card.state.text() == "To be settled first: 1"
    words = [label.text() for label in card.missing.findChildren(QLabel)]
    assert words == [
        "“支架本体 Bracket body” has no emission factor. Choose one, or leave it out with a reason."
    ]
    click(qtbot, page, "deliver-pact-3-save")
    assert not target.exists()
    click(qtbot, page, "deliver-pact-3-missing-go-1")
    assert said == [f"materials/{BODY}/factor"]


def test_a_card_is_ready_again_when_the_factor_is_back(page, bracket):
    take_factor(bracket)
    bracket.undo()
    assert page.cards["pact-3"].state.text() == "Ready"
    assert page.cards["pact-3"].save.isEnabled()


def test_a_refusal_is_a_sentence(qtbot, page, save_to, said, tmp_path):
    save_to(tmp_path / "nowhere" / "summary.pdf")
    click(qtbot, page, "deliver-pdf-summary-save")
    assert said == ["summary.pdf was not saved: the folder does not exist. Choose another folder."]
    assert page.cards["pdf-summary"].outcome.isHidden()


def test_the_study_itself_is_never_written_over(qtbot, page, bracket, save_to, said, tmp_path):
    study = tmp_path / "study.spcf"
    bracket.save(study)
    before = study.read_bytes()
    save_to(study)
    click(qtbot, page, "deliver-pdf-summary-save")
    assert study.read_bytes() == before
    assert said == ["study.spcf is the study itself. Choose another name for the file to write."]


def test_a_long_list_is_cut_after_four(qtbot, page, bracket):
    ids = [material.id for material in bracket.study.materials[1:7]]
    for flow_id in ids:
        bracket.edit(
            lambda study, i=flow_id: edits.choose_factor(study, i, None), f"Take {flow_id}"
        )
    card = page.cards["pdf-summary"]
    assert card.state.text() == "To be settled first: 6, among them:"
    find = card.missing.findChildren
    qtbot.waitUntil(lambda: sum(label.isVisible() for label in find(QLabel)) == 4)


def test_the_folder_can_be_opened(qtbot, page, save_to, tmp_path, monkeypatch):
    opened = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: opened.append(url.toLocalFile()))
    save_to(tmp_path / "inventory.csv")
    click(qtbot, page, "deliver-inventory-csv-save")
    click(qtbot, page, "deliver-inventory-csv-folder")
    assert [Path(name) for name in opened] == [tmp_path]


def test_signatures_are_edits_of_the_study(qtbot, page, bracket):
    field = page.findChild(QLineEdit, "checked-name")
    qtbot.keyClicks(field, "Li Wei")
    assert bracket.study.checked.name == "Li Wei"
    assert bracket.undo_label == "Name the checker"
    day = page.findChild(QLineEdit, "prepared-day")
    assert day.text() == bracket.study.prepared.day == "2026-02-10"


def test_what_leaves_in_a_pact_file_is_the_file(qtbot, page, bracket, save_to, tmp_path):
    save_to(tmp_path / "a.json")
    click(qtbot, page, "deliver-pact-3-save")
    leaving = dict(what_leaves(bracket, "pact-3", "en"))
    told = json.loads((tmp_path / "a.json").read_text(encoding="utf-8"))
    assert leaving["id"] == told["id"]
    assert leaving["pcf/dqi/temporalDQR"] == told["pcf"]["dqi"]["temporalDQR"]
    assert leaving["pcf/packagingEmissionsIncluded"] == "true"
    assert leaving["productIds 2"] == told["productIds"][1]


def test_looking_for_a_name_shows_whether_it_leaves(qtbot, context, page):
    shared = (Shared("name", "Bracket", None), Shared("pcf/total", "5.6", None))
    sheet = ShareSheet(context, "PACT", shared, page)
    qtbot.addWidget(sheet)
    assert sheet.count.text() == "Entries: 2. Nothing else is in the file."
    qtbot.keyClicks(sheet.search, "bracket")
    assert sheet.model.rows == (("name", "Bracket"),)
    qtbot.keyClicks(sheet.search, "x")
    assert sheet.count.text() == "Entries that contain “bracketx”: 0."


def test_the_share_sheet_opens_from_its_button(qtbot, page, monkeypatch):
    seen = []
    monkeypatch.setattr(ShareSheet, "exec", lambda sheet: seen.append((sheet.model.rows, sheet)))
    click(qtbot, page, "deliver-pact-3-leaves")
    fields = {place: value for place, value, _origin in seen[0][0]}
    origins = {place: origin for place, _value, origin in seen[0][0]}
    assert origins["pcf/pcfExcludingBiogenicUptake"] == "Calculated."
    assert origins["productNameCompany"] == "Entered."
    assert "Readings of meters" in seen[0][1].stays.text()
    assert fields["productNameCompany"] == "Bracket assembly BR-2041"
    assert fields["pcf/declaredUnitOfMeasurement"] == "piece"


def test_what_leaves_passes_the_model_tester(qtmodeltester):
    model = LeavingModel((("a", "1"), ("b", "2")), ("Field", "Value"))
    qtmodeltester.check(model)


def test_every_file_has_a_title_a_description_and_a_name(bracket):
    for each in deliverables(bracket):
        assert title_of(each, str)
        assert description_of(each.id, str)
        assert file_name(bracket, each).endswith(each.suffix)


def test_a_page_nobody_sees_waits_until_it_is_shown(page, bracket):
    page.hide()
    take_factor(bracket)
    assert page.cards["pact-3"].state.text() == "Ready"
    page.show()
    assert page.cards["pact-3"].state.text() == "To be settled first: 1"


def test_keeping_names_is_an_edit_and_the_file_obeys_it(qtbot, page, bracket, save_to, tmp_path):
    box = page.findChild(QCheckBox, "scope-is_confidential") or page.sending.confidential
    box.click()
    assert bracket.study.scope.is_confidential
    assert bracket.undo_label == "Keep names in the house"
    save_to(tmp_path / "a.json")
    click(qtbot, page, "deliver-pact-3-save")
    told = (tmp_path / "a.json").read_text(encoding="utf-8")
    assert "支架本体 Bracket body" not in told


def test_the_sheet_is_saved_beside_when_asked_for(qtbot, page, save_to, tmp_path):
    page.findChild(QCheckBox, "sending-sheet").click()
    save_to(tmp_path / "a.json")
    click(qtbot, page, "deliver-pact-3-save")
    assert (tmp_path / "a-what-leaves.csv").exists()
    assert text_of(page, "deliver-pact-3-saved").endswith("Beside it: a-what-leaves.csv")


def test_a_request_is_written_down_and_answered_by_a_file(qtbot, page, bracket, save_to, tmp_path):
    table = page.requests.open()
    qtbot.mouseClick(table.findChild(QPushButton, "requests-add"), Qt.MouseButton.LeftButton)
    table.model.put(0, table.model.columns[4], "2026-02-20")
    shown = [table.model.index(0, n).data() for n in range(7)]
    assert (shown[0], shown[4], shown[5]) == ("r1", "2026-02-20", "late")
    box = page.findChild(QComboBox, "sending-request")
    assert box.isVisible()
    box.setCurrentIndex(1)
    save_to(tmp_path / "a.json")
    click(qtbot, page, "deliver-pact-3-save")
    assert bracket.study.deliveries[0].request_id == "r1"
    assert table.model.index(0, 5).data() == "2026-03-01  a.json"
    assert not box.isVisible()


def test_why_there_is_a_new_release_is_asked_and_an_older_one_told_again(
    qtbot, page, bracket, save_to, tmp_path
):
    field = page.findChild(QLineEdit, "sending-reason")
    assert not field.isVisible()
    save_to(tmp_path / "a.json")
    click(qtbot, page, "deliver-pact-3-save")
    assert not field.isVisible()
    bracket.edit(lambda study: edits.remove_flows(study, ["bag"]), "Remove the bag")
    assert field.isVisible()
    qtbot.keyClicks(field, "Bag no longer used")
    save_to(tmp_path / "b.json")
    click(qtbot, page, "deliver-pact-3-save")
    assert bracket.study.releases[1].reason == "Bag no longer used"
    sent = page.sent.open()
    assert not sent.again.isEnabled()
    sent.releases.select(bracket.study.releases[0].id)
    assert sent.again.isEnabled()
    save_to(tmp_path / "old.json")
    sent.again.click()
    old, first = (json.loads((tmp_path / n).read_bytes()) for n in ("old.json", "a.json"))
    assert (old.pop("status"), first.pop("status")) == ("Deprecated", "Active")
    assert old == first
