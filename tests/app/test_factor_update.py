"""Newer figures: what differs, what it does to the study, and that nothing changes unasked."""

from dataclasses import replace

import pytest

from supplier_pcf.app.documents import open_project
from supplier_pcf.app.factor_update import (
    differing,
    known_newer,
    percent_of,
    proposed,
    read_newer,
    taking_over,
    total_with,
)
from supplier_pcf.app.session import Session
from supplier_pcf.domain.factor import Boundary, GwpSet, Layer, RowType
from supplier_pcf.domain.finding import Refusal
from supplier_pcf.domain.flows import Material
from supplier_pcf.factors.library import bundled_library
from supplier_pcf.project.file import Project, read, write
from tests.build import a_factor, a_study, kg

STEEL = a_factor("own:steel", 2.0, layer=Layer.OWN, set_id="own")
PLASTIC = a_factor("own:plastic", 3.0, layer=Layer.OWN, set_id="own")
BODY = Material(id="m1", name="Body", amount=kg(2.0), factor_id="own:steel")
CAP = Material(id="m2", name="Cap", amount=kg(1.0), factor_id="own:plastic")
SET = """id = "mill-2026"
title = "The mill's factors, 2026"
publisher = "The mill"
document = "Mill factors"
edition = "2026"
licence = "none"
attribution = ""
gwp_set = "AR6"
place = "CN"
rows = 1
"""


@pytest.fixture
def session(tmp_path):
    """2 kg x 2.0 + 1 kg x 3.0 = 7.0 kg CO2e."""
    session = Session(tmp_path / "data")
    session.start(a_study(materials=(BODY, CAP), factors=(STEEL, PLASTIC)))
    return session


def test_a_newer_figure_is_shown_with_its_effect_alone_and_together(session):
    """Steel 2.5: 2 x 2.5 + 3 = 8.0; plastic 2.0: 4 + 2 = 6.0; both: 5 + 2 = 7.0."""
    steel, plastic = proposed(
        session, (replace(STEEL, version=2, fossil=2.5), replace(PLASTIC, fossil=2.0))
    )
    assert (steel.before, steel.after, steel.percent) == pytest.approx((7.0, 8.0, 100 / 7))
    assert plastic.after == pytest.approx(6.0)
    assert total_with(session, (steel, plastic)) == pytest.approx(7.0)
    assert [use.where for use in steel.rows] == ["materials/m1/factor"]


def test_looking_changes_nothing(session):
    before = session.study
    proposed(session, (replace(STEEL, fossil=9.0),))
    assert session.study is before


def test_what_says_the_same_is_not_shown(session):
    assert proposed(session, (replace(STEEL, version=7), PLASTIC)) == ()


def test_what_the_study_does_not_use_is_not_shown(session):
    assert proposed(session, (a_factor("own:copper", 4.0),)) == ()


def test_only_the_chosen_is_taken_over_in_one_step_that_can_be_undone(session):
    before = session.study
    steel, _plastic = proposed(
        session, (replace(STEEL, version=2, fossil=2.5), replace(PLASTIC, fossil=2.0))
    )
    session.edit(taking_over((steel,)), "Update factors")
    assert session.calculated.result.excluding == pytest.approx(8.0)
    session.undo()
    assert session.study is before


def test_an_older_version_and_another_kind_of_unit_are_not_proposed(session):
    (older,) = proposed(session, (replace(STEEL, version=0, fossil=2.5),))
    assert older.is_older
    assert not older.is_proposed
    (foreign,) = proposed(session, (replace(STEEL, version=2, unit="kWh"),))
    assert not foreign.fits
    assert not foreign.is_proposed


def test_a_newer_edition_of_a_set_takes_the_place_of_the_old_one_row_by_row(session):
    """The mill's coil falls from 2.0 to 1.5: 2 x 1.5 + 3 = 6.0."""
    old = a_factor("mill-2025:coil", 2.0, set_id="mill-2025", year_to=2025)
    new = a_factor("mill-2026:coil", 1.5, set_id="mill-2026", year_to=2026)
    body = replace(BODY, factor_id=old.id, factor_reason="said in an e-mail")
    session.start(a_study(materials=(body, CAP), factors=(old, PLASTIC)))
    (change,) = proposed(session, (new,))
    assert change.after == pytest.approx(6.0)
    session.edit(taking_over((change,)), "Update factors")
    assert session.study.materials[0].factor_id == "mill-2026:coil"
    assert session.study.materials[0].factor_reason == "said in an e-mail"
    assert session.calculated.result.excluding == pytest.approx(6.0)


