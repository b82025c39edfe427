"""From a study to the causes of its spread."""

import math
from datetime import date

import pytest

from supplier_pcf.domain.energy import EnergyUse
from supplier_pcf.domain.factor import Boundary
from supplier_pcf.domain.flows import Basis, Material, Origin, TechnologyFit
from supplier_pcf.domain.site import Meter, Reading
from supplier_pcf.domain.units import Quantity
from supplier_pcf.engine.pedigree import CLASSIC
from supplier_pcf.engine.spread import spread_of
from supplier_pcf.engine.uncertainty import SigmaOrigin, uncertainties
from tests.build import Case, a_factor, kg

STEEL = a_factor("steel", 2.0, sigma_ln=0.1, sigma_origin="published_interval")
PLASTIC = a_factor("plastic", 3.0, sigma_ln=0.2, sigma_origin="judgement")


def a_case(**facts):
    told = {"id": "m", "amount": kg(1.5), "factor_id": "steel", "origin": Origin.MEASURED, **facts}
    return Case().with_flow("materials", Material(**told), STEEL, PLASTIC)


def found(case):
    return uncertainties(case.study, case.result, case.library, CLASSIC)


def test_a_factor_spreads_as_its_publisher_says():
    causes = found(a_case()).causes
    assert (causes["factor/steel"].sigma, causes["factor/steel"].origin) == (
        0.1,
        SigmaOrigin.PUBLISHED,
    )


@pytest.mark.parametrize(
    ("origin", "gsd2"),
    [
        (Origin.MEASURED, [1.05, 1.0]),
        (Origin.ESTIMATED, [1.05, 1.2]),
        (Origin.ASSUMED, [1.05, 1.5]),
        (None, [1.05, 1.5]),
    ],
)
def test_an_amount_spreads_by_how_it_came_about(origin, gsd2):
    """Basic 1.05; reliability 1.0, 1.2 or 1.5 of the first matrix; half the root of the squared logarithms."""
    cause = found(a_case(origin=origin)).causes["amount/m"]
    assert cause.sigma == pytest.approx(math.hypot(*map(math.log, gsd2)) / 2)
    assert cause.origin is SigmaOrigin.PEDIGREE


def test_a_factor_that_says_nothing_spreads_by_its_fit():
    """Reliability 2 (1.05), technology 5 (2.0), time 1 (1.0), geography 2 (1.01) over a basic 1.05."""
    silent = a_factor("silent", 2.0)
    case = Case().with_flow(
        "materials",
        Material(id="m", amount=kg(1), factor_id="silent", origin=Origin.MEASURED),
        silent,
    )
    line = case.result.flows[0]
    assert (line.technology, line.time, line.geography) == (5.0, 1.0, 2.0)
    cause = found(case).causes["factor/silent"]
    expected = math.sqrt(sum(math.log(u) ** 2 for u in (1.05, 1.05, 2.0, 1.0, 1.01))) / 2
    assert cause.sigma == pytest.approx(expected)
    assert cause.origin is SigmaOrigin.PEDIGREE


def test_a_recycled_part_is_a_line_of_its_own():
    """1.5 kg: 60 % at 2.0 and 40 % at 3.0."""
    case = a_case(recycled_post_consumer=0.4, recycled_factor_id="plastic")
    parts = {part.id: part.kg for part in found(case).parts}
    assert parts == pytest.approx({"m": 1.8, "m/recycled": 1.8})


def test_two_uses_of_one_meter_share_their_amount():
    """Both read one meter of 1,000 kWh for 1,000 pieces: one cause for the kWh, one for the factor."""
    day = date(2025, 6, 30)
    meter = Meter(id="main", readings=(Reading(start=day, end=day, amount=1000),))
    grid = a_factor("grid", 0.5, unit="kWh", sigma_ln=0.1, sigma_origin="judgement")
    case = Case(factors=[grid]).having(meters=(meter,))
    for name in "ab":
        use = EnergyUse(id=name, meter_id="main", factor_id="grid", basis=Basis.PER_PERIOD)
        case = case.with_flow("energy_uses", use)
    causes = found(case).causes
    assert set(causes) == {"meter/main", "factor/grid"}
    assert causes["meter/main"].flow_ids == causes["factor/grid"].flow_ids == ("a", "b")


def test_the_lines_add_up_to_the_footprint():
    case = a_case(recycled_post_consumer=0.4, recycled_factor_id="plastic")
    assert sum(part.kg for part in found(case).parts) == pytest.approx(case.result.excluding)
    spread = spread_of(found(case).parts)
    assert spread.low < case.result.excluding < spread.high


def test_a_kilowatt_hour_with_grid_and_losses_spreads_by_each_of_its_factors():
    """100 kWh: 0.5 / (1 - 0.2) at the plant and 0.1 for the grid: 62.5 kg and 10 kg, one amount."""
    plant = a_factor("plant", 0.5, unit="kWh", boundary=Boundary.GENERATION)
    grid = a_factor("grid", 0.1, unit="kWh", boundary=Boundary.GRID_ONLY)
    use = EnergyUse(
        id="e",
        amount=Quantity(100, "kWh"),
        factor_id="plant",
        added_factor_ids=("grid",),
        loss_share=0.2,
    )
    case = Case(factors=[plant, grid]).with_flow("energy_uses", use)
    told = found(case)
    assert {p.id: p.kg for p in told.parts} == pytest.approx({"e": 62.5, "e/grid": 10.0})
    assert set(told.causes) == {"amount/e", "factor/plant", "factor/grid"}


def test_the_widest_spread_of_a_factor_is_told():
    """One factor on two lines, of the very technology and of an unknown one: the line's own spread each."""
    silent = a_factor("silent", 2.0)
    case = Case(factors=[silent])
    for name, fit in (("a", TechnologyFit.EXACT), ("b", TechnologyFit.UNKNOWN)):
        case = case.with_flow(
            "materials", Material(id=name, amount=kg(1), factor_id="silent", technology_fit=fit)
        )
    told = found(case)
    sigmas = [part.causes[0].sigma for part in told.parts]
    assert sigmas[0] < sigmas[1] == told.causes["factor/silent"].sigma
