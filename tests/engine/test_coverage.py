"""Coverage by evidence, with numbers worked out by hand."""

from dataclasses import replace
from datetime import date

import pytest

from supplier_pcf.domain.assurance import AssuranceLevel
from supplier_pcf.domain.energy import EnergyUse
from supplier_pcf.domain.factor import Boundary
from supplier_pcf.domain.flows import Basis, Exclusion, Material, Waste
from supplier_pcf.domain.record import Evidence
from supplier_pcf.domain.site import Meter, Reading
from supplier_pcf.domain.transport import Transport, TransportPurpose
from supplier_pcf.domain.units import Quantity
from supplier_pcf.engine.coverage import coverage
from tests.build import Case, a_factor, a_study, kg

PAPER = Evidence(id="paper", title="Weighing record", lies_at="Binder 3")
FACTOR = a_factor("f", 1.0)


def sheet(name, mass, *evidence, factor="f"):
    return Material(id=name, name=name, amount=kg(mass), factor_id=factor, evidence=evidence)


def of(*materials, evidence=(PAPER,), factors=(FACTOR,)):
    case = Case(a_study(evidence=evidence), list(factors))
    for material in materials:
        case = case.with_flow("materials", material)
    return found(case)


def found(case):
    examined = case.examined
    return coverage(examined.study, examined.result, examined.factor)


def test_the_share_of_the_lines_with_both_sides_proven_is_counted():
    """7 + 2 + 1 kg at 1 kg CO2e each: the 7 and the 1 are proven, so 80 %."""
    covered = of(sheet("a", 7, "paper"), sheet("b", 2), sheet("c", 1, "paper"))
    assert covered.percent == pytest.approx(80)
    assert covered.reaches(AssuranceLevel.REGULAR)
    assert not covered.reaches(AssuranceLevel.IN_DEPTH)


def test_the_next_lines_are_the_fewest_that_reach_the_mark():
    """50 % proven; 24 more make 74, 20 more make 94, which is past 80: two lines."""
    covered = of(
        sheet("done", 50, "paper"), sheet("small", 6), sheet("big", 24), sheet("middle", 20)
    )
    steps = covered.to_reach(AssuranceLevel.REGULAR)
    assert [(line.id, round(percent)) for line, percent in steps] == [("big", 74), ("middle", 94)]


def test_a_negative_line_weighs_as_much_as_a_positive_one():
    """+6 and -4: the negative one is 40 % of what has to be proven."""
    minus = a_factor("minus", 1.0, fossil=-1.0)
    covered = of(sheet("a", 6, "paper"), sheet("b", 4, factor="minus"), factors=(FACTOR, minus))
    assert covered.percent == pytest.approx(60)


def test_a_factor_without_a_document_leaves_the_line_unproven():
    nameless = a_factor("nameless", 1.0, document="")
    covered = of(sheet("a", 1, "paper", factor="nameless"), factors=(nameless,))
    assert covered.percent == 0
    assert [(line.has_amount, line.has_source) for line in covered.lines] == [(True, False)]


def test_a_document_that_lies_nowhere_or_is_unknown_proves_nothing():
    nowhere = Evidence(id="nowhere", title="Lost")
    assert of(sheet("a", 1, "nowhere"), evidence=(nowhere,)).percent == 0
    assert of(sheet("a", 1, "gone")).percent == 0


def test_one_document_proves_many_lines():
    assert of(sheet("a", 1, "paper"), sheet("b", 3, "paper")).percent == pytest.approx(100)


def test_without_any_weight_there_is_no_percent():
    assert of().percent is None
    assert of(sheet("a", 0, "paper")).percent is None
    assert not of().reaches(AssuranceLevel.REGULAR)


def test_what_is_left_out_or_goes_to_the_customer_is_not_part_of_it():
    outbound = Transport(
        id="t",
        amount=Quantity(10, "t.km"),
        factor_id="truck",
        purpose=TransportPurpose.OUTBOUND,
    )
    truck = a_factor("truck", 1.0, unit="t.km", boundary=Boundary.WELL_TO_WHEEL)
    out = replace(sheet("x", 5), exclusion=Exclusion(reason="minor"))
    case = Case(a_study(evidence=(PAPER,)), [FACTOR])
    case = case.with_flow("materials", sheet("a", 1, "paper")).with_flow("materials", out)
    assert found(case.with_flow("transports", outbound, truck)).percent == pytest.approx(100)


def test_the_bills_of_a_meter_prove_the_energy_it_counts():
    reading = Reading(start=date(2025, 1, 1), end=date(2025, 12, 31), amount=1000)
    meter = Meter(id="m", readings=(reading,), evidence=("paper",))
    power = a_factor("p", 1.0, unit="kWh", boundary=Boundary.DELIVERED_LIFE_CYCLE)
    use = EnergyUse(id="e", meter_id="m", basis=Basis.PER_PERIOD, factor_id="p")
    case = Case(a_study(evidence=(PAPER,), meters=(meter,)), [power])
    assert found(case.with_flow("energy_uses", use)).percent == pytest.approx(100)


def test_the_metal_that_scrap_may_replace_needs_no_source():
    waste = Waste(
        id="w", amount=kg(1), factor_id="f", replaces_factor_id="gone", evidence=("paper",)
    )
    case = Case(a_study(evidence=(PAPER,)), [FACTOR]).with_flow("wastes", waste)
    assert found(case).percent == pytest.approx(100)
