"""The inventory as a table: columns, sums, safety in a spreadsheet."""

import csv
import io
import math
from dataclasses import replace
from datetime import date

import pytest

from supplier_pcf.domain.buckets import Buckets
from supplier_pcf.domain.energy import EnergyUse
from supplier_pcf.domain.factor import Layer
from supplier_pcf.domain.finding import Finding, Severity
from supplier_pcf.domain.fuels import Conversion, ConversionStep, StatedRatio
from supplier_pcf.domain.recipe import FactorPart, PartRole, Recipe, RecipeKind
from supplier_pcf.domain.site import Meter, MeterPart, MeterPartKind, Reading
from supplier_pcf.domain.study import Period
from supplier_pcf.formats import inventory_csv
from supplier_pcf.formats.shared.plant_rows import meter_rows
from tests.formats.made import FACTORS, STUDY, an_issue
from tests.formats.snapshot import matches_snapshot


def table(issue):
    text = inventory_csv.render(issue).decode("utf-8-sig")
    return list(csv.DictReader(io.StringIO(text, newline="")))


def section(issue, name):
    return [row for row in table(issue) if row["section"] == name]


def test_file_is_the_kept_one():
    assert matches_snapshot("inventory.csv", inventory_csv.render(an_issue()))


def test_file_has_mark_and_line_ends_of_windows():
    content = inventory_csv.render(an_issue())
    assert content.startswith(b"\xef\xbb\xbfsection,id,")
    assert content.count(b"\n") == content.count(b"\r\n")


def test_every_row_has_the_columns_of_the_header():
    known = set(inventory_csv.COLUMNS)
    assert all(row.keys() <= known for row in inventory_csv.rows(an_issue()))
    assert len(known) == len(inventory_csv.COLUMNS)


def test_flow_rows_sum_to_the_total():
    issue = an_issue()
    flows = section(issue, "flow")
    assert math.fsum(float(row["kg_co2e"]) for row in flows) == pytest.approx(3.53, abs=1e-12)
    assert math.fsum(float(row["share_percent"]) for row in flows) == pytest.approx(100)
    assert sum(float(row["kg_co2e"]) for row in section(issue, "stage")) == pytest.approx(3.53)


def converted(**facts):
    """An issue whose power was entered in m3 of gas: 2 m3 x 0.8 kWh/m3 = 1.6 kWh."""
    by = StatedRatio(value=0.8, of="kWh", per="m3", source="bill", **facts)
    way = Conversion(2.0, "m3", (ConversionStep(0.8, "kWh", by),))
    issue = an_issue()
    flows = tuple(r._replace(conversion=way) if r.id == "power" else r for r in issue.result.flows)
    return replace(issue, result=replace(issue.result, flows=flows))


def test_a_converted_amount_is_told_step_by_step():
    entered, times = section(converted(id="table/1"), "conversion")
    assert (entered["id"], entered["kind"], entered["amount"], entered["unit"]) == (
        ("power", "entered", "2", "m3")
    )
    assert (times["amount"], times["unit"]) == ("0.8", "kWh")
    assert (times["value"], times["note"]) == ("0.8 kWh / m3", "table/1; bill")


def test_what_was_not_converted_is_not_told():
    assert section(an_issue(), "conversion") == []


def test_outbound_and_left_out_are_not_among_the_flows():
    issue = an_issue()
    (truck,) = section(issue, "outbound")
    (sticker,) = section(issue, "not_counted")
    assert (truck["id"], truck["kg_co2e"], truck["share_percent"]) == ("truck", "0.3", "")
    assert (sticker["reason"], sticker["kg_co2e"]) == ("excluded: too little", "")
    assert sticker["estimate_kg_co2e"] == "0.03"


def test_a_flow_tells_where_its_numbers_come_from():
    steel = section(an_issue(), "flow")[0]
    expected = {
        "id": "steel", "amount": "1.6", "unit": "kg", "factor_id": "t:steel",
        "factor_kg_co2e": "1.25", "factor_unit": "kg", "publisher": "Steel Institute",
        "origin": "measured", "primary_activity": "yes", "counted": "yes", "evidence": "e1",
    }  # fmt: skip
    assert {name: steel[name] for name in expected} == expected


