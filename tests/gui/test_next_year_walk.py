"""The second footprint in an hour: copy, new bills, confirm, see what changed, deliver; with clicks."""

import json
import zipfile
from dataclasses import replace

import pytest
from pypdf import PdfReader
from PySide6.QtWidgets import QFileDialog

from supplier_pcf.app.documents import save_project, with_study
from supplier_pcf.app.samples import sample_study
from supplier_pcf.domain.collection import Team
from supplier_pcf.gui.base import ask
from supplier_pcf.gui.evidence.collection import CollectionDialog
from supplier_pcf.gui.evidence.collection_back import CameBackDialog
from supplier_pcf.gui.window.carried_bar import CarriedBar
from supplier_pcf.gui.window.next_year import NextYearDialog
from supplier_pcf.gui.window.registry import STEP_IDS
from supplier_pcf.project.codec import study_as_data
from tests.app.straight_sum import Sum
from tests.app.test_collecting import filled
from tests.gui.conftest import NOW
from tests.gui.hands import LEFT, accept_import, paste, press, save_under

POWER = [150_000] * 12
GAS = [6_000] * 12
DIESEL = 12_000


@pytest.fixture
def last_year(tmp_path):
    """The sample bracket of 2025 in a file."""
    path = tmp_path / "bracket 2025.spcf"
    study = replace(sample_study("stamped-bracket"), id="of-2025")
    save_project(path, with_study(None, study), NOW)
    return path


@pytest.fixture
def bills(tmp_path):
    """The plant's bills of 2026, as its accounts print them."""
    lines = ["月份,电 (度),天然气 (m3)"]
    lines += [
        f"2026年{month}月,{power},{gas}"
        for month, (power, gas) in enumerate(zip(POWER, GAS, strict=True), 1)
    ]
    path = tmp_path / "energy-2026.csv"
    path.write_text("\n".join(lines), encoding="utf-8-sig")
    return path


def copy_by_the_menu(window, monkeypatch, target):
    monkeypatch.setattr(ask, "file_to_save", lambda *_: target)
    monkeypatch.setattr(ask, "tell", lambda *_: None)
    monkeypatch.setattr(NextYearDialog, "exec", NextYearDialog.copy)
    window.menus.actions["next-year"].trigger()


def confirm_what_still_holds(qtbot, window):
    """On every step: read, and say that it holds."""
    for step in STEP_IDS:
        window.show_step(step)
        bar = window.findChild(CarriedBar)
        if bar is not None and bar.isVisible():
            qtbot.mouseClick(bar.all, LEFT)


def read_the_bills(qtbot, monkeypatch, window, bills):
    """Two carriers from the accounts' table, the third typed in by hand."""
    window.show_step("energy")
    page = window.page("energy")
    accept_import(qtbot, monkeypatch, page, "energy-import", bills)
    window.go_to("energy_uses/use-meter-diesel/amount")
    rows = page.readings.table.model.rowCount()
    paste(qtbot, page.readings.table.view, "\n".join([str(DIESEL / rows)] * rows) + "\n")
    meters = window.session.study.meters
    read = {meter.id: sum(each.amount for each in meter.readings) for meter in meters}
    assert read == {
        "meter-electricity": sum(POWER),
        "meter-natural-gas": sum(GAS),
        "meter-diesel": DIESEL,
    }


def causes(window):
    """What changed since last year, by its name: kg CO2e for one piece."""
    window.show_step("result")
    inside = window.page("result").questions.parts["last-year"].open()
    assert not inside.view.isHidden()
    model = inside.view.model
    cells = [
        [model.index(row, column).data() for column in range(model.columnCount())]
        for row in range(model.rowCount())
    ]
    return {line[0]: float(line[-1].replace("\N{MINUS SIGN}", "-")) for line in cells}


def on_paper(study, meter_id, amount):
    """What another year's amount of one meter means for one piece, added up without the program."""
    data = json.loads(json.dumps(study_as_data(study)))
    before = Sum(data).kg_co2e()
    meter = next(each for each in data["meters"] if each["id"] == meter_id)
    meter["readings"] = [{"amount": amount}]
    return Sum(data).kg_co2e() - before


def test_next_year_from_the_copy_to_the_files(
    qtbot, monkeypatch, window, session, last_year, bills
):
    tmp_path = last_year.parent
    window.open_study(last_year)
    before, old = session.calculated.result.excluding, session.study
    copy_by_the_menu(window, monkeypatch, tmp_path / "bracket 2026.spcf")
    assert session.study.period.start.year == 2026
    assert not session.calculated.result.complete
    read_the_bills(qtbot, monkeypatch, window, bills)
    confirm_what_still_holds(qtbot, window)
    assert session.study.stale == ()
    assert session.calculated.result.complete
    now = session.calculated.result.excluding
    told = causes(window)
    meters = (
        ("meter-electricity", sum(POWER)),
        ("meter-natural-gas", sum(GAS)),
        ("meter-diesel", DIESEL),
    )
    wanted = sorted(on_paper(old, meter, amount) for meter, amount in meters)
    assert sorted(told.values()) == pytest.approx(wanted, rel=5e-3)
    assert now - before == pytest.approx(sum(wanted), rel=1e-9)
    window.show_step("deliver")
    save_under(monkeypatch, tmp_path / "2026.pdf")
    press(qtbot, window.page("deliver"), "deliver-pdf-summary-save")
    text = "".join(page.extract_text() for page in PdfReader(tmp_path / "2026.pdf").pages)
    assert "2026" in text
    window.menus.actions["save"].trigger()
    with zipfile.ZipFile(tmp_path / "bracket 2026.spcf") as file:
        assert Sum(json.loads(file.read("study.json"))).kg_co2e() == pytest.approx(now, rel=1e-9)


def test_a_colleagues_sheet_brings_the_new_year_in(
    qtbot, monkeypatch, window, session, last_year, tmp_path
):
    """The copy, a sheet for the controller, his answer read back: the study holds what he wrote."""
    window.open_study(last_year)
    copy_by_the_menu(window, monkeypatch, tmp_path / "bracket 2026.spcf")
    dialog = CollectionDialog(window.context, window)
    qtbot.addWidget(dialog)
    dialog.show()
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_args: str(tmp_path))
    dialog.team.setCurrentIndex(list(Team).index(Team.PRODUCTION))
    press(qtbot, dialog, "collection-write")
    (sheet,) = tmp_path.glob("*.xlsx")
    filled(sheet, {"product/volume": 200_000})
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_args: (str(sheet), ""))
    monkeypatch.setattr(CameBackDialog, "exec", lambda back: press(qtbot, back, "came-back-take"))
    press(qtbot, dialog, "collection-read")
    assert session.study.product.volume == 200_000
    assert "product/volume" not in session.study.stale
    window.menus.actions["undo"].trigger()
    assert session.study.product.volume == 180_000
    assert "product/volume" in session.study.stale
