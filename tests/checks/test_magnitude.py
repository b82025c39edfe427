"""The guard against slips of unit: it finds the two rows of a published example that are off, and nothing else."""

from dataclasses import replace

import pytest

from supplier_pcf.app.samples import sample_study
from supplier_pcf.checks import findings
from supplier_pcf.checks.examined import Examined
from supplier_pcf.domain.energy import Carrier, DirectEmission, EnergyUse
from supplier_pcf.domain.factor import Boundary, Layer, RowType
from supplier_pcf.domain.flows import Basis, Material, Origin
from supplier_pcf.domain.units import Quantity
from supplier_pcf.engine.calculate import calculate
from supplier_pcf.factors.library import bundled_library
from supplier_pcf.factors.ranges import WATER_KWH_PER_M3, most_for_water, range_of
from supplier_pcf.rules import rule_set
from tests.build import AS_OF, Case, a_factor, kg
from tests.checks.method_cases import FOUND, months, own, with_material, with_meter

PRINTED = (
    # Catena-X and TfS, PCF verification framework v2.0, Table 2: row, amount of a year, unit, factor, per
    ("electricity", 3512, "MWh", 50, "MWh", Carrier.ELECTRICITY),
    ("hot water 65 C", 2000, "m3", 201, "m3", Carrier.HEAT),
    ("cold water 5 C", 3000, "m3", 350, "m3", Carrier.COLD),
    ("compressed air 10 bar", 1740, "kWh", 350, "MWh", Carrier.COMPRESSED_AIR),
    ("lubricant refill", 745, "kg", 1.2, "kg", None),
    ("water refill", 2000, "kg", 0.0003, "kg", None),
    ("detergent refill", 2650, "kg", 1.1, "kg", None),
    ("process gas (leak test)", 11, "kg", 24300, "kg", "gas"),
    ("railbody", 1290000, "piece", 3.1, "piece", None),
    ("railbody machined", 210000, "piece", 3.2, "piece", None),
    ("pressure regulating valve", 1500000, "piece", 1.3, "piece", None),
    ("high-pressure sensor", 1500000, "piece", 0.3, "piece", None),
    ("fitting", 1500000, "piece", 0.008, "piece", None),
    ("sticker", 1500000, "piece", 0.005, "piece", None),
    ("protective caps", 9750000, "piece", 0.06, "piece", None),
)
GUARD = ("magnitude.", "mix_up.")


def printed():
    """The example as a user would type it, with the printed units."""
    case = Case()
    for name, amount, unit, factor, per, kind in PRINTED:
        told = {
            "id": name,
            "name": name,
            "amount": Quantity(amount, unit),
            "factor_id": name,
            "basis": Basis.PER_PERIOD,
            "origin": Origin.MEASURED,
        }
        facts = {"unit": per, "layer": Layer.OWN}
        if kind == "gas":
            flows, flow = "direct_emissions", DirectEmission(**told, gas="SF6")
            facts |= {"row_type": RowType.GWP, "boundary": Boundary.CHARACTERISATION}
        elif kind is None:
            flows, flow = "materials", Material(**told, is_auxiliary=unit == "kg")
        else:
            flows, flow = "energy_uses", EnergyUse(**told, carrier=kind)
            facts |= {"boundary": Boundary.DELIVERED_LIFE_CYCLE}
        case = case.with_flow(flows, flow, a_factor(name, factor, **facts))
    return case


def guarded(study, library, rules):
    result = calculate(study, library, rules, AS_OF)
    found = findings(Examined(study, result, library, rules))
    return {finding.where.split("/")[1] for finding in found if finding.code.startswith(GUARD)}


def codes(case):
    return {finding.code for finding in findings(case.examined)}


def test_exactly_the_two_water_rows_of_the_published_example_are_flagged():
    case = printed()
    found = guarded(case.study, case.library, case.rules)
    assert found == {"hot water 65 C", "cold water 5 C"}


@pytest.mark.parametrize("name", ["diesel-rail", "stamped-bracket"])
def test_the_samples_are_free_of_slips_and_mix_ups(name):
    study = sample_study(name)
    rules = rule_set(study.rule_set)
    assert guarded(study, bundled_library().with_factors(study.factors), rules) == set()


def test_a_cubic_metre_of_water_takes_up_116_kwh_over_a_hundred_degrees():
    """4.186 kJ/(kg K) x 1000 kg x 100 K = 418.6 MJ; over 3.6 that is 116.3 kWh."""
    assert pytest.approx(116.278, abs=0.001) == WATER_KWH_PER_M3
    dirtiest = max(
        f.kg_co2e
        for f in bundled_library()
        if f.category == "electricity" and f.unit == "kWh" and f.row_type is RowType.FACTOR
    )
    assert most_for_water().high == pytest.approx(dirtiest * 116.278, rel=1e-4)


def test_a_range_is_that_of_the_shipped_figures_alone():
    shipped = [
        f.kg_co2e
        for f in bundled_library()
        if f.category == "packaging" and f.unit == "kg" and f.kg_co2e > 0
    ]
    found = range_of("packaging", "g")
    assert (found.low, found.high, found.figures) == (min(shipped), max(shipped), len(shipped))


@pytest.mark.parametrize(
    ("value", "unit", "far"),
    [(2.4, "kg", False), (2400, "t", False), (2400, "kg", True), (0.0024, "kg", True)],
)
def test_steel_is_judged_by_shipped_steel_in_any_unit_of_mass(value, unit, far):
    case = with_material(own(value, unit=unit), designation="DC01")
    assert ("magnitude.factor" in codes(case)) is far


def test_what_is_made_of_nothing_we_know_is_not_judged():
    assert "magnitude.factor" not in codes(with_material(own(2400.0), designation="Unobtainium X9"))


def test_a_shipped_factor_is_its_own_yardstick():
    case = with_material(a_factor("steel", 2400.0), designation="DC01")
    assert "magnitude.factor" not in codes(case)


def test_the_row_that_is_in_grams_is_named_with_both_masses():
    """1 kg and a rivet of 40 g entered as 40 kg, in a product of 1.04 kg."""
    found = [f for f in findings(FOUND["magnitude.mass"].examined) if f.code == "magnitude.mass"]
    assert [(f.where, f.params["kg"], f.params["other"]) for f in found] == [
        ("materials/n/amount", 40.0, 0.04)
    ]


def test_a_bill_that_is_a_little_too_heavy_has_no_slip_of_unit():
    case = with_material().with_flow(
        "materials", replace(FOUND["magnitude.mass"].study.materials[1], amount=kg(0.4))
    )
    assert "materials.mass_gap" in codes(case)
    assert "magnitude.mass" not in codes(case)


def test_a_month_without_heating_is_no_slip_of_unit():
    assert "magnitude.reading" not in codes(with_meter(readings=months(900, 0, 3, 850, 700)))


def test_a_figure_too_large_for_a_number_is_still_told():
    """1e308 kg CO2e per mg is infinite per kg; nothing raises, the row is flagged."""
    assert "magnitude.factor" in codes(with_material(own(1e308, unit="mg"), designation="DC01"))
