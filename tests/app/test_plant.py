"""What a plant used and made: edits of meters, shares and products, worked by hand."""

from dataclasses import replace
from datetime import date

import pytest

from supplier_pcf.app import meters, plant
from supplier_pcf.domain.energy import Carrier, EnergyUse
from supplier_pcf.domain.flows import AllocationBasis, Basis, Origin
from supplier_pcf.domain.site import PlantOutput, Reading
from supplier_pcf.domain.study import Period, Study
from supplier_pcf.domain.units import Quantity
from supplier_pcf.factors.library import bundled_library
from tests.build import a_plant, a_study

YEAR = (date(2025, 1, 1), date(2025, 12, 31))
TODAY = date(2026, 3, 1)


@pytest.fixture
def powered():
    return plant.add_energy_use(a_study(), "nb", Carrier.ELECTRICITY)


def meter(study):
    return study.meters[0]


def test_added_energy_has_a_meter_a_measured_origin_and_an_open_share(powered):
    use = powered.energy_uses[0]
    assert (use.meter_id, use.site_id, use.origin) == (meter(powered).id, "nb", Origin.MEASURED)
    assert (use.allocation.basis, use.allocation.share) == (AllocationBasis.SHARE, None)
    assert (meter(powered).unit, use.basis) == ("kWh", Basis.PER_PERIOD)


def test_a_second_supply_of_the_same_energy_gets_ids_of_its_own(powered):
    two = plant.add_energy_use(powered, "nb", Carrier.ELECTRICITY)
    assert len({m.id for m in two.meters}) == len({u.id for u in two.energy_uses}) == 2


def test_months_add_up(powered):
    done = meters.set_span(powered, meter(powered).id, meters.month(2025, 1), 100.0)
    done = meters.set_span(done, meter(powered).id, meters.month(2025, 2), 80.0)
    assert plant.total_of(done, done.energy_uses[0]) == Quantity(180.0, "kWh")
    assert meter(done).readings[1].end == date(2025, 2, 28)


def test_a_month_takes_the_place_of_the_year_and_the_year_of_its_months(powered):
    year = meters.set_span(powered, meter(powered).id, YEAR, 1200.0)
    assert meters.whole_amount(meter(year), YEAR) == 1200.0
    months = meters.set_span(year, meter(powered).id, meters.month(2025, 5), 90.0)
    assert [r.amount for r in meter(months).readings] == [90.0]
    again = meters.set_span(months, meter(powered).id, YEAR, 1000.0)
    assert [r.amount for r in meter(again).readings] == [1000.0]


def test_an_emptied_month_is_missing_not_zero(powered):
    done = meters.set_span(powered, meter(powered).id, meters.month(2025, 1), 100.0)
    done = meters.set_span(done, meter(powered).id, meters.month(2025, 1), None)
    assert meter(done).readings == ()
    assert plant.total_of(done, done.energy_uses[0]) is None


def test_bills_that_do_not_follow_the_months_keep_their_own_days(powered):
    bill = Reading(start=date(2025, 1, 10), end=date(2025, 2, 9), amount=50.0)
    billed = replace(meter(powered), readings=(bill,))
    rows = meters.reading_rows(billed, YEAR)
    assert len(rows) == 11
    assert (rows[0].start, rows[0].amount) == (date(2025, 1, 10), 50.0)
    assert rows[1].start == date(2025, 3, 1)


def test_the_form_follows_the_reference_period_across_the_turn_of_the_year():
    study = a_study(period=Period(start=date(2024, 4, 1), end=date(2025, 3, 31)))
    span = meters.form_span(study, None, TODAY)
    months = list(meters.months(span))
    assert (months[0][0], months[-1][1], len(months)) == (*span, 12)


def test_without_a_period_the_form_asks_for_last_year():
    assert meters.form_span(Study(), None, TODAY) == YEAR


def test_energy_is_removed_with_its_meter_but_not_with_a_shared_one(powered):
    shared = EnergyUse(id="other", meter_id=meter(powered).id)
    two = replace(powered, energy_uses=(*powered.energy_uses, shared))
    one = plant.remove_energy_uses(two, [powered.energy_uses[0].id])
    assert len(one.meters) == 1
    assert plant.remove_energy_uses(one, ["other"]).meters == ()


def test_the_national_mix_is_proposed_for_electricity(powered):
    use_id = powered.energy_uses[0].id
    done = plant.with_proposed_factor(powered, use_id, bundled_library())
    assert done.energy_uses[0].factor_id == "cn-electricity-footprint:2024-national"


def test_an_amount_entered_for_the_year_becomes_the_first_reading():
    use = EnergyUse(id="e", amount=Quantity(500.0, "kWh"), basis=Basis.PER_PERIOD)
    done = plant.add_meter(a_study(energy_uses=(use,)), "e")
    assert plant.total_of(done, done.energy_uses[0]) == Quantity(500.0, "kWh")
    assert done.energy_uses[0].amount is None


def test_a_new_amount_of_the_plant_never_gets_its_share_guessed():
    use = EnergyUse(id="e", amount=Quantity(1.0, "kWh"))
    assert plant.for_the_period(use, Basis.PER_PERIOD).allocation.share is None
    assert plant.for_the_period(use, Basis.PER_UNIT).allocation is None


def test_choosing_a_basis_keeps_the_share_that_was_typed(powered):
    use_id = powered.energy_uses[0].id
    done = plant.set_share(powered, use_id, 0.25)
    done = plant.set_allocation(done, use_id, AllocationBasis.MASS)
    assert done.energy_uses[0].allocation.share == 0.25


def test_the_first_product_of_a_plant_is_this_one():
    study = plant.add_output(a_study(), "nb")
    first = study.sites[0].outputs[0]
    assert (first.is_this_product, first.units, first.name) == (True, 1000.0, "Bracket")
    study = plant.add_output(study, "nb")
    assert not study.sites[0].outputs[1].is_this_product
    assert plant.remove_outputs(study, "nb", [first.id]).sites[0].outputs[0].name == ""


def test_a_product_needs_no_site_to_be_entered():
    study = plant.add_output(Study(), "")
    assert len(study.sites) == len(study.sites[0].outputs) == 1


def test_outputs_are_put_back_by_their_ids():
    study = a_study(sites=a_plant(PlantOutput(id="a"), PlantOutput(id="b")))
    done = plant.set_outputs(study, "nb", [PlantOutput(id="b", units=5.0)])
    assert [o.units for o in done.sites[0].outputs] == [None, 5.0]
