"""Carbon of burnt waste, once and only once: by hand from C x 44/12 (STANDARDS D.8)."""

import pytest

from supplier_pcf.domain.factor import Boundary, RowType
from supplier_pcf.domain.flows import Stage, Waste, WasteTreatment
from supplier_pcf.domain.units import Quantity
from tests.build import Case, a_factor, kg

COLLECTED = a_factor(
    "collected", 0.005, boundary=Boundary.WASTE_COLLECTION, row_type=RowType.EOL_TRANSPORT
)


def burnt(factor=COLLECTED, **facts):
    told = {
        "id": "w",
        "amount": kg(0.2),
        "treatment": WasteTreatment.INCINERATION,
        "fossil_carbon_share": 0.857,
        "factor_id": factor.id,
        **facts,
    }
    return Case().with_flow("wastes", Waste(**told), factor).result


@pytest.mark.parametrize("treatment", [WasteTreatment.INCINERATION, WasteTreatment.ENERGY_RECOVERY])
def test_burnt_plastic_sets_its_carbon_free_without_credit(treatment):
    """0.2 kg of PP: 0.2 x 0.005 + 0.2 x 0.857 x 44/12 = 0.001 + 0.628467 kg."""
    result = burnt(treatment=treatment)
    assert result.stages[Stage.WASTE].fossil == pytest.approx(0.001 + 0.6284666666666667)
    assert result.buckets.fossil == pytest.approx(0.6294666666666667)


def test_a_factor_per_tonne_counts_the_same_carbon():
    per_tonne = a_factor(
        "per-tonne", 5.0, unit="t", boundary=Boundary.WASTE_COLLECTION, row_type=RowType.FACTOR
    )
    assert burnt(per_tonne).excluding == pytest.approx(0.6294666666666667)


def test_a_factor_that_holds_the_burning_is_not_added_to():
    whole = a_factor("whole", 3.1, boundary=Boundary.WASTE_TREATMENT)
    assert burnt(whole).excluding == pytest.approx(0.62)


@pytest.mark.parametrize(
    "treatment", [WasteTreatment.LANDFILL, WasteTreatment.RECYCLING, WasteTreatment.COMPOSTING]
)
def test_what_is_not_burnt_keeps_its_carbon(treatment):
    assert burnt(treatment=treatment).excluding == pytest.approx(0.001)


def test_without_a_stated_share_nothing_is_added():
    assert burnt(fossil_carbon_share=None).excluding == pytest.approx(0.001)


def test_waste_water_counts_by_the_cubic_metre():
    """0.03 m3 x 0.2 = 0.006 kg."""
    water = Waste(
        id="w",
        amount=Quantity(30, "l"),
        treatment=WasteTreatment.WASTE_WATER,
        factor_id="water",
        fossil_carbon_share=0.5,
    )
    treated = a_factor("water", 0.2, unit="m3", boundary=Boundary.WASTE_TREATMENT)
    assert Case().with_flow("wastes", water, treated).result.excluding == pytest.approx(0.006)