@pytest.mark.parametrize(
    "other",
    [
        {"place": "DE"},
        {"boundary": Boundary.GATE_TO_GATE},
        {"row_type": RowType.SPEND},
        {"set_id": "other-2026", "id": "other-2026:coil"},
        {"year_to": 2020},
    ],
)
def test_what_is_for_something_else_takes_nobodys_place(session, other):
    old = a_factor("mill-2025:coil", 2.0, set_id="mill-2025", year_to=2025)
    new = replace(old, id="mill-2026:coil", set_id="mill-2026", year_to=2026, fossil=1.5)
    session.start(a_study(materials=(replace(BODY, factor_id=old.id),), factors=(old,)))
    assert proposed(session, (replace(new, **other),)) == ()


def test_a_saved_study_keeps_its_copies_until_it_is_told_otherwise(tmp_path):
    """A file with an old copy of a bundled factor gives the old number; the program's newer one
    is shown, and taken over only by the edit. 2 kg x 1.0 = 2.0."""
    bundled = next(
        f for f in bundled_library() if f.unit == "kg" and f.boundary is Boundary.CRADLE_TO_GATE
    )
    copy = replace(bundled, fossil=1.0, gases=None)
    path = tmp_path / "old.spcf"
    now = Session().now()
    study = a_study(materials=(replace(BODY, factor_id=bundled.id),))
    write(path, Project(study=study, factors=(copy,)), now=now)
    session = Session(tmp_path / "data")
    session.open(path)
    assert session.calculated.result.excluding == pytest.approx(2.0)
    (change,) = proposed(session, known_newer(session))
    assert change.new is bundled
    assert session.calculated.result.excluding == pytest.approx(2.0)
    session.edit(taking_over((change,)), "Update factors")
    assert session.calculated.result.excluding == pytest.approx(2 * bundled.kg_co2e)
    session.save()
    again = open_project(path)
    assert again.study.factors == (bundled,)
    assert read(path).factors == ()


def test_a_factor_differs_by_field_and_not_by_version():
    assert differing(STEEL, replace(STEEL, version=2)) == ()
    assert differing(STEEL, replace(STEEL, place="DE", gwp_set=GwpSet.AR5)) == ("gwp_set", "place")


def test_percent_needs_something_to_start_from():
    assert percent_of(8.0, 6.0) == pytest.approx(-25.0)
    assert percent_of(0.0, 6.0) is None
    assert percent_of(None, 6.0) is None


def a_set(folder, about=SET, rows="mill-2026:coil,Coil,material,kg,1.5,1.5\n"):
    folder.mkdir(exist_ok=True)
    (folder / "set.toml").write_text(about, encoding="utf-8")
    heading = "id,name,category,unit,kg_co2e,fossil\n"
    (folder / "factors.csv").write_text(heading + rows, encoding="utf-8")
    return folder


@pytest.mark.parametrize("file", ["set.toml", "factors.csv"])
def test_a_set_is_read_from_either_of_its_files(tmp_path, file):
    newer = read_newer(a_set(tmp_path / "mill") / file)
    assert newer.title == "The mill's factors, 2026"
    (factor,) = newer.factors
    assert (factor.id, factor.kg_co2e, factor.publisher) == ("mill-2026:coil", 1.5, "The mill")


def test_a_table_of_own_factors_is_read_row_by_row(tmp_path):
    table = tmp_path / "own.csv"
    table.write_text(
        "id,name,unit,kg_co2e,boundary,gwp_set,place,year_to,document,licence\n"
        "own:steel,Steel,kg,2.5,cradle_to_gate,AR6,CN,2026,EPD 7,ours\n"
        "own:gone,Gone,kg,-1,cradle_to_gate,AR6,CN,2026,EPD 8,ours\n",
        encoding="utf-8",
    )
    newer = read_newer(table)
    assert [factor.id for factor in newer.factors] == ["own:steel"]
    assert [finding.code for finding in newer.findings] == ["import.factor_number"]


@pytest.mark.parametrize(
    ("about", "rows", "code"),
    [
        ("id = ", "", "update.damaged"),
        (SET, "mill-2026:coil,Coil,material,kg,nan,nan\n", "factor_set.bad_number"),
        (
            SET.replace("rows = 1", "rows = 2"),
            "mill-2026:coil,C,material,kg,1,1\n",
            "update.damaged",
        ),
        ("x" * 70_000, "", "update.no_set"),
    ],
)
def test_a_bad_set_is_refused_whole(tmp_path, about, rows, code):
    folder = a_set(tmp_path / "mill", about, rows)
    with pytest.raises(Refusal) as refused:
        read_newer(folder / "set.toml")
    assert refused.value.code == code


def test_a_set_in_a_foreign_encoding_is_refused(tmp_path):
    folder = a_set(tmp_path / "mill")
    (folder / "factors.csv").write_bytes("id,name\nmill-2026:钢,钢\n".encode("gbk"))
    with pytest.raises(Refusal) as refused:
        read_newer(folder / "set.toml")
    assert refused.value.code == "update.damaged"
