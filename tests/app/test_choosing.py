"""Choosing a factor: what is offered, why, what is blocked, and the edits."""

from dataclasses import replace

import pytest

from supplier_pcf.app import choosing
from supplier_pcf.app.choosing import FactorDraft, find_factors, flow_of, need_of
from supplier_pcf.app.samples import sample_study
from supplier_pcf.app.session import Session
from supplier_pcf.domain.edits import set_flow
from supplier_pcf.domain.energy import Carrier, EnergyUse
from supplier_pcf.domain.factor import Boundary, GwpSet
from supplier_pcf.domain.fuels import StatedRatio
from supplier_pcf.domain.units import Quantity

BODY = "m-br-2041-11-1"
COLD_ROLLED = "us-lci-fy21q3:steel-sheet-cold-rolled"
DRAFT = FactorDraft(
    name="Coil DC01",
    unit="kg",
    kg_co2e=2.1,
    boundary=Boundary.CRADLE_TO_GATE,
    gwp_set=GwpSet.AR6,
    place="CN",
    year_to=2024,
    document="EPD 17",
    licence="e-mail of 3 May",
)


@pytest.fixture
def session(tmp_path):
    made = Session(tmp_path)
    made.start(sample_study("stamped-bracket"))
    return made


def found(session, words, flow_id=BODY, **how):
    need = need_of(session, flow_of(session.study, flow_id))
    return find_factors(session, words, need, **how)


def test_the_best_words_stand_first_and_the_place_says_why(session):
    rows = {row.id: row for row in found(session, "cold rolled")}
    assert rows[COLD_ROLLED].reasons[0] == "place_other"
    assert not rows[COLD_ROLLED].blocked


def test_what_may_not_be_used_comes_last_and_says_why(session):
    rows = found(session, "cold rolled")
    blocked = [row.blocked for row in rows]
    assert blocked == sorted(blocked, key=bool)
    customs = next(row for row in rows if row.id == "cbam-2025:china-7209")
    assert customs.blocked == "factor.bound_only"


def test_a_factor_per_another_kind_of_unit_is_blocked(session):
    rows = found(session, "electricity China")
    assert rows and all(row.blocked for row in rows)
    assert "factor.unit_mismatch" in {row.blocked for row in rows}


def test_names_are_in_the_language_of_the_window(session):
    rows = {row.id: row for row in found(session, "冷轧", language="zh_CN")}
    assert rows[COLD_ROLLED].name == "冷轧钢板"


def test_a_meter_gives_its_unit_to_the_need(session):
    gas = next(u for u in session.study.energy_uses if u.carrier == "natural_gas")
    assert need_of(session, gas).units == ("m3",)


def test_all_rows_of_a_material_are_those_of_the_same_designation(session):
    assert set(choosing.same_material(session.study, "m-bu-16-20-1")) == {
        "m-wn-m8-f-1",
        "m-bu-16-20-1",
        "m-sp-25-40-1",
    }
    study = choosing.choose_for_all(session.study, "m-bu-16-20-1", COLD_ROLLED)
    assert [m.designation for m in study.materials if m.factor_id == COLD_ROLLED] == [
        "SPCC (DC01) 2.0 mm",
        "20#",
        "20#",
        "20#",
    ]


def test_a_row_without_designation_stands_alone(session):
    assert choosing.same_material(session.study, "press-oil") == ("press-oil",)


def test_an_own_factor_is_kept_in_the_study_and_counted(session):
    study = choosing.own_factor_edit(session.study, BODY, DRAFT)
    assert study.factors[0].id == "own:coil-dc01"
    session.edit(lambda _study: study, "own")
    line = next(f for f in session.calculated.result.flows if f.id == BODY)
    assert line.factor_id == "own:coil-dc01"
    assert line.counted
    assert found(session, "coil DC01")[0].id == "own:coil-dc01"


def test_ids_of_own_factors_never_meet(session):
    once = choosing.own_factor_edit(session.study, BODY, DRAFT)
    twice = choosing.own_factor_edit(once, BODY, DRAFT)
    assert [f.id for f in twice.factors] == ["own:coil-dc01", "own:coil-dc01-2"]


def test_an_own_factor_without_source_is_not_taken(session):
    assert choosing.own_factor_edit(session.study, BODY, replace(DRAFT, document="")) == (
        "document",
    )


def test_suggestions_follow_the_designation(session):
    flow = flow_of(session.study, BODY)
    assert choosing.suggest(session, flow)[0].id == COLD_ROLLED


def test_a_piece_with_a_known_mass_takes_a_factor_per_kg(session):
    nut = replace(
        flow_of(session.study, "m-wn-m8-f-1"),
        amount=Quantity(1, "piece"),
        mass_per_unit=Quantity(12.5, "g"),
    )
    session.edit(lambda study: set_flow(study, nut), "piece")
    rows = {row.id: row for row in found(session, "cold rolled", nut.id)}
    assert not rows[COLD_ROLLED].blocked


GAS = EnergyUse(id="gas", name="Natural gas", carrier=Carrier.NATURAL_GAS, amount=Quantity(1, "m3"))
PER_M3, PER_GROSS = "desnz-2025:natural-gas-m3", "desnz-2025:natural-gas-kwh-gross"
PER_MJ = "cn-ncsc-2026:natural-gas"


def gas_rows(session, *stated):
    use = replace(GAS, conversions=stated)
    session.edit(lambda study: replace(study, energy_uses=(use,)), "gas")
    return {row.id: row for row in found(session, "natural gas", "gas")}


def test_gas_in_cubic_metres_may_have_a_factor_its_publisher_converts(session):
    rows = gas_rows(session)
    assert not rows[PER_M3].blocked and not rows[PER_GROSS].blocked
    assert list(rows).index(PER_M3) < list(rows).index(PER_GROSS)


def test_gas_may_have_any_factor_its_bill_leads_to(session):
    assert PER_MJ not in gas_rows(session) or gas_rows(session)[PER_MJ].blocked
    bill = StatedRatio(value=10.1, of="kWh net", per="m3", source="bill")
    assert not gas_rows(session, bill)[PER_MJ].blocked


@pytest.mark.parametrize(
    ("flow_id", "words"),
    [
        (BODY, "SPCC DC01"),
        ("m-br-2041-12-1", "DX51D"),
        ("m-cp-08-pp-1", "PP"),
        ("press-oil", "oil"),
    ],
)
def test_the_search_begins_with_the_words_that_find_something(session, flow_id, words):
    assert choosing.words_for(session, flow_of(session.study, flow_id)) == words


def test_words_that_find_nothing_are_shown_all_the_same(session):
    strip = flow_of(session.study, "m-fs-10-ep-1")
    assert choosing.words_for(session, replace(strip, name="")) == "EPDM"
    assert choosing.words_for(session, replace(strip, designation="20#", name="")) == ""