def test_text_is_no_formula():
    assert section(an_issue(), "flow")[0]["note"] == "'=1+1"


@pytest.mark.parametrize("mark", ["=", "+", "-", "@", "\t", "\r"])
def test_every_mark_of_a_formula_is_guarded(mark):
    study = replace(STUDY, title=f"{mark}cmd|' /C calc'!A0")
    (title,) = [r for r in section(an_issue(title=study.title), "study") if r["id"] == "title"]
    assert title["value"].startswith(f"'{mark}")


def test_negative_numbers_stay_numbers():
    wood = section(an_issue(), "flow")[1]
    assert (wood["uptake_product"], wood["land_removals"]) == ("-0.55", "-0.01")


def test_sources_carry_their_attribution():
    (source,) = section(an_issue(), "source")
    assert (source["id"], source["note"]) == ("t", "Made for tests")


def test_findings_stand_at_the_end_by_code():
    finding = Finding(code="x.y", severity=Severity.WARNING, where="a/b", params={"n": 3})
    (row,) = section(an_issue(findings=[finding]), "finding")
    assert (row["id"], row["kind"], row["value"], row["note"]) == ("x.y", "warning", "a/b", "n: 3")


def test_half_done_is_said_and_not_refused():
    (found,) = inventory_csv.lacks(an_issue(result={"rows_counted": 6}))
    assert (found.code, found.severity) == ("inventory_csv.incomplete", Severity.WARNING)
    assert inventory_csv.lacks(an_issue()) == ()


def test_licensed_values_are_warned_of():
    licensed = replace(FACTORS[0], layer=Layer.LICENSED)
    (found,) = inventory_csv.lacks(an_issue(factors=(licensed,)))
    assert (found.code, found.params) == ("inventory_csv.licensed", {"count": 1})


def test_a_made_factor_tells_its_parts_so_that_they_can_be_added_up():
    """2 kg x 0.5 + 1 kWh x 0.25 = 1.25."""
    parts = (
        FactorPart(factor_id="t:a", version=3, amount=2.0, unit="kg", buckets=Buckets(fossil=0.5)),
        FactorPart(
            factor_id="t:b", role=PartRole.ELECTRICITY, amount=1.0, unit="kWh",
            buckets=Buckets(fossil=0.25),
        ),
    )  # fmt: skip
    recipe = Recipe(kind=RecipeKind.COMPOSITION, parts=parts)
    made = replace(FACTORS[0], recipe=recipe)
    told = section(an_issue(factors=(made,)), "factor_part")
    assert [(r["id"], r["factor_id"], r["kind"], r["value"]) for r in told] == [
        ("t:steel", "t:a", "component", "version 3"),
        ("t:steel", "t:b", "electricity", "version 1"),
    ]
    assert sum(float(r["kg_co2e"]) for r in told) == made.kg_co2e == 1.25
    secret = replace(made, layer=Layer.LICENSED)
    assert section(an_issue(factors=(secret,)), "factor_part") == []


def test_what_is_taken_off_a_meter_can_be_recomputed():
    """12,000 kWh less 1,000 of the offices: 11,000 kWh are shared."""
    issue = an_issue()
    reading = Reading(start=date(2025, 1, 1), end=date(2025, 12, 31), amount=12_000)
    office = MeterPart(kind=MeterPartKind.OFFICES, belongs=False, amount=1000, source="floor area")
    meter = Meter(id="main", name="Main", readings=(reading,), parts=(office,))
    use = EnergyUse(id="power", meter_id="main")
    period = Period(start=date(2025, 1, 1), end=date(2025, 12, 31))
    study = replace(issue.study, energy_uses=(use,), meters=(meter,), period=period)
    rows = list(meter_rows(replace(issue, study=study), ()))
    assert [(r["kind"], r["amount"], r.get("note")) for r in rows] == [
        ("read", 12_000, None),
        ("taken_off", 1000, "floor area"),
        ("for_production", 11_000, None),
    ]
    assert list(meter_rows(replace(issue, study=study), {"main"})) == []
