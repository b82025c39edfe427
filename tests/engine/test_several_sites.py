"""One part made by two plants side by side: weighted with what each made, rated at its own place."""

import pytest

from supplier_pcf.domain.flows import Material, Origin, TechnologyFit
from supplier_pcf.engine.sharing import made_at
from tests.build import CATENA_X, a_factor, kg
from tests.checks.received import two_plants


def lines(case):
    return {line.id: line for line in case.result.flows}


def test_power_per_piece_is_weighted_with_the_pieces_of_each_plant():
    """0.6 x 5 kWh and 0.4 x 4 kWh make 4.6 kWh; at 0.5 kg per kWh that is 2.3 kg, and 2 kg of steel."""
    case = two_plants()
    assert made_at(case.study) == {"nb": pytest.approx(0.6), "hn": pytest.approx(0.4)}
    assert lines(case)["nb"].amount == pytest.approx(3.0)
    assert lines(case)["hn"].amount == pytest.approx(1.6)
    assert case.result.excluding == pytest.approx(2.0 + 2.3)


def test_plants_one_after_the_other_make_all_pieces_each():
    """600 and 400 pieces are not the volume of 600: nothing is weighted, 9 kWh a piece."""
    case = two_plants(volume=600.0)
    assert made_at(case.study) == {}
    assert case.result.excluding == pytest.approx(2.0 + 4.5)


def test_a_plant_without_a_number_leaves_all_as_entered():
    assert made_at(two_plants(second=None).study) == {}


def test_power_is_rated_at_the_place_of_its_own_plant():
    """Each grid is that of its province: 1; without the site of the flow one of them would be elsewhere."""
    found = lines(two_plants().under(CATENA_X))
    assert (found["nb"].geography, found["hn"].geography) == (1, 1)


def test_a_material_for_both_plants_is_near_one_of_them():
    """A figure of Zhejiang is exact (1) for 60 % of the pieces and of elsewhere (5) for 40 %: 2.6."""
    steel = Material(
        id="z",
        amount=kg(1),
        factor_id="z",
        origin=Origin.MEASURED,
        technology_fit=TechnologyFit.EXACT,
    )
    case = two_plants().with_flow("materials", steel, a_factor("z", place="CN-ZJ"))
    assert lines(case.under(CATENA_X))["z"].geography == pytest.approx(0.6 * 1 + 0.4 * 5)


def test_a_material_with_its_origin_is_rated_there():
    """German steel with a German figure is near (1), wherever it is pressed."""
    steel = Material(id="z", amount=kg(1), factor_id="z", origin_place="DE", origin=Origin.MEASURED)
    case = two_plants().with_flow("materials", steel, a_factor("z", place="DE"))
    assert lines(case)["z"].geography == 1
