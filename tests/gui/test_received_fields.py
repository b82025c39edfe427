"""What a supplier tells with his footprint: entered behind “more”, kept with the factor, refused where it cannot be."""

from dataclasses import replace

import pytest
from PySide6.QtWidgets import QFileDialog, QLabel, QLineEdit, QPushButton

from supplier_pcf.app.documents import save_project, with_study
from supplier_pcf.app.own_factors import add_own, draft_of, edit_own
from supplier_pcf.domain.factor import Boundary, GwpSet, Layer, Ratings
from supplier_pcf.factors.own import FactorDraft
from supplier_pcf.gui.factors.factor_library import FactorLibraryDialog
from supplier_pcf.gui.factors.own_factor_form import OwnFactorForm

COIL = FactorDraft(
    name="Coil DC04",
    unit="kg",
    kg_co2e=2.3,
    boundary=Boundary.CRADLE_TO_GATE,
    gwp_set=GwpSet.AR6,
    place="CN",
    year_to=2025,
    publisher="Baosteel",
    document="PCF 7",
    licence="for our studies",
    category="material",
)
TOLD = {
    "rule_set": "Catena-X v4",
    "valid_until": "2027-12-31",
    "primary_share": "36",
    "verified_share": "95",
    "certified_share": "60",
    "exempted_percent": "1.5",
    "technology": "2",
    "time": "1",
    "geography": "2.5",
    "uptake": "-0.5",
    "biogenic_carbon": "0.136",
    "outbound": "0.05",
}


@pytest.fixture
def coil(bracket):
    """A supplier's coil in the personal library."""
    return add_own(bracket.personal_file, COIL, bracket.choice, Layer.SUPPLIER).factor


@pytest.fixture
def form(qtbot, context, coil):
    made = OwnFactorForm(context, None, known=coil)
    qtbot.addWidget(made)
    made.more.open()
    return made


def write(form, **texts):
    for name, text in texts.items():
        form.findChild(QLineEdit, f"received-{name}").setText(text)


def test_all_that_is_told_is_kept_with_the_factor(form, coil, bracket):
    write(form, **TOLD)
    form.findChild(QPushButton, "own-factor-add").click()
    made = edit_own(bracket.personal_file, coil.id, form.draft, bracket.choice).factor
    assert made.ratings == Ratings(technology=2.0, time=1.0, geography=2.5)
    shares = (made.primary_share, made.verified_share, made.certified_share)
    assert shares == pytest.approx((0.36, 0.95, 0.6))
    assert (made.uptake, made.outbound, made.biogenic_carbon) == (-0.5, 0.05, 0.136)
    assert (made.kg_co2e, made.exempted_percent) == (2.3, 1.5)
    assert (made.rule_set, made.valid_until, made.version) == ("Catena-X v4", "2027-12-31", 2)


def test_what_is_known_stands_in_the_fields_again(qtbot, context, coil):
    known = replace(
        coil, verified_share=0.95, uptake=-0.5, ratings=Ratings(technology=2, time=1, geography=3)
    )
    form = OwnFactorForm(context, None, known=known)
    qtbot.addWidget(form)
    inside = form.more.open()
    shown = {n: inside.findChild(QLineEdit, f"received-{n}").text() for n in TOLD}
    assert (shown["verified_share"], shown["uptake"], shown["geography"]) == ("95", "-0.5", "3")
    assert shown["primary_share"] == ""
    assert draft_of(known).kg_co2e == 2.3


def test_two_ratings_are_none(form):
    write(form, technology="2", time="1")
    form.findChild(QPushButton, "own-factor-add").click()
    said = form.findChild(QLabel, "own-factor-problem").text()
    assert said == "Enter all three ratings, or none of them."


@pytest.mark.parametrize(
    ("wrong", "words"),
    [
        ({"technology": "7", "time": "1", "geography": "1"}, "is 7. Ratings are 1 (best) to 5"),
        ({"verified_share": "120"}, "is 120 %. Shares are between 0 and 100 %"),
        ({"outbound": "-1"}, "Only uptake and removals are negative"),
        ({"uptake": "0.5"}, "correct the sign"),
        ({"valid_until": "end of 2027"}, "is no day"),
        ({"exempted_percent": "much"}, "“much” is no number"),
    ],
)
def test_what_cannot_be_is_said_and_not_taken(form, wrong, words):
    write(form, **wrong)
    form.findChild(QPushButton, "own-factor-add").click()
    assert words in form.findChild(QLabel, "own-factor-problem").text()
    assert form.result() == 0


def test_the_footprint_of_another_study_is_taken_into_the_library(
    qtbot, context, bracket, tmp_path, monkeypatch
):
    path = tmp_path / "other.spcf"
    other = replace(bracket.study, id="other", product=replace(bracket.study.product, name="Part"))
    save_project(path, with_study(None, other), bracket.now())
    browser = FactorLibraryDialog(context)
    qtbot.addWidget(browser)
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(path), ""))
    monkeypatch.setattr("supplier_pcf.gui.base.ask.tell", lambda *_: None)
    browser.own.from_study()
    (made,) = bracket.personal
    assert made.kg_co2e == pytest.approx(bracket.calculated.result.excluding)
    assert made.from_studies == ("other",)
