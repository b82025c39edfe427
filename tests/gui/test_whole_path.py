"""The whole job by hand: from the ERP's workbook to the PDF, with clicks and keys only."""

import json
from pathlib import Path

import pytest
from pypdf import PdfReader
from PySide6.QtWidgets import QRadioButton

from supplier_pcf.project.codec import study_as_data
from tests.app.straight_sum import Sum
from tests.gui.hands import (
    accept_import,
    choose_factor,
    next_step,
    pick_in,
    press,
    save_under,
    type_in,
)

SAMPLE = Path(__file__).parents[2] / "resources" / "samples" / "stamped-bracket"
SEARCHES = {
    "m-br-2041-12-1": "galvanized steel sheet",
    "m-wn-m8-f-1": "hot rolled sheet steel",
    "m-ws-m10-35-1": "hot rolled sheet steel",
    "m-ax-er506-1": "cold-formed steel",
    "m-bu-16-20-1": "hot rolled sheet steel",
    "m-sp-25-40-1": "hot rolled sheet steel",
    "m-cp-08-pp-1": "injection molding polypropylene",
    "m-fs-10-ep-1": "butadiene rubber",
}


def fill_product(qtbot, window, session):
    """The product page: who, where, how many."""
    page = next_step(qtbot, window, "product")
    type_in(qtbot, page, "company-name", "Yongda Stamping")
    type_in(qtbot, page, "product-volume", "180 000")
    pick_in(qtbot, page, "site-0-country", "China")
    assert session.study.sites[0].country == "CN"


def fill_materials(qtbot, monkeypatch, window, session):
    """The bill of materials from the workbook, a factor for every part."""
    page = next_step(qtbot, window, "materials")
    accept_import(qtbot, monkeypatch, page, "materials-import", SAMPLE / "bom.xlsx")
    assert len(session.study.materials) == 10
    for row, words in SEARCHES.items():
        choose_factor(qtbot, page.materials, row, words)
    assert all(m.factor_id for m in session.study.materials if m.id != "m-br-2041-10-1")


def fill_energy(qtbot, monkeypatch, window, session):
    """The bills, and the part of them that is this product's."""
    page = next_step(qtbot, window, "energy")
    accept_import(qtbot, monkeypatch, page, "energy-import", SAMPLE / "energy-2025.csv")
    for use in session.study.energy_uses:
        page.focus_on(f"energy_uses/{use.id}/allocation")
        page.findChild(QRadioButton, "basis-share").click()
        type_in(qtbot, page, "allocation-share", "11.6")
        assert use.factor_id is not None, "a factor is proposed by country and fuel"


def save_pdf(qtbot, monkeypatch, window, target):
    """The last page: save the summary; returns what it says."""
    page = next_step(qtbot, window, "deliver")
    save_under(monkeypatch, target)
    press(qtbot, page, "deliver-pdf-summary-save")
    return "".join(p.extract_text() for p in PdfReader(target).pages)


def test_from_the_workbook_to_the_pdf(qtbot, monkeypatch, window, session, tmp_path):
    fill_product(qtbot, window, session)
    fill_materials(qtbot, monkeypatch, window, session)
    fill_energy(qtbot, monkeypatch, window, session)
    for step in ("outside", "transport", "result"):
        next_step(qtbot, window, step)
    result = session.calculated.result
    assert result.complete
    power = next(line for line in result.flows if line.kind == "energy_uses")
    assert power.amount == pytest.approx(1_860_000 * 0.116 / 180_000)
    alone = Sum(json.loads(json.dumps(study_as_data(session.study))))
    assert result.excluding == pytest.approx(alone.kg_co2e(), rel=1e-12)
    text = save_pdf(qtbot, monkeypatch, window, tmp_path / "bracket.pdf")
    assert "Yongda Stamping" in text
    assert "Not verified" in text
    assert f"{result.excluding:.3g}" in text


def test_an_import_is_one_step_of_undo(qtbot, monkeypatch, window, session):
    next_step(qtbot, window, "product")
    page = next_step(qtbot, window, "materials")
    accept_import(qtbot, monkeypatch, page, "materials-import", SAMPLE / "bom.xlsx")
    session.undo()
    assert session.study.materials == ()
